#ifndef EXDIAG_AUTHORING_LINT_REPORT_H_
#define EXDIAG_AUTHORING_LINT_REPORT_H_

#include <string>
#include <vector>

#include "authoring/lint.h"

namespace exdiag::authoring {

// Findings as a compiler shows them, with the line, a caret and how to mend it, and a closing line:
// "3 rules: 1 error, 2 warnings, 0 pieces of advice". `texts` are those that were linted.
std::string LintText(const std::vector<Finding>& findings, const std::vector<RuleText>& texts);

// Workflow commands of GitHub Actions ("::error file=…"), which show findings beside the lines of a
// pull request.
std::string LintGithub(const std::vector<Finding>& findings);

// {"schema": "exdiag.lint/1", "files": 3, "findings": [{"path", "line", "column", "id", "level",
// "message", "advice", "fixable"}]}
std::string LintJson(const std::vector<Finding>& findings, const std::vector<RuleText>& texts);

// Number of findings of a level.
size_t CountOf(const std::vector<Finding>& findings, Level level);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_LINT_REPORT_H_
