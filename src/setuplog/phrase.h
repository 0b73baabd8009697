#ifndef EXDIAG_SETUPLOG_PHRASE_H_
#define EXDIAG_SETUPLOG_PHRASE_H_

#include <cstddef>
#include <cstring>
#include <string_view>

namespace exdiag::setuplog {

// A text to look for in many others. It is found by its rarest letter, as a search for its first
// one would stop at every word.
class Phrase {
 public:
  // REQUIRES: `text` is not empty and outlives the phrase.
  constexpr explicit Phrase(std::string_view text) : text_(text) {
    for (size_t at = 1; at < text.size(); ++at) {
      if (Commonness(text[at]) < Commonness(text[rarest_])) rarest_ = at;
    }
  }

  constexpr std::string_view text() const { return text_; }
  constexpr size_t size() const { return text_.size(); }

  // Where the phrase begins in `text` first; npos if it does not stand there.
  size_t In(std::string_view text) const {
    for (size_t at = rarest_; at + text_.size() - rarest_ <= text.size(); ++at) {
      const void* found = std::memchr(text.data() + at, text_[rarest_], text.size() - at);
      if (found == nullptr) return std::string_view::npos;
      at = static_cast<size_t>(static_cast<const char*>(found) - text.data());
      if (text.compare(at - rarest_, text_.size(), text_) == 0) return at - rarest_;
    }
    return std::string_view::npos;
  }

  bool IsIn(std::string_view text) const { return In(text) != std::string_view::npos; }

 private:
  // How common a character is in logs of setup, roughly: only the order matters.
  static constexpr size_t Commonness(char c) {
    constexpr std::string_view kByRarity = "qzj[~=|%{}Z;XQKJkxyvWYHbVBgGwUL():f'UMORNF.-ADPESTIC";
    const size_t rank = kByRarity.find(c);
    return rank == std::string_view::npos ? kByRarity.size() : rank;
  }

  std::string_view text_;
  size_t rarest_ = 0;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_PHRASE_H_
