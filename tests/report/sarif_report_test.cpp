#include "report/sarif_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/sample_report.h"

using namespace exdiag;
using report::PathAsUri;

namespace {

nlohmann::json RunOf(std::vector<diagnosis::LogReport> logs) {
  const diagnosis::Report report{3, "digest", std::move(logs)};
  return nlohmann::json::parse(report::RenderSarif(report))["runs"][0];
}

}  // namespace

TEST_CASE("Paths become URI references") {
  CHECK(PathAsUri("logs/a b.log") == "logs/a%20b.log");
  CHECK(PathAsUri("C:\\ExchangeSetupLogs\\Exchange Setup.log") ==
        "file:///C:/ExchangeSetupLogs/Exchange%20Setup.log");
  CHECK(PathAsUri("\\\\server\\share\\a.log") == "file://server/share/a.log");
  CHECK(PathAsUri("/var/log/a#1.log") == "file:///var/log/a%231.log");
  CHECK(PathAsUri("a:b.log") == "./a:b.log");
  CHECK(PathAsUri("/tmp/a\\b.log") == "file:///tmp/a%5Cb.log");
  CHECK(PathAsUri("-") == "stdin");
}

TEST_CASE("A finding is a result of its rule, at the line of its evidence") {
  const auto run = RunOf({report::FailedUpgrade()});
  CHECK(run["tool"]["driver"]["rules"][0]["id"] == "cert-expired");
  REQUIRE(run["results"].size() == 1);
  const auto& result = run["results"][0];
  CHECK(result["ruleIndex"] == 0);
  CHECK(result["level"] == "error");
  CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] == 742);
  CHECK(result["partialFingerprints"]["exdiagFailure/v1"] == "0123456789abcdef");
}

TEST_CASE("A rule that several logs name is described once") {
  const auto run = RunOf({report::FailedUpgrade(), report::FailedUpgrade()});
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK(run["results"].size() == 2);
}

TEST_CASE("A failure that no rule knows is a result, too") {
  const auto run = RunOf({report::UnknownFailure()});
  REQUIRE(run["results"].size() == 1);
  CHECK(run["results"][0]["ruleId"] == "unknown-failure");
  CHECK(run["results"][0]["partialFingerprints"]["exdiagFailure/v1"] == "0123456789abcdef");
}

TEST_CASE("A success has no result") { CHECK(RunOf({report::Succeeded()})["results"].empty()); }

TEST_CASE("Limits are notifications of the invocation") {
  diagnosis::LogReport log = report::Succeeded();
  log.coverage.limits_hit = {"Only the first 50,000 steps were kept."};
  const auto run = RunOf({log});
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
        "Only the first 50,000 steps were kept.");
}

TEST_CASE("Braces and brackets of a log are neither placeholders nor links") {
  diagnosis::LogReport log = report::UnknownFailure();
  log.failure->message = "{0} [text](https://example.com)";
  const std::string text = RunOf({log})["results"][0]["message"]["text"];
  CHECK(text.find("{{0}} \\[text\\](https://example.com)") != std::string::npos);
}
