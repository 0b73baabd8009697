#include "rules/rule_keys.h"

#include <array>

namespace exdiag::rules {
namespace {

using Kind = Predicate::Kind;
using Words = std::string_view;

constexpr std::array<Words, 3> kSeverities = {"error", "warning", "risk"};
constexpr std::array<Words, 3> kStatuses = {"experimental", "stable", "deprecated"};
constexpr std::array<Words, 6> kProducts = {"2007", "2010", "2013", "2016", "2019", "SE"};
constexpr std::array<Words, 5> kReruns = {"now", "after-fix", "after-restart", "after-cleanup",
                                          "unknown"};
constexpr std::array<Words, 2> kCheckSeverities = {"error", "warning"};
constexpr std::array<Words, 8> kFileKinds = {"msi",        "ldif",          "service-control",
                                             "update-cas", "update-config", "search-install",
                                             "script",     "other"};
constexpr std::array<Words, 21> kFacts = {"product",
                                          "update",
                                          "setup_version",
                                          "installed_version",
                                          "backup_version",
                                          "mode",
                                          "installation_mode",
                                          "command_line",
                                          "roles",
                                          "user",
                                          "server",
                                          "os",
                                          "organization",
                                          "site",
                                          "domain_controller",
                                          "global_catalog",
                                          "schema_master",
                                          "source_directory",
                                          "install_directory",
                                          "interface",
                                          "certificate_days_left"};

constexpr std::array<KeySpec, 24> kRuleKeys = {{
    {"id", ValueKind::kLine, true,
     "Stable name of the rule, that of its file: lower-case words joined by hyphens."},
    {"title", ValueKind::kLine, true,
     "What is wrong, in one line without full stop; may hold {{capture}}."},
    {"category", ValueKind::kLine, true, "The folder that the rule stands in."},
    {"severity", ValueKind::kChoice, true,
     "error: setup stops; warning: setup goes on; risk: it will bite later.", kSeverities},
    {"status", ValueKind::kChoice, false,
     "stable: confirmed by good sources; experimental: cause or fix unproven; deprecated: not used "
     "any more.",
     kStatuses},
    {"replaced_by", ValueKind::kLine, false, "Of a deprecated rule: the one that took its place."},
    {"products", ValueKind::kChoices, false,
     "Versions of Exchange Server that the rule is for; empty: all.", kProducts},
    {"since", ValueKind::kLine, false, "Version of exdiag in which the rule first appeared."},
    {"updated", ValueKind::kLine, false, "Day of the last change of what the rule says."},
    {"contributors", ValueKind::kNames, false, "Who wrote it or gave the log."},
    {"tags", ValueKind::kNames, false, "Words to find the rule by."},
    {"match", ValueKind::kTree, true, "The condition: a tree of all, any and not over predicates."},
    {"capture", ValueKind::kTrees, false,
     "Further look-ups whose named groups become captures; one that finds nothing is no failure."},
    {"supersedes", ValueKind::kNames, false, "Rules that this one wins over where both hold."},
    {"consequences", ValueKind::kNames, false, "Rules that follow from this one where both hold."},
    {"group", ValueKind::kLine, false,
     "Findings of one group are shown as one finding with its members."},
    {"cause", ValueKind::kText, true,
     "What is wrong and why setup stops at it, in one to three sentences; may hold {{capture}}."},
    {"steps", ValueKind::kSteps, true, "What to do, in order."},
    {"verify", ValueKind::kChecks, false, "How to see that it is mended."},
    {"rerun", ValueKind::kChoice, false, "When setup can be run again.", kReruns},
    {"caution", ValueKind::kText, false, "What must not be done, or what could lose data."},
    {"false_positives", ValueKind::kText, false, "Where the rule may mislead."},
    {"references", ValueKind::kNames, false, "Addresses of the sources."},
    {"tests", ValueKind::kTests, false,
     "Excerpts that the rule must match, and look-alikes that it must not."},
}};

constexpr std::array<KeySpec, 6> kStepKeys = {{
    {"text", ValueKind::kText, true, "What to do."},
    {"command", ValueKind::kText, false,
     "The command for it, complete; captures stand inside single quotes."},
    {"shell", ValueKind::kLine, false, "Which shell the command is for, if not powershell."},
    {"where", ValueKind::kLine, false, "On which machine or in which tool."},
    {"undo", ValueKind::kText, false, "How to take it back."},
    {"caution", ValueKind::kText, false, "What to beware of."},
}};

constexpr std::array<KeySpec, 2> kCheckKeys = {{
    {"text", ValueKind::kText, true, "What should be seen."},
    {"command", ValueKind::kText, false, "The command that shows it."},
}};

constexpr std::array<KeySpec, 5> kTestKeys = {{
    {"name", ValueKind::kLine, true, "What is tested."},
    {"log", ValueKind::kText, false, "An excerpt of a setup log."},
    {"files", ValueKind::kFiles, false, "Companion logs beside it, or alone."},
    {"match", ValueKind::kYesNo, false, "false: the rule must not hold. Default: true."},
    {"captures", ValueKind::kCaptures, false, "Values that must have been captured."},
}};

constexpr std::array<KeySpec, 2> kTestFileKeys = {{
    {"name", ValueKind::kLine, true, "Name of the file; it decides what kind of log it is."},
    {"log", ValueKind::kText, true, "Its text."},
}};

constexpr std::array<KeySpec, 3> kExceptionKeys = {{
    {"type", ValueKind::kNames, false,
     "Full name of the type, or its last dotted parts; of several, any."},
    {"message", ValueKind::kPattern, false, "Searched in the message of that exception."},
    {"hresult", ValueKind::kLine, false, "Its code, in any spelling."},
}};

constexpr std::array<KeySpec, 3> kPrerequisiteKeys = {{
    {"name", ValueKind::kNames, false, "Setup's name of the check; of several, any."},
    {"message", ValueKind::kPattern, false, "Searched in the message of that check."},
    {"severity", ValueKind::kChoice, false, "Only checks that stop setup, or only those that warn.",
     kCheckSeverities},
}};

constexpr std::array<KeySpec, 2> kSettingKeys = {{
    {"name", ValueKind::kNames, true, "Name of the setting; of several, any."},
    {"value", ValueKind::kPattern, true, "Searched in its value."},
}};

constexpr std::array<KeySpec, 2> kFactKeys = {{
    {"name", ValueKind::kChoice, true, "Which fact.", kFacts},
    {"value", ValueKind::kPattern, true, "Searched in its value; of several values, in each."},
}};

constexpr std::array<KeySpec, 2> kFileKeys = {{
    {"kind", ValueKind::kChoices, false,
     "Kind of the companion log; of several, any; if missing, every kind.", kFileKinds},
    {"pattern", ValueKind::kPattern, true, "Searched in each of its records."},
}};

// In the order of Predicate::Kind.
constexpr std::array<PredicateSpec, 17> kPredicates = {{
    {Kind::kAll,
     "all",
     ValueKind::kTrees,
     {},
     "Holds when every predicate of the list holds; those on a fatal error on the same error."},
    {Kind::kAny,
     "any",
     ValueKind::kTrees,
     {},
     "Holds when one or more predicates of the list hold."},
    {Kind::kNot, "not", ValueKind::kTree, {}, "Holds when the predicate does not."},
    {Kind::kError,
     "error",
     ValueKind::kPattern,
     {},
     "The pattern is found in the text of a fatal error: the records of the failing step, script, "
     "exceptions and stack included."},
    {Kind::kMessage,
     "message",
     ValueKind::kPattern,
     {},
     "The pattern is found in any one record of the attempt."},
    {Kind::kException, "exception", ValueKind::kNames, kExceptionKeys,
     "A fatal error names an exception of that type, and with that message and code, if asked "
     "for."},
    {Kind::kCmdlet,
     "cmdlet",
     ValueKind::kNames,
     {},
     "The cmdlet failed, or the script of a fatal error calls it."},
    {Kind::kScript,
     "script",
     ValueKind::kPattern,
     {},
     "The pattern is found in the PowerShell block of a fatal error."},
    {Kind::kComponent,
     "component",
     ValueKind::kNames,
     {},
     "ERROR-REFERENCE id of a fatal error: the whole id, or the part before \"___\"; or the "
     "component that was being processed."},
    {Kind::kPrerequisite, "prerequisite", ValueKind::kNames, kPrerequisiteKeys,
     "A readiness check of that name failed, and with that message, if asked for."},
    {Kind::kSetting, "setting", ValueKind::kNone, kSettingKeys,
     "A setting that the readiness checks evaluated has such a value."},
    {Kind::kCode,
     "code",
     ValueKind::kNames,
     {},
     "A fatal error, or a companion log, names the code, however it is spelt: 0x80070643, 1603 and "
     "-2147023293 are the same."},
    {Kind::kFact, "fact", ValueKind::kNone, kFactKeys, "A fact of the attempt has such a value."},
    {Kind::kRole,
     "role",
     ValueKind::kPattern,
     {},
     "The pattern is found in the name of the role that failed, as setup shows it."},
    {Kind::kTask,
     "task",
     ValueKind::kPattern,
     {},
     "The pattern is found in the name of the task that failed."},
    {Kind::kFile, "file", ValueKind::kNone, kFileKeys,
     "The pattern is found in a record of a companion log."},
    {Kind::kPreviousAttempt,
     "previous_attempt",
     ValueKind::kTree,
     {},
     "The predicate holds on the attempt before in the same log."},
}};

static_assert(static_cast<size_t>(Kind::kPreviousAttempt) + 1 == kPredicates.size());

}  // namespace

std::string_view ValueKindName(ValueKind kind) {
  switch (kind) {
    case ValueKind::kLine:
      return "one line of text";
    case ValueKind::kText:
      return "a text";
    case ValueKind::kYesNo:
      return "true or false";
    case ValueKind::kChoice:
      return "one of the values that are allowed";
    case ValueKind::kChoices:
      return "a list of the values that are allowed";
    case ValueKind::kNames:
      return "a word or a list of words";
    case ValueKind::kPattern:
      return "a pattern";
    case ValueKind::kTree:
      return "a predicate";
    case ValueKind::kTrees:
      return "a list of predicates";
    case ValueKind::kSteps:
      return "a list of steps";
    case ValueKind::kChecks:
      return "a list of checks";
    case ValueKind::kTests:
      return "a list of tests";
    case ValueKind::kFiles:
      return "a list of files";
    case ValueKind::kCaptures:
      return "a map of names and values";
    case ValueKind::kNone:
      break;
  }
  return "nothing";
}

std::span<const KeySpec> RuleKeys() { return kRuleKeys; }
std::span<const KeySpec> StepKeys() { return kStepKeys; }
std::span<const KeySpec> CheckKeys() { return kCheckKeys; }
std::span<const KeySpec> TestKeys() { return kTestKeys; }
std::span<const KeySpec> TestFileKeys() { return kTestFileKeys; }
std::span<const PredicateSpec> PredicateSpecs() { return kPredicates; }
std::span<const std::string_view> FactNames() { return kFacts; }

const PredicateSpec& SpecOf(Predicate::Kind kind) { return kPredicates[static_cast<size_t>(kind)]; }

}  // namespace exdiag::rules
