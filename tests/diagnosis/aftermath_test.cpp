#include "diagnosis/aftermath.h"

#include <catch2/catch.hpp>

#include "setuplog/log_parser.h"

using namespace exdiag;

namespace {

std::vector<diagnosis::Leftover> LeftBy(const std::string& lines) {
  const std::string head =
      "[03/12/2026 08:00:00.0001] [0] **********************************************\n"
      "[03/12/2026 08:00:00.0002] [0] Starting Microsoft Exchange Server 2019 Setup\n"
      "[03/12/2026 08:00:00.0003] [0] **********************************************\n"
      "[03/12/2026 08:00:00.0003] [0] Server Name=EX01\n"
      "[03/12/2026 08:00:00.0003] [0] The installation mode is set to: 'BuildToBuildUpgrade'.\n";
  return diagnosis::AftermathOf(setuplog::ParseLog(head + lines).attempts.at(0), {});
}

}  // namespace

TEST_CASE("A service that setup disabled and did not restore is left behind") {
  const auto left = LeftBy(
      "[03/12/2026 08:01:00.0000] [2] [ServiceControl.ps1] Disabling service 'MSExchangeIS'.\n"
      "[03/12/2026 08:01:00.0000] [2] [ServiceControl.ps1] Stopping service 'MSExchangeIS'.\n"
      "[03/12/2026 08:01:00.0000] [2] [ServiceControl.ps1] Disabling service 'W3SVC'.\n"
      "[03/12/2026 08:02:00.0000] [2] [ServiceControl.ps1] Enabling service 'W3SVC'.\n");
  REQUIRE(left.size() == 1);
  CHECK(left[0].kind == "service-disabled");
  CHECK(left[0].name == "MSExchangeIS");
  CHECK(left[0].line == 6);
  CHECK(left[0].command ==
        "Set-Service -Name 'MSExchangeIS' -StartupType Automatic; Start-Service -Name "
        "'MSExchangeIS'");
}

TEST_CASE("A component set inactive keeps its requester in the command") {
  const auto left = LeftBy(
      "[03/12/2026 08:01:00.0000] [2] User specified parameters:  -Component:'ServerWideOffline' "
      "-Requester:'Maintenance' -State:'Inactive' -Identity:'EX01'\n");
  REQUIRE(left.size() == 1);
  CHECK(left[0].kind == "component-inactive");
  CHECK(left[0].command ==
        "Set-ServerComponentState -Identity 'EX01' -Component 'ServerWideOffline' -Requester "
        "'Maintenance' -State Active");
}

TEST_CASE("A role that failed leaves its watermark in the registry of its version") {
  const auto left = LeftBy(
      "[03/12/2026 08:01:00.0000] [0] Setup will run the task 'Install-BridgeheadRole'\n"
      "[03/12/2026 08:01:00.0000] [1] [ERROR] It broke.\n"
      "[03/12/2026 08:01:00.0000] [1] [ERROR-REFERENCE] Id=X___1 Component=\n"
      "[03/12/2026 08:01:00.0000] [1] Setup is stopping now because of one or more critical "
      "errors.\n");
  REQUIRE(left.size() == 1);
  CHECK(left[0].kind == "watermark");
  CHECK(left[0].name == "BridgeheadRole");
  CHECK(left[0].line == 7);
  CHECK(left[0].command ==
        "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\BridgeheadRole' "
        "| Format-List Action, Watermark");
}

TEST_CASE("After a success nothing is left behind") {
  CHECK(LeftBy("[03/12/2026 08:01:00.0000] [2] [ServiceControl.ps1] Disabling service 'X'.\n"
               "[03/12/2026 08:09:00.0000] [0] The Exchange Server setup operation completed "
               "successfully.\n")
            .empty());
}

TEST_CASE("Removed files of the old build are told, as there is no way back") {
  const auto left = LeftBy(
      "[03/12/2026 08:01:00.0000] [0] Setup will run the task 'uninstall-msipackage'\n"
      "[03/12/2026 08:01:00.0000] [1] Beginning processing uninstall-MsiPackage\n"
      "[03/12/2026 08:02:00.0000] [1] Ending processing uninstall-MsiPackage\n"
      "[03/12/2026 08:03:00.0000] [0] The Exchange Server setup operation didn't complete.\n");
  REQUIRE(left.size() == 1);
  CHECK(left[0].kind == "files-removed");
}
