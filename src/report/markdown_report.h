#ifndef EXDIAG_REPORT_MARKDOWN_REPORT_H_
#define EXDIAG_REPORT_MARKDOWN_REPORT_H_

#include <string>

#include "diagnosis/report.h"
#include "diagnosis/triage.h"
#include "report/write_text.h"

namespace exdiag::report {

// A report to be pasted into a ticket: headings, lists and code, no HTML.
std::string RenderMarkdown(const diagnosis::Report& report);

// Many logs: the groups, then a table of logs.
void WriteTriageMarkdown(const diagnosis::Triage& triage, const WriteText& write);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_MARKDOWN_REPORT_H_
