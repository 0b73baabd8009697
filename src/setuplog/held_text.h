#ifndef EXDIAG_SETUPLOG_HELD_TEXT_H_
#define EXDIAG_SETUPLOG_HELD_TEXT_H_

#include <string>
#include <string_view>

namespace exdiag::setuplog {

// A text that is looked at where it stands, and copied only when that place is about to go: of what
// setup writes for every cmdlet nearly all is replaced by the next one long before.
class HeldText {
 public:
  // REQUIRES: `text` stays valid until Keep or the next Borrow.
  void Borrow(std::string_view text) {
    borrowed_ = text;
    is_borrowed_ = true;
  }

  // Copies what is borrowed.
  void Keep() {
    if (!is_borrowed_) return;
    kept_ = borrowed_;
    is_borrowed_ = false;
  }

  std::string_view text() const { return is_borrowed_ ? borrowed_ : std::string_view(kept_); }

 private:
  std::string_view borrowed_;
  std::string kept_;
  bool is_borrowed_ = false;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_HELD_TEXT_H_
