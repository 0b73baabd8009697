#include "cli/help.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/build_facts.h"
#include "report/layout.h"
#include "rules/rule_pack.h"

namespace exdiag::cli {
namespace {

constexpr int kCommandColumn = 18;
constexpr int kOptionColumn = 28;

constexpr std::string_view kExamples =
    "Examples:\n"
    "  exdiag C:\\ExchangeSetupLogs              why did the last setup fail?\n"
    "  exdiag ExchangeSetup.log -o report.json  the same for a script\n"
    "  exdiag logs.zip --attempt all            every run that the log holds\n"
    "  exdiag explain 0x80070643                what an error code means\n"
    "  exdiag explain cert-expired              all that a rule knows\n";

constexpr std::string_view kStatuses =
    "Exit status:\n"
    "   0  setup succeeded            65  the input holds no setup log\n"
    "   1  the cause was diagnosed    66  the input cannot be read\n"
    "   2  no rule knows the cause    70  internal error\n"
    "   3  the log does not tell      74  the output cannot be written\n"
    "  64  wrong usage                78  a rule file is invalid\n";

// "  name            text that goes on\n                  below".
std::string Entry(const std::string& name, std::string_view text, int column, int width) {
  std::string entry;
  std::string front = report::Padded("  " + name, column);
  if (static_cast<int>(name.size()) + 3 > column) {
    entry = "  " + name + "\n";
    front = std::string(static_cast<size_t>(column), ' ');
  }
  for (const std::string& line : report::WrapWords(text, width - column)) {
    entry += front + line + "\n";
    front.assign(static_cast<size_t>(column), ' ');
  }
  return entry;
}

std::string OptionText(const OptionSpec& option) {
  std::string text = option.short_name == '\0' ? "    " : fmt::format("-{}, ", option.short_name);
  text += fmt::format("--{}", option.name);
  if (!option.argument.empty()) text += fmt::format(" {}", option.argument);
  return text;
}

std::string OptionList(unsigned commands, int width) {
  std::string list = "Options:\n";
  for (const OptionSpec& option : AllOptions()) {
    if ((option.commands & commands) != 0)
      list += Entry(OptionText(option), option.help, kOptionColumn, width);
  }
  return list;
}

std::string Paragraph(std::string_view text, int width) {
  std::string paragraph;
  for (const std::string& line : report::WrapWords(text, width)) paragraph += line + "\n";
  return paragraph;
}

}  // namespace

std::string GeneralHelp(int width) {
  std::string help = Paragraph(
      "exdiag finds the root cause of a failed Exchange Server setup in its logs, shows the "
      "evidence and tells how to "
      "mend it.",
      width);
  help += "\nUsage: exdiag [COMMAND] [OPTION]... PATH...\n\n";
  help += kExamples;
  help += "\nCommands:\n";
  for (const CommandSpec& command : AllCommands()) {
    help += Entry(std::string(command.name), command.summary, kCommandColumn, width);
  }
  help += Paragraph(
      "Without a command, paths are diagnosed. A path is a log, a folder, an archive, or - for "
      "standard "
      "input. `exdiag COMMAND --help` tells more.",
      width);
  help += "\n" + OptionList(AllCommands().front().bit, width);
  help += "\n";
  help += kStatuses;
  return help;
}

std::string CommandHelp(const CommandSpec& command, int width) {
  std::string help =
      fmt::format("Usage: exdiag {} [OPTION]... {}\n\n", command.name, command.arguments);
  help += Paragraph(command.description, width);
  help += "\n" + OptionList(command.bit, width);
  return help;
}

std::string VersionText(bool verbose) {
  std::string text = fmt::format("exdiag {}\nrules {} (digest {})\n", EXDIAG_VERSION,
                                 rules::BuiltinRuleCount(), rules::BuiltinRulesDigest());
  if (!verbose) return text;
  for (const BuildFact& fact : BuildFacts()) text += fmt::format("{} {}\n", fact.name, fact.value);
  return text;
}

}  // namespace exdiag::cli
