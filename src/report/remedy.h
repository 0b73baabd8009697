#ifndef EXDIAG_REPORT_REMEDY_H_
#define EXDIAG_REPORT_REMEDY_H_

#include <string>
#include <vector>

#include "report/text_page.h"
#include "rules/rule.h"

namespace exdiag::report {

// Steps and checks as a report or a rule's page shows them: numbered, each command on lines of its
// own. Where a step is to be done is said of those that are not done on the server of the log
// itself.
void AddRemedySteps(const std::vector<rules::Step>& steps, const std::string& caution,
                    TextPage* page);
void AddNumberedSteps(const std::vector<rules::Step>& steps, TextPage* page);
void AddVerification(const std::vector<rules::Check>& checks, TextPage* page);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_REMEDY_H_
