#include "cli/completions.h"

#include <catch2/catch.hpp>

#include "cli/command_table.h"
#include "cli/completion_words.h"
#include "cli/manual_page.h"
#include "cli/option_table.h"

namespace exdiag::cli {
namespace {

using Catch::Contains;

std::vector<std::string> AllScripts() {
  return {BashCompletions(), ZshCompletions(), FishCompletions(), PowerShellCompletions()};
}

TEST_CASE("Every shell is told of every command and option") {
  for (const std::string& script : AllScripts()) {
    INFO(script);
    for (const FirstWord& first : FirstWords())
      CHECK_THAT(script, Contains(std::string(first.word)));
    for (const CommandSpec& command : AllCommands())
      CHECK_THAT(script, Contains(std::string(SecondWord(command))));
    for (const OptionSpec& option : AllOptions())
      CHECK_THAT(script, Contains(std::string(option.name)));
  }
}

TEST_CASE("Every shell is told the values of --color and --format") {
  for (const std::string& script : AllScripts()) {
    CHECK_THAT(script, Contains("never"));
    CHECK_THAT(script, Contains("ndjson"));
  }
}

TEST_CASE("The manual page tells of every command and option, and of every exit status") {
  const std::string page = ManualPage();
  for (const OptionSpec& option : AllOptions()) {
    std::string dashed;
    for (const char c : option.name) dashed += c == '-' ? "\\-" : std::string(1, c);
    CHECK_THAT(page, Contains("\\-\\-" + dashed));
  }
  for (const CommandSpec& command : AllCommands())
    CHECK_THAT(page, Contains(".B exdiag " + std::string(command.name)));
  for (const char* status : {"0", "1", "2", "3", "64", "65", "66", "70", "74", "78"}) {
    CHECK_THAT(page, Contains(std::string(".B ") + status + "\n"));
  }
}

TEST_CASE("No line of the manual page is taken for a request by accident") {
  const std::string page = ManualPage();
  for (size_t at = page.find("\n."); at != std::string::npos; at = page.find("\n.", at + 1)) {
    const std::string request = page.substr(at + 2, page.find_first_of(" \n", at + 2) - at - 2);
    INFO(request);
    CHECK((request == "SH" || request == "TP" || request == "B" || request == "br"));
  }
}

TEST_CASE("A help text is shortened at its first pause") {
  CHECK(Short("how to write the result: text or json") == "how to write the result");
  CHECK(Short("show this help") == "show this help");
}

TEST_CASE("Commands of two words share their first") {
  for (const FirstWord& first : FirstWords()) {
    if (first.word == "rules") CHECK(first.commands.size() >= 2);
  }
}

}  // namespace
}  // namespace exdiag::cli
