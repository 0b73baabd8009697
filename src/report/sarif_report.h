#ifndef EXDIAG_REPORT_SARIF_REPORT_H_
#define EXDIAG_REPORT_SARIF_REPORT_H_

#include <string>

#include "diagnosis/report.h"

namespace exdiag::report {

// A report as SARIF 2.1.0 (OASIS), which editors and code hosts open with the log at the line: a
// rule and a result per finding, a result of rule "unknown-failure" where no rule knows the cause,
// the failure's fingerprint as a partial fingerprint, and a notification for whatever was not read.
std::string RenderSarif(const diagnosis::Report& report);

// A path as a URI reference: relative ones stay so, "C:\logs\a b.log" is
// "file:///C:/logs/a%20b.log".
std::string PathAsUri(std::string_view path);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_SARIF_REPORT_H_
