// What is read out of texts that lost their stamps, and how they end.

#include <catch2/catch.hpp>

#include "setuplog/fates.h"
#include "setuplog/log_parser.h"

using namespace exdiag::setuplog;
using exdiag::tests::Fates;
using Fate = ErrorReport::Fate;

namespace {

Attempt ParseOne(const std::string& text) {
  const SetupLog log = ParseLog(text);
  REQUIRE(log.attempts.size() == 1);
  return log.attempts[0];
}

const std::string kStars(46, '*');
const std::string kBlock =
    "The following error was generated when \"$error.Clear();\n  Set-Thing\n\" was run: "
    "\"A.BException: It broke.\".\n";

}  // namespace

TEST_CASE("a text without stamps is an excerpt where levels or tags are left, else a console's") {
  CHECK(ParseLog("[1] [ERROR] It broke.\n").kind == LogKind::kExcerpt);
  CHECK(ParseLog("[ERROR] It broke.\n").kind == LogKind::kExcerpt);
  CHECK(ParseLog(kBlock).kind == LogKind::kConsole);
  CHECK(ParseLog("[03/10/2026 17:00:00.0000] [1] [ERROR] It broke.\n").kind == LogKind::kExcerpt);
  const std::string title = "Starting Microsoft Exchange Server 2016 Setup\n";
  CHECK(ParseLog("> [03/10/2026 17:00:00.0000] [0] " + title).kind == LogKind::kExchangeSetup);
  CHECK(ParseLog(kStars + "\n" + title + kBlock).kind == LogKind::kConsole);
}

TEST_CASE("an error in a paste that setup went on after is what the paste is about") {
  const Attempt attempt = ParseOne(
      "[1] Executing: Set-Thing\n[1] [ERROR] It broke.\n"
      "[1] Executing: Get-Thing\n");
  CHECK(Fates(attempt) == std::vector<Fate>{Fate::kFatal});
  CHECK(attempt.ending == Ending::kFailure);
  CHECK(attempt.errors[0].message == "It broke.");
}

TEST_CASE("of two errors in a paste both are told, the first with all that was pasted") {
  const Attempt attempt = ParseOne(
      "[1] Executing: Set-Thing\n[1] [ERROR] One.\n"
      "[1] Executing: Get-Thing\n[1] [ERROR] Two.\n"
      "Some words of an administrator.\n");
  CHECK(Fates(attempt) == std::vector<Fate>{Fate::kFatal, Fate::kFatal});
  CHECK(attempt.errors[0].message == "One.");
  CHECK(attempt.errors[0].records.size() == 4);
}

TEST_CASE("an excerpt with stamps and an error takes only the error's own lines for it") {
  const Attempt attempt = ParseOne(
      "[03/10/2026 17:00:00.0000] [1] Something else.\n\n"
      "[03/10/2026 17:00:01.0000] [1] [ERROR] It broke.\n");
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].message == "It broke.");
  CHECK(attempt.errors[0].line == 3);
  CHECK(attempt.errors[0].records.size() == 1);
}

TEST_CASE("a success in a paste is none of its errors") {
  const Attempt attempt = ParseOne(
      "[1] [ERROR] It broke.\n[1] Executing: Get-Thing\n\n"
      "The Exchange Server setup operation completed successfully.\n");
  CHECK(attempt.ending == Ending::kSuccess);
  CHECK(Fates(attempt) == std::vector<Fate>{Fate::kSurvived});
}

TEST_CASE("a paste that goes to the end of setup without a success is one of a failure") {
  CHECK(ParseOne("Exchange said no.\n\n[0] End of Setup\n").ending == Ending::kFailure);
  CHECK(ParseOne("[1] Failed [Rule:RebootPending] [Message:Restart.]\n[0] [ERROR] It broke.\n")
            .ending == Ending::kBlocked);
}

