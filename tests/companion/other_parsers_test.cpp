#include <catch2/catch.hpp>

#include "companion/parsed.h"

using namespace exdiag::companion;
using StateKind = exdiag::setuplog::StateChange::Kind;

TEST_CASE("ldifde's error becomes one record with its entry and points to the right lines") {
  const CompanionLog log =
      Parsed(Kind::kLdif,
             "Connecting to \"DC01.contoso.com\"\r\n"
             "1: CN=ms-Exch-First,CN=Schema,CN=Configuration,DC=contoso,DC=com\r\n"
             "Entry DN: CN=ms-Exch-First,CN=Schema,CN=Configuration,DC=contoso,DC=com\r\n"
             "Entry modified successfully.\r\n"
             "2: CN=ms-Exch-Second,CN=Schema,CN=Configuration,DC=contoso,DC=com\r\n"
             "Entry DN: CN=ms-Exch-Second,CN=Schema,CN=Configuration,DC=contoso,DC=com\r\n"
             "Add error on entry starting on line 78: Unwilling To Perform\r\n"
             "\r\n"
             "The server side error is: 0x20bb Schema update failed: duplicate OID.\r\n"
             "\r\n"
             "The extended server error is:\r\n"
             "\r\n"
             "000020BB: SvcErr: DSID-0326036D, problem 5003 (WILL_NOT_PERFORM), data 8379\r\n"
             "\r\n\r\n"
             "An error has occurred in the program\r\n");
  REQUIRE(log.records.size() == 1);
  const auto& record = log.records[0];
  CHECK(record.line == 5);
  CHECK(LineAt(record, record.text.find("0x20bb")) == 9);
  CHECK(LineAt(record, record.text.find("DSID")) == 13);
  CHECK_FALSE(Keeps(log, "ms-Exch-First"));
  CHECK(Keeps(log, "An error has occurred in the program"));
  CHECK(log.failure_message ==
        "The server side error is: 0x20bb Schema update failed: duplicate OID.");
  CHECK(log.failure_line == 9);
  CHECK(log.codes == std::vector<std::string>{"0x20bb", "WILL_NOT_PERFORM"});
}

TEST_CASE("an import without an error shows no failure") {
  const CompanionLog log =
      Parsed(Kind::kLdif,
             "1: CN=a,DC=contoso,DC=com\nEntry modified successfully.\n1 entry modified "
             "successfully.\nThe command has completed successfully\n");
  CHECK_FALSE(log.failed);
  CHECK(log.records.empty());
}

TEST_CASE("a translated ldif.err is known by what is not translated") {
  const CompanionLog log =
      Parsed(Kind::kLdif,
             "Eintrags-DN: CN=ms-Exch-x,CN=Schema,CN=Configuration,DC=contoso,DC=com\n"
             "Fehler beim Hinzufügen in Zeile 78: Ausführung nicht möglich\n\n"
             "Serverseitiger Fehler: 0x20bb\n");
  CHECK(log.failed);
  CHECK(Keeps(log, "ms-Exch-x"));
  CHECK(HasCode(log, "0x20bb"));
}

TEST_CASE("services that were disabled and not restored are told, stopped or not") {
  const CompanionLog log =
      Parsed(Kind::kServiceControl,
             "[20:31:30] -----------------------------------------------\r\n"
             "[20:31:30] ServiceControl.ps1: BeforePatch\r\n"
             "[20:31:30] Disabling service 'MSExchangeTransport'.\r\n"
             "[20:31:30] Disabling service 'W3SVC'.\r\n"
             "[20:31:43] Stopping service 'MSExchangeTransport'.\r\n"
             "[20:31:44] Stopping service 'WinMgmt'.\r\n"
             "[20:31:50] Enabling service 'W3SVC'.\r\n"
             "[20:34:49] Unable to stop service 'MSExchangeTransport'\r\n"
             "[20:34:50] [Error] System.ServiceProcess.TimeoutException: Time out has expired.\r\n"
             "   at System.ServiceProcess.ServiceController.WaitForStatus(TimeSpan timeout)\r\n"
             "[20:34:51] Script failed.\r\n");
  CHECK(log.failed);
  CHECK(log.failure_message == "Unable to stop service 'MSExchangeTransport'");
  CHECK(log.failure_line == 8);
  REQUIRE(log.state_changes.size() == 2);
  CHECK(log.state_changes[0].kind == StateKind::kServiceDisabled);
  CHECK(log.state_changes[0].name == "MSExchangeTransport");
  CHECK(log.state_changes[0].line == 3);
  CHECK(log.state_changes[1].kind == StateKind::kServiceStopped);
  CHECK(log.state_changes[1].name == "WinMgmt");
  CHECK(Keeps(log, "TimeoutException: Time out has expired.\n   at System"));
}

// Lines behind a blank one were quoted under the number of the line before.
TEST_CASE("a message of ServiceControl with blank lines in it points to the right lines") {
  const CompanionLog log = Parsed(Kind::kServiceControl,
                                  "[20:31:29] Stopping service 'W3SVC'.\r\n"
                                  "\r\n"
                                  "System.TimeoutException: Time out has expired\r\n");
  REQUIRE(log.records.size() == 1);
  const auto& record = log.records[0];
  CHECK(LineAt(record, record.text.find("TimeoutException")) == 3);
}

