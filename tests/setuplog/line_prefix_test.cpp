#include "setuplog/line_prefix.h"

#include <catch2/catch.hpp>

using exdiag::setuplog::LinePrefix;

namespace {

// The second of four lines that begin with `front`, without it.
std::string_view SecondWithout(std::string_view front) {
  static std::vector<std::string> texts;
  texts.clear();
  for (const char* text : {"The following error", "  Set-Thing", "was run", "at A.B()"})
    texts.push_back(std::string(front) + text);
  const std::vector<std::string_view> lines(texts.begin(), texts.end());
  return LinePrefix(lines).Without(lines[1]);
}

}  // namespace

TEST_CASE("What stands before most lines goes, and the line keeps its indentation") {
  for (const char* front :
       {"ExchangeSetup.log:12:", "> C:\\Exchange Setup Logs\\ExchangeSetup.log:1234:",
        "2026-03-10T17:00:00.1234567Z ", "VERBOSE: ", "VERBOSE: [EX01]:    [[xExchInstall]Run] ",
        "AM> ", "* ", "ex01  | ", "   12: ", "12\t"}) {
    CAPTURE(front);
    CHECK(SecondWithout(front) == "  Set-Thing");
  }
}

TEST_CASE("What stands before a stamp goes from a single line, too") {
  const std::vector<std::string_view> lines = {
      "Found it:", "ExchangeSetup.log:12:[03/10/2026 17:00:00.0000] [1] [ERROR] It broke.",
      "[03/10/2026 17:00:00.0000] [1] x.log:12:[03/10/2026 17:00:00.0000] [1] y",
      "1. Restart the server"};
  const LinePrefix prefix(lines);
  CHECK(prefix.Without(lines[1]) == "[03/10/2026 17:00:00.0000] [1] [ERROR] It broke.");
  CHECK(prefix.Without(lines[2]) == lines[2]);
  CHECK(prefix.Without(lines[3]) == lines[3]);
  CHECK(prefix.Without("").empty());
}

TEST_CASE("What stands before fewer than two of three lines stays") {
  const std::vector<std::string_view> lines = {"* a", "* b", "* c", "* d", "e", "f", "g"};
  CHECK(LinePrefix(lines).Without("* a") == "* a");
}
