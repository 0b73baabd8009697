// What becomes of an error, and what of it is kept, as the whole log tells.

#include "setuplog/error_collector.h"

#include <catch2/catch.hpp>

#include "setuplog/fates.h"
#include "setuplog/log_parser.h"

using namespace exdiag::setuplog;
using exdiag::tests::Fates;
using Fate = ErrorReport::Fate;

namespace {

std::string Line(int level, const std::string& text) {
  return "[03/10/2026 17:00:01.0000] [" + std::to_string(level) + "] " + text + "\n";
}

const std::string kHead = Line(0, "Starting Microsoft Exchange Server 2016 Setup");
const std::string kTask = Line(0, "Setup will run the task 'install-bridgeheadrole'");
const std::string kScript = Line(1, "Executing: $error.Clear(); Set-Thing");
const std::string kLooseScript = Line(1, "Executing (non-critical): $error.Clear(); Set-Thing");
const std::string kBlock =
    Line(1,
         "[ERROR] The following error was generated when \"$error.Clear(); Set-Thing\n\" was "
         "run: \"A.BException: It broke.\".");
const std::string kNotComplete =
    Line(0, "The Exchange Server setup operation didn't complete. More details can be found.");
const std::string kSuccess = Line(0, "The Exchange Server setup operation completed successfully.");

Attempt Parse(const std::string& lines) {
  const SetupLog log = ParseLog(kHead + lines);
  REQUIRE(log.attempts.size() == 1);
  return log.attempts[0];
}

}  // namespace

TEST_CASE("an error is fatal by the sentence of any version that setup stops") {
  for (const char* stop :
       {"Setup is stopping now because of one or more critical errors.",
        "Setup is halting task execution because of one or more errors in a critical task."}) {
    CAPTURE(stop);
    const Attempt attempt = Parse(kTask + kBlock + Line(1, stop) + kScript);
    CHECK(Fates(attempt) == std::vector<Fate>{Fate::kFatal});
    CHECK(attempt.ending == Ending::kFailure);
  }
}

TEST_CASE("a list of errors is an error without a tag, other lists are none") {
  CHECK(Parse(kTask + Line(1, "The following 2 error(s) occurred during task execution:"))
            .errors.size() == 1);
  CHECK(Parse(kTask + Line(1, "10.  ErrorRecord: It broke.")).errors.size() == 1);
  for (const char* other :
       {"The following roles have been unpacked: Mailbox", "Of these 2 error(s) occurred before.",
        "10. Record", ". ErrorRecord:"}) {
    CAPTURE(other);
    CHECK(Parse(kTask + Line(1, other)).errors.empty());
  }
}

TEST_CASE("the innermost exception, which stands last, is told first") {
  const Attempt attempt = Parse(
      kTask + Line(1, "[ERROR] A.OuterException: It broke. ---> B.InnerException: Disk is full."));
  REQUIRE(attempt.errors.size() == 1);
  REQUIRE(attempt.errors[0].exceptions.size() == 2);
  CHECK(attempt.errors[0].exceptions[0].type == "B.InnerException");
  CHECK(attempt.errors[0].exceptions[1].type == "A.OuterException");
}

TEST_CASE("an error after which setup went on was survived") {
  for (const std::string& next : {kScript, kTask, Line(1, "Processing component 'X' (Y).")}) {
    const Attempt attempt = Parse(kTask + kBlock + next);
    CHECK(Fates(attempt) == std::vector<Fate>{Fate::kSurvived});
    CHECK(attempt.ending == Ending::kOpen);
  }
}

TEST_CASE("an error of a non-critical script does not stop setup, even where the log is cut") {
  CHECK(Fates(Parse(kTask + kLooseScript + kBlock + kScript)) ==
        std::vector<Fate>{Fate::kNonCritical});
  CHECK(Fates(Parse(kTask + kLooseScript + kBlock)) == std::vector<Fate>{Fate::kNonCritical});
  // The cmdlet's own line alone may come before a sentence that was cut off.
  CHECK(Fates(Parse(kTask + kLooseScript + Line(2, "[ERROR] It broke."))) ==
        std::vector<Fate>{Fate::kFatal});
}

TEST_CASE("an error of the launcher stops setup, unless setup succeeds in the end") {
  const std::string error = Line(0, "[ERROR] The file cannot be read.");
  const Attempt failed = Parse(error + kTask);
  CHECK(Fates(failed) == std::vector<Fate>{Fate::kFatal});
  CHECK(failed.ending == Ending::kFailure);
  const Attempt succeeded = Parse(error + kTask + kSuccess);
  CHECK(Fates(succeeded) == std::vector<Fate>{Fate::kSurvived});
  CHECK(succeeded.ending == Ending::kSuccess);
}

