#ifndef EXDIAG_CLI_RULE_SOURCE_H_
#define EXDIAG_CLI_RULE_SOURCE_H_

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "rules/rule_pack.h"

namespace exdiag::cli {

// The rules in force by --rules and --no-builtin-rules. False after having told what is wrong with
// the files of --rules; `pack` then has the others, and `left_out` the paths of those files.
bool LoadRulesInForce(const CommandLine& line, const Console& console, rules::RulePack* pack,
                      std::vector<std::string>* left_out = nullptr);

// What a run ends with that came to `status` by the rules that were right: a wrong rule file does
// not end it, but is not passed over either. Errors of other kinds stay.
ExitStatus StatusByRules(ExitStatus status, bool all_rules_right);

// Which rules these are: the digest of the pack, for reports.
std::string DigestOf(const CommandLine& line, const rules::RulePack& pack);

// Problems of rule files with the lines they stand on, as a compiler shows them.
void ShowProblems(const std::vector<rules::RuleProblem>& problems, const Console& console);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_RULE_SOURCE_H_
