#include "cli/found_logs.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

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

// The names of the files that belong to the same server, by the folder of its setup log.
std::map<std::string, std::set<std::string>> FoundIn(const TemporaryFolder& folder) {
  std::map<std::string, std::set<std::string>> found;
  for (const Container& container : FindLogs({folder.path()}, {}, nullptr).containers) {
    for (const Candidate& file : container.files)
      found[container.path.substr(folder.path().size())].insert(file.file.name);
  }
  return found;
}

TEST_CASE(
    "Logs beside setup's that lie alone belong to the setup log around them or in their folder") {
  const TemporaryFolder folder;
  folder.Write("Case1/ldif.err", "Entry DN: CN=x\nAdd error on entry starting on line 78: No\n");
  folder.Write("Case1/Logs/ExchangeSetup.log", kLogHead);
  folder.Write("Case1/Logs/Temp/msi/ldif.log",
               "Connecting to \"dc\"\nLogging in as current user\n");
  folder.Write("Case2/Logs/ExchangeSetup.log", kLogHead);
  using Names = std::set<std::string>;
  CHECK(FoundIn(folder) ==
        std::map<std::string, Names>{{"/Case1/Logs", {"ExchangeSetup.log", "ldif.err", "ldif.log"}},
                                     {"/Case2/Logs", {"ExchangeSetup.log"}}});
}

TEST_CASE("Logs beside setup's that lie beside or over several servers are left alone") {
  const TemporaryFolder folder;
  folder.Write("ldif.err", "Entry DN: CN=x\nAdd error on entry starting on line 78: No\n");
  folder.Write("EX01/ExchangeSetup.log", kLogHead);
  folder.Write("EX02/ExchangeSetup.log", kLogHead);
  folder.Write("EX03/ldif.err", "Entry DN: CN=x\nAdd error on entry starting on line 78: No\n");
  CHECK(FoundIn(folder).size() == 4);
}

}  // namespace
}  // namespace exdiag::cli
