#include "diagnosis/diagnose.h"

#include <catch2/catch.hpp>

#include "builtin_matcher.h"
#include "sample_files.h"
#include "setuplog/log_parser.h"

using namespace exdiag;

namespace {

diagnosis::LogReport ReportOn(std::string_view text) {
  diagnosis::ReadLog read;
  read.log = setuplog::ParseLog(text);
  return diagnosis::DiagnoseLog(read, tests::BuiltinMatcher());
}

// The sample with a failure, a mistyped command line and an attempt that met what the first left
// behind.
std::string ThreeAttempts() {
  return tests::BytesOf(tests::SamplesFolder() / "three-attempts.log");
}

}  // namespace

TEST_CASE("What stopped an earlier attempt is the cause of one that met only what that left") {
  const auto report = ReportOn(ThreeAttempts());
  REQUIRE(report.primary() != nullptr);
  CHECK(report.primary()->rule == "service-disabled");
  CHECK(report.primary()->attempt == 1);
  REQUIRE(report.diagnoses.size() > 1);
  CHECK(report.diagnoses[1].relation == diagnosis::Relation::kConsequence);
  CHECK_FALSE(report.wants_earlier_log);
}

TEST_CASE("An attempt between them that was cut off, of which only a risk is known, is no cause") {
  std::string text = ThreeAttempts();
  const size_t third = text.rfind("[01/24/2026 14:31:02.0109] [0] Starting");
  const size_t stars = text.rfind('[', third - 1);
  const size_t begin = text.rfind('\n', stars) + 1;
  const std::string head = text.substr(begin, text.find("Setup will run the task", third) - begin);
  text.insert(begin, head + "Setup will run the task 'test-SetupPrerequisites'\n");
  const auto report = ReportOn(text);
  REQUIRE(report.attempts.size() == 4);
  REQUIRE(report.primary() != nullptr);
  CHECK(report.primary()->rule == "service-disabled");
}

TEST_CASE(
    "What stopped an attempt of an earlier log is the cause as well, and is quoted from there") {
  const std::string text = ThreeAttempts();
  const size_t later = text.find("[01/24/2026 14:20:31.0523]");
  auto report = ReportOn(text.substr(later));
  CHECK(report.wants_earlier_log);
  diagnosis::ReadLog earlier;
  earlier.path = "earlier.log";
  earlier.log = setuplog::ParseLog(text.substr(0, later));
  diagnosis::FollowIntoEarlierLogs({&earlier}, tests::BuiltinMatcher(), &report);
  REQUIRE(report.primary() != nullptr);
  CHECK(report.primary()->rule == "service-disabled");
  CHECK(report.primary()->log == "earlier.log");
  CHECK(report.primary()->evidence.at(0).path == "earlier.log");
}

TEST_CASE("A log beside setup's is reported under its own kind") {
  companion::CompanionLog log;
  log.path = "UpdateCas.log";
  log.kind = companion::Kind::kUpdateCas;
  log.failed = true;
  log.failure_line = 2;
  log.failure_message = "ERROR: It broke.";
  const auto report = diagnosis::DiagnoseCompanion(log, tests::BuiltinMatcher(), {});
  CHECK(report.kind == "update-cas");
  CHECK(report.verdict == diagnosis::Verdict::kFailed);
  REQUIRE(report.failure);
  CHECK(report.failure->line == 2);
  CHECK(report.fingerprint.size() == 16);
}
