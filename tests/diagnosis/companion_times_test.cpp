#include "diagnosis/companion_times.h"

#include <catch2/catch.hpp>

using namespace exdiag;

namespace {

setuplog::Timestamp At(std::string_view stamp) {
  return setuplog::ReadStamp("[" + std::string(stamp) + " 12:00:00.0000]")->time;
}

setuplog::Attempt AttemptOn(std::string_view date) {
  setuplog::Attempt attempt;
  attempt.started = attempt.ended = At(date);
  return attempt;
}

companion::CompanionLog LogOf(companion::Kind kind, std::string_view date) {
  companion::CompanionLog log;
  log.kind = kind;
  log.started = At(date);
  return log;
}

}  // namespace

TEST_CASE("An MSI log of another year says nothing of an attempt") {
  const auto attempt = AttemptOn("03/10/2026");
  CHECK_FALSE(diagnosis::MayTellOf(LogOf(companion::Kind::kMsi, "03/10/2025"), attempt));
  CHECK_FALSE(diagnosis::MayTellOf(LogOf(companion::Kind::kMsi, "05/20/2026"), attempt));
}

TEST_CASE("A companion may lie a time zone away, or have day and month the other way round") {
  const auto attempt = AttemptOn("03/10/2026");
  CHECK(diagnosis::MayTellOf(LogOf(companion::Kind::kMsi, "03/11/2026"), attempt));
  CHECK(diagnosis::MayTellOf(LogOf(companion::Kind::kMsi, "10/03/2026"), attempt));
  // The widest time zones are 26 hours apart; no more than that.
  auto log = LogOf(companion::Kind::kMsi, "03/10/2026");
  constexpr int64_t kHour = 3600 * 1000;
  const int64_t noon = log.started->milliseconds;
  for (const int64_t hours : {26, -26}) {
    log.started = setuplog::Timestamp{noon + hours * kHour};
    CHECK(diagnosis::MayTellOf(log, attempt));
    log.started = setuplog::Timestamp{log.started->milliseconds + (hours > 0 ? 1 : -1)};
    CHECK_FALSE(diagnosis::MayTellOf(log, attempt));
  }
}

TEST_CASE("A log that grows for years tells of attempts before its last entry") {
  const auto attempt = AttemptOn("03/10/2025");
  CHECK(diagnosis::MayTellOf(LogOf(companion::Kind::kServiceControl, "03/10/2026"), attempt));
}

TEST_CASE("What has no time may tell of any attempt") {
  CHECK(diagnosis::MayTellOf({}, AttemptOn("03/10/2025")));
  CHECK(diagnosis::MayTellOf(LogOf(companion::Kind::kMsi, "03/10/2025"), {}));
}

// The failure of another package on the same day was told as the cause.
TEST_CASE("Of MSI logs of one day the one that the failing step names tells of it") {
  auto attempt = AttemptOn("03/10/2026");
  setuplog::ErrorReport& error = attempt.errors.emplace_back();
  error.records.emplace_back().level = 1;
  error.parameters = {"-LogFile:'C:\\ExchangeSetupLogs\\add-UMLanguagePack.en-US.msilog'"};
  std::vector<companion::CompanionLog> logs;
  for (const char* path :
       {"a/ExchangeSetup.msilog", "a/Add-UMLanguagePack.en-US.msilog.gz", "a/ldif.err"}) {
    logs.push_back(LogOf(companion::Kind::kMsi, "03/10/2026"));
    logs.back().path = path;
    logs.back().failed = true;
  }
  logs.back().kind = companion::Kind::kLdif;
  const auto kept = diagnosis::CompanionsOf(logs, attempt);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].path == "a/Add-UMLanguagePack.en-US.msilog.gz");
  CHECK(kept[1].path == "a/ldif.err");
  logs[1].failed = false;  // the named one shows nothing
  CHECK(diagnosis::CompanionsOf(logs, attempt).size() == 3);
}
