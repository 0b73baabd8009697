#ifndef EXDIAG_AUTHORING_LINT_H_
#define EXDIAG_AUTHORING_LINT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authoring/rule_text.h"
#include "rules/rule_pack.h"

namespace exdiag::authoring {

// How bad a finding is. Errors and warnings must be mended before a rule joins the pack; advice is
// for the writer to judge.
enum class Level { kError, kWarning, kAdvice };
std::string_view LevelName(Level level);  // "error", "warning", "advice"

// A check of lint. The reference in docs/writing-rules.md is made of these.
struct LintCheck {
  std::string_view id;
  Level level;
  bool fixable;  // `rules lint --fix` mends it
  std::string_view description;
};
std::span<const LintCheck> LintChecks();

struct Finding {
  rules::RuleProblem problem;  // with path, place, id of the check, what is wrong, how to mend it
  Level level = Level::kError;
  bool fixable = false;
};

// Checks rule files, each by itself and against the others. Mistakes that keep a file from being
// read (rules::ParseRule) are findings, too. `known`: further rules that references may point to,
// normally the built-in pack; a file takes the place of a known rule of the same id. Findings are
// in the order of the files and, within a file, of their places.
std::vector<Finding> Lint(const std::vector<RuleText>& texts, const rules::RulePack& known);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_LINT_H_
