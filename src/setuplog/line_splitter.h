#ifndef EXDIAG_SETUPLOG_LINE_SPLITTER_H_
#define EXDIAG_SETUPLOG_LINE_SPLITTER_H_

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace exdiag::setuplog {

// Cuts blocks of text into lines at LF, CRLF or, in a text that has no LF in its first 64 KiB, CR.
// A line is handed out as a view of the block where it stands in one; only lines that cross blocks
// are copied. A crossing line over 1 MiB loses its middle, so that a file without newlines costs no
// memory. How the text is cut into blocks changes nothing.
class LineSplitter {
 public:
  // Calls line(std::string_view) for each line that ends within the block. The lines are valid as
  // long as the block, and until the next call.
  template <typename OnLine>
  void Feed(std::string_view block, OnLine&& on_line) {
    if (separator_ != '\0') {
      Split(block, on_line);
    } else if (undecided_.empty() && HasLineFeed(block)) {
      separator_ = '\n';
      Split(block, on_line);
    } else {
      undecided_.append(block);
      if (undecided_.size() >= kEnough || HasLineFeed(undecided_)) Decide(on_line);
    }
  }

  // Hands out the last line, if the text does not end with a newline.
  template <typename OnLine>
  void Finish(OnLine&& on_line) {
    if (separator_ == '\0') Decide(on_line);
    if (partial_.empty()) return;
    crossing_.swap(partial_);
    partial_.clear();
    on_line(Trimmed(crossing_));
  }

 private:
  static constexpr size_t kEnough = size_t{64} << 10;
  static constexpr size_t kMostPartial = size_t{1} << 20;
  static constexpr size_t kTail = size_t{4} << 10;

  static bool HasLineFeed(std::string_view text) {
    return text.substr(0, kEnough).find('\n') != std::string_view::npos;
  }

  template <typename OnLine>
  void Decide(OnLine&& on_line) {
    const bool has_cr = undecided_.find('\r') < kEnough;
    separator_ = has_cr && !HasLineFeed(undecided_) ? '\r' : '\n';
    Split(undecided_, on_line);
  }

  template <typename OnLine>
  void Split(std::string_view block, OnLine&& on_line) {
    while (!block.empty()) {
      const char* end =
          static_cast<const char*>(std::memchr(block.data(), separator_, block.size()));
      if (end == nullptr) break;
      const size_t length = static_cast<size_t>(end - block.data());
      Emit(block.substr(0, length), on_line);
      block.remove_prefix(length + 1);
    }
    Keep(block);
  }

  template <typename OnLine>
  void Emit(std::string_view line, OnLine&& on_line) {
    if (partial_.empty()) {
      on_line(Trimmed(line));
      return;
    }
    Keep(line);
    crossing_.swap(partial_);
    partial_.clear();
    on_line(Trimmed(crossing_));
  }

  void Keep(std::string_view part) {
    if (partial_.size() + part.size() <= kMostPartial) {
      partial_.append(part);
      return;
    }
    const size_t room =
        partial_.size() < kMostPartial - kTail ? kMostPartial - kTail - partial_.size() : 0;
    partial_.append(part.substr(0, room));
    part.remove_prefix(std::min(room, part.size()));
    partial_.append(part.substr(part.size() - std::min(kTail, part.size())));
    if (partial_.size() > kMostPartial)
      partial_.erase(kMostPartial - kTail, partial_.size() - kMostPartial);
  }

  static std::string_view Trimmed(std::string_view line) {
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

  std::string undecided_;  // the first bytes, until one of them tells the newlines
  std::string partial_;    // of a line that has not ended yet
  std::string crossing_;   // the last line that began in an earlier block
  char separator_ = '\0';
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LINE_SPLITTER_H_
