#ifndef EXDIAG_CLI_WHY_ANSWER_H_
#define EXDIAG_CLI_WHY_ANSWER_H_

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "rules/rule_pack.h"

namespace exdiag::cli {

// `diagnose --why ID` and `--why-not ID`: tells for each log predicate by predicate why the rule of
// that id matches, or what keeps it from matching.
ExitStatus AnswerWhy(const CommandLine& line, const rules::RulePack& pack, const Console& console);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_WHY_ANSWER_H_
