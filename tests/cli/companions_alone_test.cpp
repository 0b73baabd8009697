// Logs that stand beside setup's own, sent without it.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "temporary_folder.h"

using namespace exdiag;
using Catch::Contains;

namespace {

struct Ran {
  int status = 0;
  std::string out;
};

Ran Run(const std::vector<std::string>& arguments) {
  cli::TextOutput out, error;
  cli::Console console;
  console.out = &out;
  console.error = &error;
  const auto status = cli::RunProgram(arguments, console);
  return {static_cast<int>(status), out.text()};
}

nlohmann::json ReportOn(const std::string& path) {
  return nlohmann::json::parse(Run({path, "--format", "json"}).out)["logs"][0];
}

constexpr std::string_view kScript =
    "# Default Install steps for Bridgehead.\n"
    "# Programmatically generated on 3/10/2026 5:48:49 PM.\n"
    "$RoleInstallPath = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\'\n";

}  // namespace

// The rules look for setup's own errors; the scripts beside it fail for the same reasons, and were
// of unknown cause.
TEST_CASE("What a script beside setup met is told by the rules for setup's own errors") {
  const TemporaryFolder folder;
  const auto denied = ReportOn(folder.Write(
      "UpdateConfigFile.log",
      "[20:31:29] * UpdateConfigFiles.ps1: 10/21/2025 8:31:29 PM\n"
      "[20:31:31] ERROR: Access to the path 'C:\\inetpub\\x\\web.config' is denied.\n"));
  CHECK(denied["kind"] == "update-config");
  CHECK(denied["diagnoses"][0]["rule"] == "generic-access-denied");
  CHECK(denied["diagnoses"][0]["evidence"][0]["line"] == 2);
  CHECK(denied["failure"]["message"] ==
        "ERROR: Access to the path 'C:\\inetpub\\x\\web.config' is denied.");

  const auto missing = ReportOn(
      folder.Write("UpdateCas.log",
                   "[20:31:29] * UpdateCas.ps1: 10/21/2025 8:31:29 PM\n"
                   "[20:31:39] ERROR: Updating OWA failed: Exception calling \"Load\" with \"1\" "
                   "argument(s): \"Could not find file 'C:\\ecp\\web.config'.\"\n"));
  CHECK(missing["kind"] == "update-cas");
  CHECK(missing["diagnoses"][0]["rule"] == "generic-file-missing");
}

// Taken for setup's log by their dates, they were left out beside it.
TEST_CASE("A log beside setup's is known by its name if it stamps dates too, but no levels") {
  const TemporaryFolder folder;
  const auto report = ReportOn(
      folder.Write("InstallSearch.log",
                   "[10/21/2025 20:31:29] Starting\n"
                   "[10/21/2025 20:31:30] Failed: System.TimeoutException: Timed out waiting for "
                   "Admin node to be up and running\n"));
  CHECK(report["kind"] == "search-install");
  CHECK(report["verdict"] == "failed");
  CHECK(report["diagnoses"][0]["rule"] == "search-foundation-config-failed");
}

// "Setup is still running, was stopped, or the log was cut off" stood above a generated script.
TEST_CASE("A log beside setup's that shows no failure says where the result stands") {
  const TemporaryFolder folder;
  const std::string script =
      folder.Write("Install-BridgeheadRole-20260310-1748490250331374206211.ps1", kScript);
  const std::string services = folder.Write("ServiceControl.log",
                                            "[20:31:30] ServiceControl.ps1: BeforePatch\n"
                                            "[20:31:30] Disabling service 'MSExchangeTransport'.\n"
                                            "[20:35:50] Enabling service 'MSExchangeTransport'.\n");
  for (const std::string& path : {script, services}) {
    for (const std::string format : {"text", "markdown", "html"}) {
      CAPTURE(path, format);
      const Ran ran = Run({path, "--format", format});
      CHECK(ran.status == 3);
      CHECK_THAT(ran.out, Contains("How setup ended"));
      CHECK_THAT(ran.out, !Contains("still running, was"));
    }
  }
  CHECK_THAT(Run({script}).out, Contains("script that setup generated"));
  CHECK_THAT(Run({services}).out, Contains("It shows no failure"));
}
