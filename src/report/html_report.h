#ifndef EXDIAG_REPORT_HTML_REPORT_H_
#define EXDIAG_REPORT_HTML_REPORT_H_

#include <string>

#include "diagnosis/report.h"
#include "diagnosis/triage.h"
#include "report/write_text.h"

namespace exdiag::report {

// A report as one HTML file that needs nothing else: no request leaves it, its policy lets only its
// own style and script run, and whatever comes from a log is text. It reads without script, on
// paper, on a phone and by a screen reader.
std::string RenderHtml(const diagnosis::Report& report);

// Many logs as one page: causes by number, groups, and a table that can be filtered and sorted.
void WriteTriageHtml(const diagnosis::Triage& triage, const WriteText& write);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_HTML_REPORT_H_