TEST_CASE("a failure that no error explains is told by the last error that setup went on after") {
  const std::string first = Line(1, "[ERROR] First."), second = Line(1, "[ERROR] Second.");
  const std::string errors = kTask + first + kScript + second + kScript;
  CHECK(Fates(Parse(errors + kNotComplete)) == std::vector<Fate>{Fate::kSurvived, Fate::kFatal});
  CHECK(Fates(Parse(errors + kLooseScript + kBlock + kNotComplete)) ==
        std::vector<Fate>{Fate::kSurvived, Fate::kSurvived, Fate::kNonCritical});
  CHECK(Fates(Parse(errors)) == std::vector<Fate>{Fate::kSurvived, Fate::kSurvived});
}

TEST_CASE("Exchange 2010 says in its own words that it has succeeded") {
  CHECK(Parse(kTask + Line(0,
                           "The Microsoft Exchange Server setup operation completed "
                           "successfully."))
            .ending == Ending::kSuccess);
  CHECK(Parse(kTask + Line(0, "The Exchange Server setup operation did not complete.")).ending ==
        Ending::kFailure);
}

TEST_CASE("a cmdlet that repeats its error is one report of limited length") {
  std::string errors;
  for (int i = 0; i < 500; ++i) errors += Line(2, "[ERROR] Trouble " + std::to_string(i));
  const Attempt attempt =
      Parse(kTask + errors + errors + Line(1, "[ERROR-REFERENCE] Id=X___1 Component="));
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].records.size() == 65);
  CHECK(attempt.errors[0].message == "Trouble 0");
  CHECK(attempt.errors[0].reference_id == "X___1");
}

TEST_CASE("a name of a cmdlet that only reports is not that of the failing one") {
  const Attempt attempt = Parse(kTask + Line(1, "Processing component 'X' (Y).") +
                                Line(2, "Beginning processing Write-ExchangeSetupLog.") +
                                Line(2, "[ERROR] It broke.") + kBlock);
  REQUIRE(attempt.errors.size() == 1);
  CHECK(attempt.errors[0].cmdlets == std::vector<std::string>{"Set-Thing"});
}

TEST_CASE("after megabytes of errors each one is kept in short") {
  std::string text = kTask;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i);
    const std::string long_line(60000, 'x');
    text += Line(1, "Executing: Set-Thing" + number + " " + std::string(10000, 'p'));
    const std::string reference = Line(1, "[ERROR-REFERENCE] Id=X___" + number + " Component=");
    if (i % 2 == 0) text += reference;
    text += Line(2, "[ERROR] Trouble " + number + " " + long_line);
    text += Line(2, "[ERROR] More of " + number + " " + long_line);
    if (i % 2 == 1) text += reference;
  }
  const Attempt attempt = Parse(text + kNotComplete);
  REQUIRE(attempt.errors.size() == 300);
  CHECK(attempt.errors[0].message.size() > 60000);
  CHECK(attempt.errors[0].script.size() > 10000);
  // The reference may come before the error; that one alone was kept then.
  for (const size_t number : {size_t{298}, size_t{299}}) {
    const ErrorReport& report = attempt.errors[number];
    CHECK(report.reference_id == "X___" + std::to_string(number));
    CHECK(report.records.size() == 2);
    CHECK(report.message.starts_with("Trouble " + std::to_string(number) + " "));
    CHECK(report.message.size() <= 2048);
    CHECK(report.script.empty());
  }
  CHECK(attempt.errors[299].fate == Fate::kFatal);
}

TEST_CASE("what setup did to services, and certificates, are kept in part where they flood a log") {
  std::string text = kTask;
  for (int i = 0; i < 3000; ++i) {
    text += Line(2, "[ServiceControl.ps1] Stopping service 'S" + std::to_string(i) + "'.");
    text += Line(2, "User specified parameters: -Component:'C' -State:'Inactive'");
    text += Line(2, "Certificate is valid from 1/1/2024 until 1/1/2026.");
  }
  const Attempt attempt = Parse(text);
  CHECK(attempt.state_changes.size() == 2000);
  CHECK(attempt.certificates.size() == 500);
  CHECK(attempt.state_changes[0].name == "S0");
}

TEST_CASE("the step at which an earlier run stopped is named without its full stop") {
  const auto watermark = [](const std::string& id) {
    return Parse(Line(0,
                      "Setup failed previously while performing the action \"Install\". The "
                      "step is with ID " +
                          id))
        .watermark;
  };
  CHECK(watermark("71f5a2d0.") == "71f5a2d0");
  CHECK(watermark("71f5a2d0 and more") == "71f5a2d0");
  CHECK(watermark("...").empty());
  CHECK(Parse(Line(0, "Setup failed previously while performing the action \"Install\"."))
            .watermark.empty());
}
