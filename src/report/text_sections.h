#ifndef EXDIAG_REPORT_TEXT_SECTIONS_H_
#define EXDIAG_REPORT_TEXT_SECTIONS_H_

#include "diagnosis/report.h"
#include "report/text_page.h"

namespace exdiag::report {

// The sections of a text report. Each writes itself onto the page, and nothing if the log has
// nothing to say there.

// text_headline.cpp: the verdict in one line, and what stands below it in place of a finding.
void AddHeadline(const diagnosis::LogReport& log, TextPage* page);
void AddSuccess(const diagnosis::LogReport& log, TextPage* page);
void AddIncomplete(const diagnosis::LogReport& log, TextPage* page);
void AddFailedChecks(const diagnosis::LogReport& log, TextPage* page);

// text_finding.cpp: one finding in full.
void AddFinding(const diagnosis::LogReport& log, const diagnosis::Diagnosis& finding,
                TextPage* page);
void AddRemedy(const diagnosis::Diagnosis& finding, TextPage* page);
void AddObstacles(const diagnosis::LogReport& log, TextPage* page);
void AddRerun(const diagnosis::LogReport& log, TextPage* page);
void AddOtherFindings(const diagnosis::LogReport& log, TextPage* page);

// text_evidence.cpp: lines of the log with their numbers, the telling part marked.
void AddEvidence(const diagnosis::LogReport& log, const diagnosis::Diagnosis& finding,
                 TextPage* page);
void AddFailureLine(const diagnosis::LogReport& log, TextPage* page);

// text_failure.cpp: what stopped setup, in setup's own terms; all that is known of an unknown
// failure.
void AddUnknownFailure(const diagnosis::LogReport& log, TextPage* page);
void AddCodes(const diagnosis::Failure& failure, TextPage* page);
void AddRuleHint(const diagnosis::LogReport& log, TextPage* page);

// text_context.cpp: what was left behind, which run it was, what was read, where to read on.
void AddAftermath(const diagnosis::LogReport& log, TextPage* page);
void AddContext(const diagnosis::LogReport& log, TextPage* page);
void AddCoverage(const diagnosis::LogReport& log, TextPage* page);
void AddReferences(const diagnosis::LogReport& log, TextPage* page);

// text_details.cpp: the steps and all errors, for verbose output.
void AddSteps(const diagnosis::LogReport& log, TextPage* page);
void AddErrors(const diagnosis::LogReport& log, TextPage* page);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TEXT_SECTIONS_H_
