#ifndef EXDIAG_REPORT_MARKDOWN_REPORT_H_
#define EXDIAG_REPORT_MARKDOWN_REPORT_H_

#include <string>

#include "diagnosis/report.h"
#include "diagnosis/triage.h"

namespace exdiag::report {

// A report to be pasted into a ticket: headings, lists and code, no HTML.
std::string RenderMarkdown(const diagnosis::Report& report);

// Many logs: the groups, then a table of logs.
std::string RenderTriageMarkdown(const diagnosis::Triage& triage);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_MARKDOWN_REPORT_H_
