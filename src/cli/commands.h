#ifndef EXDIAG_CLI_COMMANDS_H_
#define EXDIAG_CLI_COMMANDS_H_

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"

namespace exdiag::cli {

// The commands, each in a file of its own name. They write results to console.out, messages to
// console.error, and return what the program ends with.
ExitStatus RunDiagnose(const CommandLine& line, const Console& console);   // diagnose_command.cpp
ExitStatus RunTriage(const CommandLine& line, const Console& console);     // triage_command.cpp
ExitStatus RunTimeline(const CommandLine& line, const Console& console);   // timeline_command.cpp
ExitStatus RunRedact(const CommandLine& line, const Console& console);     // redact_command.cpp
ExitStatus RunExplain(const CommandLine& line, const Console& console);    // explain_command.cpp
ExitStatus RunRulesList(const CommandLine& line, const Console& console);  // rules_list_command.cpp
ExitStatus RunRulesShow(const CommandLine& line, const Console& console);  // rules_show_command.cpp
ExitStatus RunRulesLint(const CommandLine& line, const Console& console);  // rules_lint_command.cpp
ExitStatus RunRulesTest(const CommandLine& line, const Console& console);  // rules_test_command.cpp
ExitStatus RunRulesNew(const CommandLine& line, const Console& console);   // rules_new_command.cpp
ExitStatus RunRulesSchema(const CommandLine& line,
                          const Console& console);  // rules_schema_command.cpp
ExitStatus RunRulesDiff(const CommandLine& line, const Console& console);  // rules_diff_command.cpp
ExitStatus RunGenerate(const CommandLine& line, const Console& console);   // generate_command.cpp

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COMMANDS_H_
