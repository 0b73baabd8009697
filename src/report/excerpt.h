#ifndef EXDIAG_REPORT_EXCERPT_H_
#define EXDIAG_REPORT_EXCERPT_H_

#include <string>
#include <string_view>

namespace exdiag::report {

// A line of a log, cut to the width of the page around its telling part.
struct ExcerptLine {
  std::string text;
  int mark_column = 0;  // where the telling part begins, from 0
  int mark_width = 0;   // 0: the line as a whole tells
};

// `line` and `found` are sanitised. `found` is looked for as it is, then without regard to case and
// to the number of blanks, since patterns see a text in which blanks are squeezed. Cuts are shown
// as `cut`
// ("…" or "...").
ExcerptLine CutAround(std::string_view line, std::string_view found, int width,
                      std::string_view cut);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_EXCERPT_H_
