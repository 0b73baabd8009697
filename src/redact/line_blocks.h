#ifndef EXDIAG_REDACT_LINE_BLOCKS_H_
#define EXDIAG_REDACT_LINE_BLOCKS_H_

#include <string>
#include <string_view>

namespace exdiag::redact {

// Cuts a text that comes in blocks of any size anew, at the ends of lines, so that no name is cut
// in two. A line over 4 MiB is cut at a blank. Nothing is lost.
class LineBlocks {
 public:
  // Calls take(std::string_view) with what is whole.
  template <typename Take>
  void Feed(std::string_view block, Take&& take) {
    kept_ += block;
    const size_t end = Border();
    if (end == 0) return;
    take(std::string_view(kept_).substr(0, end));
    kept_.erase(0, end);
  }

  // Hands out the rest.
  template <typename Take>
  void Finish(Take&& take) {
    if (!kept_.empty()) take(std::string_view(kept_));
    kept_.clear();
  }

 private:
  size_t Border() const {
    constexpr size_t kMostLine = size_t{4} << 20;
    const size_t newline = kept_.rfind('\n');
    if (newline != std::string::npos) return newline + 1;
    if (kept_.size() < kMostLine) return 0;
    const size_t blank = kept_.rfind(' ');
    return blank != std::string::npos ? blank + 1 : kept_.size();
  }

  std::string kept_;
};

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_LINE_BLOCKS_H_