// Each was compared with all others: a log of a million names took hours.
TEST_CASE("of more services than any server has the first five hundred are told") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "[20:31:30] Stopping service 'Service" + std::to_string(i) + "'.\n";
  text += "[20:31:31] Starting service 'Service0'.\n";
  text += "[20:31:31] Starting service 'Service900'.\n";
  const CompanionLog log = Parsed(Kind::kServiceControl, text);
  REQUIRE(log.state_changes.size() == 499);
  CHECK(log.state_changes[0].name == "Service1");
  CHECK(log.state_changes[498].name == "Service499");
}

TEST_CASE("a failure of an earlier run does not count for the last one") {
  const CompanionLog log = Parsed(Kind::kServiceControl,
                                  "[08:00:00] Disabling service 'MSExchangeIS'.\n"
                                  "[08:05:00] Unable to stop service 'MSExchangeIS'\n"
                                  "[20:31:30] Disabling service 'W3SVC'.\n"
                                  "[20:31:50] Starting service 'W3SVC'.\n");
  CHECK_FALSE(log.failed);
  CHECK_FALSE(Keeps(log, "Unable to stop"));
  REQUIRE(log.state_changes.size() == 1);
  CHECK(log.state_changes[0].name == "MSExchangeIS");
}

TEST_CASE("a run over midnight stays one run") {
  const CompanionLog log = Parsed(Kind::kServiceControl,
                                  "[23:58:00] Disabling service 'MSExchangeIS'.\n[00:00:00] Unable "
                                  "to stop service 'MSExchangeIS'\n");
  CHECK(log.failed);
  CHECK(Keeps(log, "Disabling service"));
}

TEST_CASE(
    "the last run of UpdateCas tells of errors with their stack, and harmless talk of errors is "
    "left out") {
  const CompanionLog log = Parsed(Kind::kUpdateCas,
                                  "[10:00:00] * UpdateCas.ps1: 1/10/2026 10:00:00 AM\n"
                                  "[10:00:01] [Error] System.Exception: old trouble\n"
                                  "[20:19:52] * UpdateCas.ps1: 3/12/2026 8:19:52 PM\n"
                                  "[20:19:53] Found no errors.\n"
                                  "[20:19:54] [Error] System.IO.FileNotFoundException: Could not "
                                  "load file or assembly 'Microsoft.Exchange.Common'.\n"
                                  "   at Microsoft.Exchange.Setup.Step()\n"
                                  "[20:19:55] Finished: 3 seconds.\n");
  CHECK(log.failed);
  CHECK(log.failure_line == 5);
  CHECK_FALSE(Keeps(log, "old trouble"));
  CHECK_FALSE(Keeps(log, "Found no errors"));
  CHECK(Keeps(log, "Common'.\n   at Microsoft"));
  CHECK(exdiag::setuplog::IsoText(*log.started) == "2026-03-12T20:19:52.000Z");
}

TEST_CASE("codes of a script's errors are kept, those of lines that tell of none are not") {
  const CompanionLog log = Parsed(Kind::kSearchInstall,
                                  "Installing the node, exit code: 0\n"
                                  "It took 0x80004005 ms.\n"
                                  "Failure while stopping: exit code: -2147024891\n"
                                  "Error 0x80070005: the process failed.\n"
                                  "It failed without a code.\n");
  CHECK(log.codes == std::vector<std::string>{"-2147024891", "0x80070005"});
}

TEST_CASE("a generated script gives its variables and steps and no failure") {
  const CompanionLog log =
      Parsed(Kind::kScript,
             "# Default Start steps for PreFileCopy.\r\n"
             "# Programmatically generated on 6/22/2026 7:20:25 AM.\r\n"
             "$RoleInstallPath = 'D:\\Exchange'\r\n"
             "# Tasks for 'All Roles Pre File Copy' component\r\n"
             "# [ID = AllRolesPreFileCopyComponent___2f7e3804a2b340c69e930798211fb8fd, Wt = 10, "
             "isFatal = True] \"Stopping services\"\r\n"
             "$error.Clear(); & $RoleBinPath\\ServiceControl.ps1 Stop\r\n");
  CHECK_FALSE(log.failed);
  CHECK(log.records.size() == 5);
  CHECK(Keeps(log, "$RoleInstallPath = 'D:\\Exchange'"));
  CHECK(Keeps(log, "isFatal = True"));
}

TEST_CASE("parsers take empty texts, texts without newlines and blocks of any size") {
  for (const Kind kind : {Kind::kMsi, Kind::kLdif, Kind::kServiceControl, Kind::kUpdateCas,
                          Kind::kScript, Kind::kOther}) {
    CHECK(Parsed(kind, "").lines == 0);
    CHECK(Parsed(kind, "\n\n", 1).lines == 2);
    CHECK(Parsed(kind, std::string(3000000, 'x'), 65536).lines == 1);
    CHECK_FALSE(Parsed(kind, "plain words").failed);
  }
}
