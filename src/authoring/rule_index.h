#ifndef EXDIAG_AUTHORING_RULE_INDEX_H_
#define EXDIAG_AUTHORING_RULE_INDEX_H_

#include <string>
#include <vector>

#include "rules/rule.h"

namespace exdiag::authoring {

// The page of all rules, as docs/rules.md has it: by category, with title, versions and kind.
std::string RuleIndex(const std::vector<const rules::Rule*>& rules);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_RULE_INDEX_H_