TEST_CASE("a line of a paste is quoted as it stands there, whatever was repaired above it") {
  const Attempt attempt = ParseOne(
      "> [1] [ERROR] It broke.\n\n>    at A.B()\n\n>    at C.D()\n\n> [1] Executing: "
      "Get-Thing\n\n");
  REQUIRE(attempt.errors.size() == 1);
  const Record& record = attempt.errors[0].records.at(0);
  const size_t last = record.text.find("at C.D()");
  REQUIRE(last != std::string::npos);
  CHECK(record.wrapped);
  CHECK(LineAt(record, last) == 5);
  CHECK(LineTextAt(record, last) == ">    at C.D()");
  CHECK(LineTextAt(record, 0) == "> [1] [ERROR] It broke.");
}

// Evidence was quoted from the repaired text, in which nobody finds it again.
TEST_CASE("checks and settings of a paste are quoted as they stand there, entities and all") {
  const std::string failed = "[1] Failed [Rule:One] [Message:Not &quot;here&quot;.]";
  const std::string setting =
      "[1] Evaluated [Setting:S] [HasException:False] [Value:&quot;a&quot;] [ParentValue:x]";
  const std::string required = "[1] [REQUIRED] Neither &quot;this&quot;.";
  const std::string started = "[1] Started [Setting:&quot;T] [Parent:x]";
  const Attempt attempt =
      ParseOne(failed + '\n' + setting + '\n' + required + '\n' + started + '\n');
  REQUIRE(attempt.prerequisites.size() >= 2);
  CHECK(attempt.prerequisites[0].message == "Not \"here\".");
  CHECK(attempt.prerequisites[0].line_text == failed);
  CHECK(attempt.prerequisites[1].line_text == required);
  REQUIRE(attempt.settings.size() == 2);
  CHECK(attempt.settings[0].value == "a");
  CHECK(attempt.settings[0].line_text == setting);
  CHECK(attempt.settings[1].line_text == started);
}

TEST_CASE("a block of a script holds blank lines and braces, other messages end at a blank line") {
  const Attempt block = ParseOne(
      "[1] The following error was generated when \"\n$error.Clear();\n\n  Set-Thing\n\n\" was "
      "run: "
      "\"A.BException: It broke.\".\n[1] Executing: Get-Thing\n");
  REQUIRE(block.errors.size() == 1);
  CHECK(block.errors[0].script == "$error.Clear();\n  Set-Thing");
  const Attempt plain = ParseOne("[1] One\nwith more\n\nApart\n");
  REQUIRE(plain.errors.size() == 1);
  REQUIRE(plain.errors[0].records.size() == 2);
  CHECK(plain.errors[0].records[0].text == "One\nwith more");
  CHECK(plain.errors[0].records[0].tag == Tag::kNone);
}

TEST_CASE("a failed check in a paste stops setup, an exception beside it tells more") {
  const std::string check = "[1] Failed [Rule:RebootPending] [Message:Restart.]\n";
  CHECK(ParseOne(check).ending == Ending::kBlocked);
  CHECK(ParseOne(check).errors.empty());
  const Attempt both = ParseOne(check + "[1] [ERROR] A.BException: It broke.\n");
  REQUIRE(both.errors.size() == 1);
  CHECK(both.errors[0].exceptions.size() == 1);
  CHECK(both.prerequisites.front().rule == "RebootPending");
}

TEST_CASE("two runs in one paste are two attempts, with stars above their titles or without") {
  const std::string title = "Starting Microsoft Exchange Server 2016 Setup\n";
  for (const std::string& stars : {std::string(), kStars + "\n"}) {
    const SetupLog log = ParseLog("Hello,\n\n" + stars + title + "Setup version: 15.1.1.\n\n" +
                                  stars + title + "Setup version: 15.1.2.\n" + kBlock);
    REQUIRE(log.attempts.size() == 2);
    CHECK(log.attempts[0].header.setup_version == "15.1.1");
    CHECK(log.attempts[0].errors.size() <= 1);
    CHECK(log.attempts[1].header.setup_version == "15.1.2");
    CHECK(log.attempts[1].number == 2);
    CHECK(log.attempts[1].first_line == (stars.empty() ? 6 : 7));
    CHECK(log.attempts[0].last_line == log.attempts[1].first_line - 1);
  }
}

