#ifndef EXDIAG_REPORT_LAYOUT_H_
#define EXDIAG_REPORT_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::report {

// The lines of a paragraph, broken between words so that each fits into `width` columns. A word
// that is wider than that (a path, an address) stands on a line of its own uncut, so that it can be
// copied. At least one line; runs of blanks count as one.
std::vector<std::string> WrapWords(std::string_view text, int width);

// The same with a first line of another width, for texts that begin beside a label.
std::vector<std::string> WrapWords(std::string_view text, int first_width, int width);

// The text filled up with blanks to `width` columns; unchanged if it is wider.
std::string Padded(std::string_view text, int width);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_LAYOUT_H_
