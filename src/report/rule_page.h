#ifndef EXDIAG_REPORT_RULE_PAGE_H_
#define EXDIAG_REPORT_RULE_PAGE_H_

#include <string>

#include "report/render.h"
#include "rules/rule.h"

namespace exdiag::report {

// A rule for people to read: what it finds, why that happens and what to do. `conditions`: also
// what it matches and captures.
std::string RenderRule(const rules::Rule& rule, const TextStyle& style, bool conditions);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_RULE_PAGE_H_