// The first ended before it began.
TEST_CASE("runs on one line, whose breaks are spelled out, have that line each") {
  const std::string title = "Starting Microsoft Exchange Server 2016 Setup\\r\\n";
  const std::string stamp = "[03/10/2026 17:00:00.0000] [0] ";
  const SetupLog log = ParseLog("{\"stdout\": \"Log:\\r\\n" + stamp + title + stamp + "One\\r\\n" +
                                stamp + title + stamp + "Two\\r\\n\"}\n");
  REQUIRE(log.attempts.size() == 2);
  for (const Attempt& attempt : log.attempts) {
    CHECK(attempt.first_line == 1);
    CHECK(attempt.last_line == 1);
  }
}

TEST_CASE("a title alone is a run that did nothing yet") {
  CHECK_FALSE(ParseOne("> [03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 "
                       "Setup\n> [03/10/2026 17:00:00.0000] [0] Command Line Parameter "
                       "Name='mode', Value='Install'.\n")
                  .did_something);
  CHECK(ParseOne("Exchange said no.\n").did_something);
}

TEST_CASE("the list of errors of a task is one of their beginnings, level and tag lost or not") {
  const Attempt attempt = ParseOne(
      "Some words before.\nThe following 1 error(s) occurred during task execution:\n"
      "0.  ErrorRecord: It broke.\n0.  ErrorRecord: A.BException: It broke.\n");
  REQUIRE(attempt.errors.size() == 1);
  REQUIRE_FALSE(attempt.errors[0].exceptions.empty());
  CHECK(attempt.errors[0].exceptions[0].type == "A.BException");
  CHECK(attempt.errors[0].records.size() == 4);
}

TEST_CASE("steps and context in a paste are understood as in a log") {
  const Attempt attempt = ParseOne(
      "[1] Setup will run the task 'install-bridgeheadrole'\n"
      "[1] Started [Setting:Never] [Parent:X]\n"
      "[1] Evaluated [Setting:WindowsBuild] [HasException:False] [Value:\"17763\"]\n"
      "[2] Beginning processing Install-Thing\n"
      "[2] User specified parameters: -Name 'x'\n"
      "[2] Active Directory session settings for 'Install-Thing' are: none\n"
      "[2] Processing object \"CN=x\".\n"
      "[2] Preparing to output objects. The maximum size is unlimited.\n"
      "[2] [ERROR] It broke.\n[2] Ending processing Install-Thing\n");
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].task == "install-bridgeheadrole");
  CHECK(attempt.errors[0].cmdlets.front() == "Install-Thing");
  CHECK(attempt.errors[0].parameters ==
        std::vector<std::string>{"-Name 'x'", "Processing object \"CN=x\"."});
  REQUIRE(attempt.settings.size() == 2);
  CHECK(attempt.settings[0].value == "17763");
  REQUIRE(attempt.steps.size() == 2);
  CHECK(attempt.steps[1].finished);
}

// Found by fuzzing: an object whose line a console had broken was quoted with the next line.
TEST_CASE("what was at hand when an error arose has the lines of the paste") {
  const Attempt attempt = ParseOne(
      "> [03/10/2026 17:00:00.0000] [2] User specified parameters: -Name 'x'\n"
      ">   -Database 'y'\n"
      "> [03/10/2026 17:00:00.0000] [2] [ERROR] It broke.\n");
  REQUIRE(attempt.notable.size() == 2);
  const Record& parameters = attempt.notable[0];
  const size_t second = parameters.text.find("-Database");
  REQUIRE(second != std::string::npos);
  CHECK(LineAt(parameters, second) == 2);
  CHECK(LineTextAt(parameters, second) == ">   -Database 'y'");
}

