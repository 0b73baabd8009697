#ifndef EXDIAG_REPORT_HTML_SECTIONS_H_
#define EXDIAG_REPORT_HTML_SECTIONS_H_

#include <string_view>
#include <vector>

#include "diagnosis/report.h"
#include "report/headline.h"
#include "report/html_page.h"

namespace exdiag::report {

// The sections of an HTML report. Each writes what stands below its heading; its HasX tells whether
// the log has anything to say there.

// html_verdict.cpp: the answer at the top.
void WriteVerdict(const diagnosis::LogReport& log, HtmlPage* page);

// html_remedy.cpp: what to do, and the other findings.
bool HasRemedy(const diagnosis::LogReport& log);
void WriteRemedy(const diagnosis::LogReport& log, HtmlPage* page);
bool HasRerun(const diagnosis::LogReport& log);
void WriteRerun(const diagnosis::LogReport& log, HtmlPage* page);
bool HasOtherFindings(const diagnosis::LogReport& log);
void WriteOtherFindings(const diagnosis::LogReport& log, HtmlPage* page);
bool HasReferences(const diagnosis::LogReport& log);
void WriteReferences(const diagnosis::LogReport& log, HtmlPage* page);

// html_evidence.cpp: lines of logs.
bool HasEvidence(const diagnosis::LogReport& log);
void WriteEvidence(const diagnosis::LogReport& log, HtmlPage* page);
bool HasErrors(const diagnosis::LogReport& log);
void WriteErrors(const diagnosis::LogReport& log, HtmlPage* page);

// The lines that made a finding hold, by file.
void WriteFindingLines(const diagnosis::LogReport& log, const diagnosis::Diagnosis& finding,
                       HtmlPage* page);

// html_failure.cpp: where setup stopped, in its own terms, and its prerequisite checks.
bool HasFailure(const diagnosis::LogReport& log);
void WriteFailure(const diagnosis::LogReport& log, HtmlPage* page);
bool HasChecks(const diagnosis::LogReport& log);
void WriteChecks(const diagnosis::LogReport& log, HtmlPage* page);

// html_timeline.cpp: the steps as a chart.
bool HasTimeline(const diagnosis::LogReport& log);
void WriteTimeline(const diagnosis::LogReport& log, HtmlPage* page);

// html_context.cpp: what was left behind, the attempts, the run, what was read.
bool HasAftermath(const diagnosis::LogReport& log);
void WriteAftermath(const diagnosis::LogReport& log, HtmlPage* page);
bool HasAttempts(const diagnosis::LogReport& log);
void WriteAttempts(const diagnosis::LogReport& log, HtmlPage* page);
bool HasContext(const diagnosis::LogReport& log);
void WriteContext(const diagnosis::LogReport& log, HtmlPage* page);
bool HasCoverage(const diagnosis::LogReport& log);
void WriteCoverage(const diagnosis::LogReport& log, HtmlPage* page);

// Facts as a list of names and values.
void WriteFacts(const std::vector<Fact>& facts, HtmlPage* page);

// The word of a verdict, coloured.
void WriteVerdictBadge(diagnosis::Verdict verdict, HtmlPage* page);

// The bar above everything: whose page it is, and the button for light and dark.
void WriteMasthead(std::string_view subtitle, HtmlPage* page);

// The line below everything: by which version and rules.
void WriteColophon(int rule_count, std::string_view rules_digest, HtmlPage* page);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_HTML_SECTIONS_H_
