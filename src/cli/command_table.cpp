#include "cli/command_table.h"

#include <algorithm>

#include "cli/commands.h"

namespace exdiag::cli {
namespace {

constexpr size_t kAny = static_cast<size_t>(-1);

}  // namespace

const std::vector<CommandSpec>& AllCommands() {
  static const std::vector<CommandSpec> commands = {
      {kDiagnose, "diagnose", "PATH...", "find the root cause of a failed setup",
       "Writes one report for each setup log found: the verdict, the root cause with its evidence, the steps that mend "
       "it, whether setup can be run again, and what setup has left behind. PATH is a log, a folder such as "
       "C:\\ExchangeSetupLogs, an archive, or - for standard input. Other logs in the same folder or archive "
       "(*.msilog, ldif.err, ServiceControl.log) add their evidence.",
       1, kAny, RunDiagnose},
      {kExplain, "explain", "ID-or-CODE...", "tell all about a rule, an error code, a build or a check",
       "Explains rules by their id; error codes in any spelling (0x80070643, 1603, -2147023293, INSUFF_ACCESS_RIGHTS); "
       "exception types; Exchange builds (15.1.2507.6); setup components and readiness checks by their names.",
       1, kAny, RunExplain},
      {kRulesList, "rules list", "[WORD...]", "list the rules",
       "Lists the rules, or those whose id, category, title or tags contain each WORD.", 0, kAny, RunRulesList},
      {kRulesShow, "rules show", "ID...", "print rules with their conditions",
       "Prints all that a rule holds: what it matches, what it captures, and its texts.", 1, kAny, RunRulesShow},
  };
  return commands;
}

const CommandSpec* FindCommand(std::string_view name) {
  const auto& commands = AllCommands();
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const CommandSpec& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

}  // namespace exdiag::cli
