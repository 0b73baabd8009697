#include "diagnosis/failure.h"

#include <catch2/catch.hpp>

using namespace exdiag;
using diagnosis::Failure;
using diagnosis::Fingerprint;

namespace {

std::string OfMessage(const std::string& message) {
  Failure failure;
  failure.message = message;
  return Fingerprint(failure);
}

}  // namespace

TEST_CASE("An attempt that succeeded has no failure, whatever errors it survived") {
  setuplog::Attempt attempt;
  attempt.ending = setuplog::Ending::kFailure;
  auto& error = attempt.errors.emplace_back();
  error.fate = setuplog::ErrorReport::Fate::kFatal;
  error.records.emplace_back().text = "It broke.";
  error.role = "Mailbox role";
  error.parameters = {"-Name 'x'"};
  REQUIRE(diagnosis::FailureOf(attempt));
  CHECK(diagnosis::FailureOf(attempt)->role == "Mailbox role");
  CHECK(diagnosis::FailureOf(attempt)->parameters == error.parameters);
  attempt.ending = setuplog::Ending::kSuccess;
  CHECK_FALSE(diagnosis::FailureOf(attempt));
}

TEST_CASE("Failures that differ in names, numbers and case have one fingerprint, others have not") {
  CHECK(OfMessage("The service 'MSExchange IS' stopped after 20 s on EX01.") ==
        OfMessage("the service \"W3SVC\" stopped after 4711 s on MAIL-2."));
  CHECK(OfMessage("The service stopped.") != OfMessage("The service started."));
}

TEST_CASE("Of a long message the first 400 characters make the fingerprint") {
  CHECK(OfMessage(std::string(400, 'a')) == OfMessage(std::string(401, 'a')));
  CHECK(OfMessage(std::string(400, 'a')) != OfMessage(std::string(399, 'a')));
}

TEST_CASE("A failure of a log beside setup's has that log's line, and each code once") {
  companion::CompanionLog log;
  log.failure_line = 8;
  log.failure_message = "[20:31:39] Unable to stop service";
  log.codes = {"1603", "1612", "1603"};
  const Failure failure = diagnosis::FailureOf(log);
  CHECK(failure.line == 8);
  CHECK(failure.line_text == "[20:31:39] Unable to stop service");
  CHECK(failure.message == "Unable to stop service");
  CHECK(failure.codes.size() == 2);
}

TEST_CASE("The clock before a failure of a log beside setup's is no part of the message") {
  const auto message = [](const std::string& line) {
    companion::CompanionLog log;
    log.failure_message = line;
    return diagnosis::FailureOf(log).message;
  };
  CHECK(message("[2026-03-10 20:31:39] It broke.") == "It broke.");
  CHECK(message("[03/10/2026 20:31:39.125] It broke.") == "It broke.");
  CHECK(message("[Error] It broke.") == "[Error] It broke.");
  CHECK(message("[20:31:39 It broke.") == "[20:31:39 It broke.");
}
