#include <catch2/catch.hpp>
#include <string>

#include "companion/parsed.h"

using namespace exdiag::companion;

namespace {

const std::string kHead =
    "=== Verbose logging started: 3/12/2026  20:15:02  Build type: SHIP UNICODE 5.00.10011.00 "
    "===\r\n"
    "           ******* Product: D:\\exchangeserver.msi\r\n";

}  // namespace

TEST_CASE("an action that returned 3 is explained by the lines before it") {
  const CompanionLog log = Parsed(
      Kind::kMsi,
      kHead +
          "MSI (s) (80:B8) [20:16:41:526]: Executing op: ActionStart(Name=CA_EARLY,,)\r\n"
          "CAQuietExec64:  Unable to open what it can do without\r\n"
          "MSI (s) (80:B8) [20:16:42:526]: Executing op: "
          "ActionStart(Name=CA_STOP,Description=Stopping services,)\r\n"
          "MSI (s) (80:B8) [20:16:42:526]: Executing op: "
          "CustomActionSchedule(Action=CA_STOP,Target=Error 1303. x)\r\n"
          "CAQuietExec64:  Stopping services.\r\n"
          "CAQuietExec64:  Unable to stop service 'MSExchangeRepl'\r\n"
          "CAQuietExec64:  Error 0x80070001: CAQuietExec64 Failed\r\n"
          "MSI (s) (80:B8) [20:16:43:526]: CustomAction CA_STOP returned actual error code 1603 "
          "(note)\r\n"
          "Action ended 20:16:44: CA_STOP. Return value 3.\r\n"
          "Action ended 20:16:44: INSTALL. Return value 3.\r\n"
          "Property(S): msgInterimIncorrectRollup = Error 1303. Installation cannot continue.\r\n"
          "MSI (s) (80:B8) [20:16:45:526]: Product: Microsoft Exchange Server - Update 'KB5066368' "
          "could not be installed. "
          "Error code 1603.\r\n"
          "MSI (s) (80:B8) [20:16:46:526]: MainEngineThread is returning 1603\r\n");
  CHECK(log.failed);
  CHECK(log.failure_message == "CAQuietExec64:  Unable to stop service 'MSExchangeRepl'");
  CHECK(log.failure_line == 8);
  CHECK(log.codes == std::vector<std::string>{"0x80070001", "1603"});
  CHECK(Keeps(log, "CAQuietExec64:  Stopping services."));
  CHECK(Keeps(log, "CA_STOP. Return value 3."));
  CHECK(Keeps(log, "could not be installed. Error code 1603"));
  CHECK_FALSE(Keeps(log, "msgInterim"));
  CHECK_FALSE(Keeps(log, "CustomActionSchedule"));
  for (size_t i = 1; i < log.records.size(); ++i)
    CHECK(log.records[i - 1].line <= log.records[i].line);
}

TEST_CASE("Installer's own error says more than the action that it ends") {
  const CompanionLog log = Parsed(
      Kind::kMsi, kHead +
                      "Error 1303. The installer has insufficient privileges to access this "
                      "directory: D:\\Exchange. The installation cannot continue.\r\n"
                      "Action ended 20:16:44: InstallFinalize. Return value 3.\r\n"
                      "MSI (c) (80:B8) [20:16:46:526]: MainEngineThread is returning 1603\r\n");
  CHECK(log.failure_message.starts_with("Error 1303. "));
  CHECK(HasCode(log, "1303"));
}

TEST_CASE("a source that is gone is found without any action that failed") {
  const CompanionLog log = Parsed(
      Kind::kMsi, kHead +
                      "MSI (s) (C4:8C) [15:07:28:985]: Note: 1: 2203 2: "
                      "C:\\Windows\\Installer\\1a2b3c.msi 3: -2147287038 \r\n"
                      "MSI (s) (C4:8C) [15:07:28:986]: Warning: Local cached package "
                      "'C:\\Windows\\Installer\\1a2b3c.msi' is missing.\r\n"
                      "MSI (s) (C4:8C) [15:07:28:994]: SOURCEMGMT: Trying source D:\\.\r\n"
                      "MSI (s) (C4:8C) [15:07:36:331]: SOURCEMGMT: Failed to resolve source\r\n"
                      "MSI (s) (C4:8C) [15:07:36:333]: MainEngineThread is returning 1612\r\n");
  CHECK(log.failed);
  CHECK(log.failure_line == 4);
  CHECK(HasCode(log, "1612"));
  CHECK(Keeps(log, "SOURCEMGMT: Failed to resolve source"));
  CHECK(Keeps(log, "MainEngineThread is returning 1612"));
}

