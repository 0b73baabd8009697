#include "cli/found_logs.h"

#include <catch2/catch.hpp>

#include "temporary_folder.h"

namespace exdiag::cli {
namespace {

constexpr std::string_view kLogHead =
    "[03/10/2026 17:00:00.0001] [0] **********************************************\r\n"
    "[03/10/2026 17:00:00.0002] [0] Starting Microsoft Exchange Server 2016 Setup\r\n";

TEST_CASE("A file named like the setup log is worth reading whatever it begins with") {
  CHECK(MayBeSetupLog("ExchangeSetup.log", ""));
  CHECK(MayBeSetupLog("exchangesetup-old.LOG", "cut"));
}

TEST_CASE("A log of another program beside it is not") {
  CHECK_FALSE(
      MayBeSetupLog("u_ex260310.log", "#Software: Microsoft Internet Information Services 10.0\n"));
  CHECK_FALSE(MayBeSetupLog("notes.txt", "Exchange Server maintenance on Friday\n"));
}

TEST_CASE("An excerpt is found by what only setup says, under any name") {
  CHECK(MayBeSetupLog("ticket-4711", "The following error was generated when \"$error.Clear();"));
  CHECK(MayBeSetupLog("ticket.md", "Der folgende Fehler: $error.Clear(); Install-X"));
  CHECK(MayBeSetupLog("part2.log", kLogHead));
}

TEST_CASE("A page that only speaks of setup logs is not taken for one") {
  CHECK_FALSE(
      MayBeSetupLog("README.md", "How to read ExchangeSetup.log: look for [ERROR] lines.\n"));
}

}  // namespace
}  // namespace exdiag::cli
