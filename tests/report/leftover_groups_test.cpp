#include "report/leftover_groups.h"

#include <catch2/catch.hpp>

using exdiag::diagnosis::Leftover;
using exdiag::report::CommandsForAll;
using exdiag::report::LeftoverGroups;
using Commands = std::vector<std::string>;

namespace {

Leftover Disabled(const std::string& name) {
  return {"service-disabled", name, 1, "Setup disabled this service and did not restore it.",
          "Set-Service -Name '" + name + "' -StartupType Automatic; Start-Service -Name '" + name +
              "'"};
}

}  // namespace

// Commands service by service failed at the first one whose dependency was still disabled.
TEST_CASE("All services are enabled before the first one is started") {
  const std::vector<Leftover> left = {Disabled("MSExchangeTransport"), Disabled("FMS")};
  CHECK(CommandsForAll(LeftoverGroups(left).front()) ==
        Commands{"$names = 'MSExchangeTransport', 'FMS'",
                 "$names | ForEach-Object { Set-Service -Name $_ -StartupType Automatic }",
                 "$names | ForEach-Object { Start-Service -Name $_ }"});
}

TEST_CASE("One command for all is one loop") {
  std::vector<Leftover> left = {Disabled("FMS"), Disabled("W3SVC")};
  for (Leftover& service : left) service.command = "Start-Service -Name '" + service.name + "'";
  CHECK(CommandsForAll(LeftoverGroups(left).front()) ==
        Commands{"'FMS', 'W3SVC' | ForEach-Object { Start-Service -Name $_ }"});
}

TEST_CASE("Commands that differ in more than the name stay as they are") {
  std::vector<Leftover> left = {Disabled("FMS"), Disabled("W3SVC")};
  left[1].command = "Start-Service -Name 'W3SVC'";
  CHECK(CommandsForAll(LeftoverGroups(left).front()) == Commands{left[0].command, left[1].command});
}

TEST_CASE("One thing alone keeps its own command, and one without a command gives none") {
  std::vector<Leftover> left = {Disabled("FMS")};
  CHECK(CommandsForAll(LeftoverGroups(left).front()) == Commands{left[0].command});
  left[0].command.clear();
  CHECK(CommandsForAll(LeftoverGroups(left).front()).empty());
}

TEST_CASE("Things of different kinds are told apart, in the order of the log") {
  std::vector<Leftover> left = {
      Disabled("FMS"), {"watermark", "MailboxRole", 2, "…", ""}, Disabled("W3SVC")};
  const auto groups = LeftoverGroups(left);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].size() == 2);
  CHECK(groups[1].front()->name == "MailboxRole");
}
