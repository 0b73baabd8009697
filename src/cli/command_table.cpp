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
       "Writes one report for each setup log found: the verdict, the root cause with its evidence, "
       "the steps that mend "
       "it, whether setup can be run again, and what setup has left behind. PATH is a log, a "
       "folder such as "
       "C:\\ExchangeSetupLogs, an archive, or - for standard input. Other logs in the same folder "
       "or archive "
       "(*.msilog, ldif.err, ServiceControl.log) add their evidence.",
       1, kAny, RunDiagnose},
      {kTriage, "triage", "PATH...", "sort many logs by root cause",
       "Writes one line for each setup log found, then the groups: which root cause, how many "
       "logs, and which. "
       "Failures whose cause no rule knows are grouped by their fingerprint, which is the same for "
       "the same failure on "
       "another server.",
       1, kAny, RunTriage},
      {kTimeline, "timeline", "PATH", "show where the time went and how far setup came",
       "Writes a setup log as a tree of roles, components and cmdlets, each with start, duration "
       "and share of the whole, "
       "and marks where setup failed. Steps that took no time are counted, not listed, unless "
       "--min-duration 0 asks for "
       "them. --format trace writes the tree for Perfetto or chrome://tracing.",
       1, 1, RunTimeline},
      {kRedact, "redact", "PATH...", "make a copy of logs that can be shared",
       "Writes a copy in which names of hosts, domains, users, sites and the organization, "
       "addresses, SIDs and GUIDs of "
       "objects are replaced, each by the same stand-in everywhere. The copy diagnoses to the same "
       "result. OUT is a file "
       "for one log, a folder for those of a folder or an archive. Read the copy before you share "
       "it: what a log never "
       "states as a name, such as the signature in a mail, is not found.",
       1, kAny, RunRedact},
      {kExplain, "explain", "ID-or-CODE...",
       "tell all about a rule, an error code, a build or a check",
       "Explains rules by their id; error codes in any spelling (0x80070643, 1603, -2147023293, "
       "INSUFF_ACCESS_RIGHTS); "
       "exception types; Exchange builds (15.1.2507.6); setup components and readiness checks by "
       "their names.",
       1, kAny, RunExplain},
      {kRulesList, "rules list", "[WORD...]", "list the rules",
       "Lists the rules, or those whose id, category, title or tags contain each WORD.", 0, kAny,
       RunRulesList},
      {kRulesShow, "rules show", "ID...", "print rules with their conditions",
       "Prints all that a rule holds: what it matches, what it captures, and its texts.", 1, kAny,
       RunRulesShow},
      {kRulesLint, "rules lint", "PATH...", "check rule files",
       "Checks rule files and folders of them: patterns, texts, commands, tests, names of "
       "customers, and how rules stand to "
       "each other. Findings tell the line, what is wrong and how to mend it; errors and warnings "
       "must be mended before a "
       "rule joins the pack, advice is yours to judge. --format github writes annotations for a "
       "pull request. Exit status: "
       "0 nothing but advice, 1 warnings, 78 errors.",
       1, kAny, RunRulesLint},
      {kRulesTest, "rules test", "PATH...", "run the tests that rule files carry",
       "Runs the tests of rule files and folders of them. For a failing test it shows which "
       "predicate did not hold and "
       "what in the log came nearest. Exit status: 0 all passed, 1 a test failed, 78 a file is no "
       "rule.",
       1, kAny, RunRulesTest},
      {kRulesNew, "rules new", "", "draft a rule from the log of a failure",
       "Writes a rule file for the failure in a log: conditions on what setup does not translate, "
       "a pattern of the message "
       "with captures, a redacted excerpt as a test, a look-alike that must not match, and TODO "
       "where only a person knows.",
       0, 0, RunRulesNew},
      {kRulesSchema, "rules schema", "", "print the JSON Schema of rule files",
       "Prints the JSON Schema by which editors complete and check rule files; with --format "
       "markdown the reference of "
       "keys, predicates and checks.",
       0, 0, RunRulesSchema},
      {kRulesDiff, "rules diff", "OLD-DIR NEW-DIR LOG...",
       "tell which diagnoses change between two folders of rules",
       "Compares two folders of rules: which rules differ, and which of the logs are diagnosed "
       "differently.",
       2, kAny, RunRulesDiff},
      {kGenerate, "generate", "WHAT", "print the manual page, or completions for a shell",
       "Prints the manual page (man), or the script by which a shell completes the command line: "
       "bash, zsh, fish or "
       "powershell. For PowerShell, put `exdiag generate powershell | Out-String | "
       "Invoke-Expression` into $PROFILE.",
       1, 1, RunGenerate},
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