TEST_CASE("a German Windows translates the messages but not the engine") {
  const CompanionLog log =
      Parsed(Kind::kMsi,
             "=== Protokollierung gestartet: 10.03.2021  11:27:34 ===\r\n"
             "Fehler 1303. Das Installationsprogramm hat nicht die erforderlichen Rechte: "
             "D:\\Exchange.\r\n"
             "Aktion beendet um 11:28:01: InstallFinalize. Rückgabewert 3.\r\n"
             "MSI (s) (80:B8) [11:28:02:526]: MainEngineThread is returning 1603\r\n");
  CHECK(log.failure_message.starts_with("Fehler 1303. "));
  CHECK(Keeps(log, "Rückgabewert 3."));
  CHECK(log.codes == std::vector<std::string>{"1303", "1603"});
}

TEST_CASE("a session that succeeded wipes the failures before it") {
  const CompanionLog log =
      Parsed(Kind::kMsi,
             kHead + "Error 1921. Service 'x' could not be stopped.\r\n" +
                 "MSI (s) (80:B8) [20:16:46:526]: MainEngineThread is returning 1603\r\n" + kHead +
                 "MSI (s) (80:B8) [20:19:46:526]: MainEngineThread is returning 3010\r\n");
  CHECK_FALSE(log.failed);
  CHECK(log.failure_message.empty());
  CHECK_FALSE(Keeps(log, "1921"));
  CHECK(Keeps(log, "returning 3010"));
}

TEST_CASE("what a session says that never ended is no cause of the next one's failure") {
  const CompanionLog log = Parsed(
      Kind::kMsi, kHead + "Error 1303. The installer has insufficient privileges.\r\n" + kHead +
                      "CAQuietExec64:  Unable to stop service 'MSExchangeRepl'\r\n"
                      "Action ended 20:16:44: CA_STOP. Return value 3.\r\n");
  CHECK(log.failed);
  CHECK(log.failure_message == "CAQuietExec64:  Unable to stop service 'MSExchangeRepl'");
}

TEST_CASE("an excerpt tells of its failure without head and result") {
  CHECK(Parsed(Kind::kMsi,
               "MSI (s) (80:B8) [20:34:57:526]: Windows Installer installed an update. "
               "Installation success or error status: 1603.")
            .failed);
  CHECK_FALSE(Parsed(Kind::kMsi,
                     "MSI (s) (80:B8) [20:34:57:526]: Windows Installer installed an update. "
                     "Installation success or error status: 0.")
                  .failed);
  CHECK_FALSE(
      Parsed(Kind::kMsi, kHead + "MSI (s) (80:B8) [20:34:57:526]: Doing action: INSTALL\r\n")
          .failed);
}

TEST_CASE("a log of endless errors and lines keeps the first and the last within bounds") {
  std::string text = kHead;
  for (int i = 0; i < 5000; ++i)
    text += "Error 1335. The cabinet file is corrupt. " + std::to_string(i) +
            std::string(3000, 'x') + "\r\n";
  text += "Error 1303. " + std::string(2000000, 'y') + "\r\n";
  text += "MSI (s) (80:B8) [20:16:46:526]: MainEngineThread is returning 1603\r\n";
  const CompanionLog log = Parsed(Kind::kMsi, text, 65536);
  CHECK(log.records.size() <= 400);
  CHECK(log.records.front().line == 1);
  CHECK(Keeps(log, "returning 1603"));
  for (const auto& record : log.records) REQUIRE(record.text.size() <= 8192);
  CHECK(log.lines == 5004);
}

TEST_CASE("the start of a session is read in the order of its culture") {
  using exdiag::setuplog::IsoText;
  CHECK(IsoText(*Parsed(Kind::kMsi, "=== Logging started: 10.03.2021  11:27:34 ===\n").started) ==
        "2021-03-10T11:27:34.000Z");
  CHECK(IsoText(*Parsed(Kind::kMsi, "=== Logging started: 3/10/2021  11:27:34 ===\n").started) ==
        "2021-03-10T11:27:34.000Z");
  CHECK(IsoText(*Parsed(Kind::kMsi, "=== Logging started: 13/3/2021  11:27:34 ===\n").started) ==
        "2021-03-13T11:27:34.000Z");
  CHECK(IsoText(*Parsed(Kind::kMsi, "=== Logging started: 2021-03-10  11:27:34 ===\n").started) ==
        "2021-03-10T11:27:34.000Z");
}