// Found by fuzzing: in the source of a mail, a level alone on its line gave the check its number.
TEST_CASE("a check has the line on which its text begins, not that of a level before a break") {
  const Attempt attempt = ParseOne(
      "Caf=C3=A9 =\nand more =\n\n[1] =\n"
      "Failed [Rule:RebootPending] [Message:A restart is pending.]\n");
  REQUIRE_FALSE(attempt.prerequisites.empty());
  CHECK(attempt.prerequisites[0].rule == "RebootPending");
  CHECK(attempt.prerequisites[0].line == 5);
  CHECK(attempt.prerequisites[0].line_text ==
        "Failed [Rule:RebootPending] [Message:A restart is pending.]");
}

// Found by fuzzing: the quotes had lost the colours of the terminal.
TEST_CASE("checks on one line with the colours of a terminal are quoted as they stand there") {
  const std::string first =
      "[03/10/2026 17:00:00.0000] [1] Failed [Rule:A] [Message:\x1b[31mOne.\x1b[0m]";
  const std::string second = "[03/10/2026 17:00:01.0000] [1] Failed [Rule:B] [Message:Two.]";
  const Attempt attempt = ParseOne(first + second + "\n");
  REQUIRE(attempt.prerequisites.size() >= 2);
  CHECK(attempt.prerequisites[0].message == "One.");
  CHECK(attempt.prerequisites[0].line_text == first);
  CHECK(attempt.prerequisites[1].line_text == second);

  // Where the colours hide the second stamp, the line stays one.
  const std::string hidden =
      first + "[03/10/2026 17:00:01.0000]\x1b[0m [1] Failed [Rule:B] [Message:Two.]";
  const Attempt whole = ParseOne(hidden + "\n");
  REQUIRE_FALSE(whole.prerequisites.empty());
  CHECK(whole.prerequisites[0].line_text == hidden);
}

// Found by reading: the quotes had lost one layer of escapes.
TEST_CASE("checks in JSON within JSON are quoted with all their escapes") {
  const std::string line =
      R"({"result": "{\"output\": \"[1] Failed [Rule:A] [Message:\\\"One.\\\"]\\r\\n[1] Two.\"}"})";
  const Attempt attempt = ParseOne(line + "\n");
  REQUIRE_FALSE(attempt.notable.empty());
  for (const Record& record : attempt.notable) {
    CAPTURE(record.text);
    CHECK(line.find(LineTextAt(record, 0)) != std::string::npos);
  }
}

TEST_CASE("the stamps of a paste are the times of its steps") {
  const Attempt attempt = ParseOne(
      "Hello,\n\n  [03/10/2026 17:00:00.0000] [2] Beginning processing Install-Thing\n"
      "  [03/10/2026 17:00:05.0000] [2] Ending processing Install-Thing\n");
  REQUIRE(attempt.steps.size() == 1);
  REQUIRE(attempt.steps[0].started);
  REQUIRE(attempt.steps[0].ended);
  CHECK(attempt.steps[0].ended->milliseconds - attempt.steps[0].started->milliseconds == 5000);
}

TEST_CASE("of a very long paste the end is what went wrong") {
  std::string text = "Exchange setup said:\n";
  for (int i = 0; i < 1000; ++i) text += "[1] Line " + std::to_string(i) + ".\n";
  const Attempt attempt = ParseOne(text);
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].records.size() == 400);
  CHECK(attempt.errors[0].records.back().text == "Line 999.");
}

TEST_CASE("a role that failed is that of the error below it") {
  const Attempt attempt = ParseOne("Mailbox role: Transport service          FAILED\n" + kBlock);
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].role == "Mailbox role: Transport service");
}

TEST_CASE("a line that spells its breaks out holds all records of the failure") {
  // Of records on the same line all but the first were passed over.
  const Attempt attempt = ParseOne(
      R"({"stdout": "Exchange setup runs in the console of a pipeline, of which this is the)"
      R"( output\r\nIt failed.\r\n\r\nSetup will use the domain controller 'dc1'.\r\nError: ldifde"})");
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].records.size() >= 3);
}
