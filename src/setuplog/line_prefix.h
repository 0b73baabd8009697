#ifndef EXDIAG_SETUPLOG_LINE_PREFIX_H_
#define EXDIAG_SETUPLOG_LINE_PREFIX_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace exdiag::setuplog {

// What a tool put before the lines of a log: the file and the number of the line that a search
// found, numbers of lines, the time at which a pipeline read it, the resource of DSC that printed
// it, the initials of whom a mail quotes. What mails and Markdown put there is left.
class LinePrefix {
 public:
  // `lines`: all of the text, to see what stands before most of them.
  explicit LinePrefix(const std::vector<std::string_view>& lines);

  // The line without what stands before it: the form that most lines begin with, or any other
  // that is followed by a stamp of setup.
  std::string_view Without(std::string_view line) const;

 private:
  static constexpr size_t kNone = ~size_t{0};
  size_t usual_ = kNone;  // index of the form that most lines have
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LINE_PREFIX_H_
