#ifndef EXDIAG_REPORT_WRITE_TEXT_H_
#define EXDIAG_REPORT_WRITE_TEXT_H_

#include <functional>
#include <string_view>

namespace exdiag::report {

// Takes the parts of a result as they come.
using WriteText = std::function<void(std::string_view text)>;

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_WRITE_TEXT_H_
