#include "cli/command_line.h"

#include <catch2/catch.hpp>
#include <set>

#include "cli/command_table.h"
#include "cli/help.h"

namespace exdiag::cli {
namespace {

using Catch::Contains;

CommandLine Parsed(const std::vector<std::string>& arguments) {
  const ParsedCommandLine parsed = ParseCommandLine(arguments);
  INFO(parsed.error);
  CHECK(parsed.error.empty());
  return parsed.line;
}

std::string ErrorOf(const std::vector<std::string>& arguments) {
  return ParseCommandLine(arguments).error;
}

TEST_CASE("A path without a command is diagnosed") {
  const CommandLine line = Parsed({"some/ExchangeSetup.log"});
  CHECK(line.command->name == "diagnose");
  CHECK(line.arguments == std::vector<std::string>{"some/ExchangeSetup.log"});
}

TEST_CASE("Options may stand before the command, between the paths and behind them") {
  const CommandLine line =
      Parsed({"--quiet", "diagnose", "a.log", "-f", "json", "b.log", "--jobs=3"});
  CHECK(line.arguments == std::vector<std::string>{"a.log", "b.log"});
  CHECK(line.quiet);
  CHECK(line.format == Format::kJson);
  CHECK(line.jobs == 3);
}

TEST_CASE("A value of an option is not taken for a command") {
  CHECK(Parsed({"--output", "explain", "a.log"}).command->name == "diagnose");
}

TEST_CASE("A lone dash is standard input") {
  CHECK(Parsed({"-"}).arguments == std::vector<std::string>{"-"});
}

TEST_CASE("After two dashes everything is a path") {
  CHECK(Parsed({"diagnose", "--", "--odd.log"}).arguments == std::vector<std::string>{"--odd.log"});
}

TEST_CASE("rules takes a second word") {
  CHECK(Parsed({"rules", "list", "iis"}).command->name == "rules list");
  CHECK_THAT(ErrorOf({"rules"}), Contains("needs one of: ") && Contains("list"));
  CHECK_THAT(ErrorOf({"rules", "lst"}), Contains("did you mean rules list?"));
}

TEST_CASE("A misspelt command or option is answered by a suggestion") {
  CHECK(ErrorOf({"diagnos", "a.log"}) == "there is no command `diagnos`; did you mean diagnose?");
  CHECK(ErrorOf({"a.log", "--fromat", "json"}) ==
        "there is no option --fromat; did you mean --format?");
  CHECK(ErrorOf({"a.log", "--colour=always"}) ==
        "there is no option --colour; did you mean --color?");
  CHECK(ErrorOf({"a.log", "-Z"}) == "there is no option -Z");
}

TEST_CASE("Options are not abbreviated, so that new ones cannot break scripts") {
  CHECK_THAT(ErrorOf({"a.log", "--verb"}), Contains("there is no option --verb"));
}

TEST_CASE("A word that is nearly no command is a path") {
  CHECK(Parsed({"logs-of-ex01"}).arguments.size() == 1);
}

TEST_CASE("An option of another command is refused") {
  CHECK(ErrorOf({"explain", "1603", "--attempt", "2"}) == "`explain` has no option --attempt");
}

TEST_CASE("Values are checked") {
  CHECK_THAT(ErrorOf({"a.log", "--attempt", "0"}),
             Contains("--attempt takes last, all or a number from 1, not \"0\""));
  CHECK_THAT(ErrorOf({"a.log", "--jobs", "many"}), Contains("--jobs takes a number"));
  CHECK_THAT(ErrorOf({"a.log", "--color", "red"}), Contains("auto, always or never"));
  CHECK_THAT(ErrorOf({"a.log", "--format", "xml"}), Contains("text, json, ndjson"));
  CHECK_THAT(ErrorOf({"a.log", "--encoding", "ebcdic"}), Contains("ebcdic"));
  CHECK_THAT(ErrorOf({"a.log", "--output"}), Contains("--output") && Contains("needs a value"));
  CHECK_THAT(ErrorOf({"a.log", "--quiet=yes"}), Contains("--quiet") && Contains("takes no value"));
}

TEST_CASE("Attempts are the last, all, or one by its number") {
  CHECK_FALSE(Parsed({"a.log"}).attempt.all);
  CHECK(Parsed({"a.log", "--attempt", "all"}).attempt.all);
  CHECK(Parsed({"a.log", "--attempt", "2"}).attempt.number == 2);
  CHECK_FALSE(Parsed({"a.log", "--attempt", "last"}).attempt.number);
}

TEST_CASE("A dash is standard output, too") {
  // A file of that name was written.
  CHECK(Parsed({"a.log", "-o", "-"}).output.empty());
}

TEST_CASE("The ending of the output file says the format unless --format does") {
  CHECK(Parsed({"a.log", "-o", "r.JSON"}).format == Format::kJson);
  CHECK(Parsed({"a.log", "-o", "r.jsonl"}).format == Format::kNdjson);
  CHECK(Parsed({"a.log", "-o", "r.json", "-f", "text"}).format == Format::kText);
  CHECK(Parsed({"a.log", "-o", "report"}).format == Format::kText);
}

TEST_CASE("--rules may be repeated") {
  CHECK(Parsed({"a.log", "--rules", "x", "--rules", "y"}).rule_paths ==
        std::vector<std::string>{"x", "y"});
}

TEST_CASE("A command without what it needs says so") {
  CHECK_THAT(ErrorOf({"diagnose"}), Contains("`diagnose` needs PATH"));
  CHECK_THAT(ErrorOf({"explain"}), Contains("`explain` needs ID"));
}

TEST_CASE("Help is had in the manner of cmd.exe, too, and needs no paths") {
  CHECK(Parsed({"/?"}).help);
  CHECK(Parsed({"diagnose", "-h"}).help);
  CHECK(Parsed({"rules", "--help"}).help);
}

TEST_CASE("Names and letters of options are unique") {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const OptionSpec& option : AllOptions()) {
    CHECK(names.insert(option.name).second);
    if (option.short_name != '\0') CHECK(letters.insert(option.short_name).second);
    CHECK_FALSE(option.help.ends_with("."));
  }
}

TEST_CASE("Every command and every option stands in its help, within the width") {
  const std::string general = GeneralHelp(80);
  for (const CommandSpec& command : AllCommands()) {
    CHECK_THAT(general, Contains(std::string(command.name)));
    const std::string help = CommandHelp(command, 80);
    for (const OptionSpec& option : AllOptions()) {
      const bool shown = help.find("--" + std::string(option.name) + " ") != std::string::npos ||
                         help.find("--" + std::string(option.name) + "\n") != std::string::npos;
      CHECK(shown == ((option.commands & command.bit) != 0));
    }
  }
  size_t column = 0;
  for (const char c : general) {
    column = c == '\n' ? 0 : column + 1;
    CHECK(column <= 80);
  }
}

}  // namespace
}  // namespace exdiag::cli
