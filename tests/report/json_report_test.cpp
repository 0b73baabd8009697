#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/render.h"
#include "report/sample_report.h"

namespace exdiag::report {
namespace {

using Json = nlohmann::ordered_json;

Json Parsed(const diagnosis::LogReport& log) {
  diagnosis::Report report;
  report.rule_count = 7;
  report.rules_digest = "fedcba9876543210";
  report.logs = {log};
  return Json::parse(RenderJson(report, false));
}

std::vector<std::string> FirstKeys(const Json& json, size_t count) {
  std::vector<std::string> keys;
  for (const auto& entry : json.items()) {
    if (keys.size() < count) keys.push_back(entry.key());
  }
  return keys;
}

TEST_CASE("The JSON report has the keys of the contract in their order") {
  const Json json = Parsed(FailedUpgrade());
  CHECK(FirstKeys(json, 9) == std::vector<std::string>{"schema", "tool", "logs"});
  const Json& log = json["logs"][0];
  CHECK(FirstKeys(log, 10) == std::vector<std::string>{"path", "kind", "encoding", "bytes", "lines",
                                                       "verdict", "attempts", "attempt", "failure",
                                                       "diagnoses"});
  CHECK(FirstKeys(log["diagnoses"][0], 17) ==
        std::vector<std::string>{"rule", "title", "category", "severity", "primary", "relation",
                                 "confidence", "attempt", "captures", "evidence", "cause", "steps",
                                 "verify", "caution", "references", "status", "false_positives"});
  CHECK(FirstKeys(log["failure"], 10) ==
        std::vector<std::string>{"line", "role", "task", "component", "cmdlet", "script", "message",
                                 "exceptions", "codes", "blocking_prerequisites"});
}

TEST_CASE("The JSON report names its schema, the program and its rules") {
  const Json json = Parsed(FailedUpgrade());
  CHECK(json["schema"] == "exdiag.report/1");
  CHECK(json["tool"]["name"] == "exdiag");
  CHECK(json["tool"]["rules"]["count"] == 7);
  CHECK(json["tool"]["rules"]["digest"] == "fedcba9876543210");
}

TEST_CASE("Facts that the log does not tell are null in JSON, never empty texts") {
  const Json log = Parsed(FailedUpgrade())["logs"][0];
  CHECK(log["attempt"]["organization"].is_null());
  CHECK(log["attempt"]["schema_master"].is_null());
  CHECK(log["diagnoses"][0]["steps"][1]["command"].is_null());
  CHECK(log["diagnoses"][0]["steps"][1]["shell"].is_null());
  CHECK(log["diagnoses"][0]["caution"].is_null());
  CHECK(log["failure"]["exceptions"][0]["hresult"].is_null());
  CHECK(log["failure"]["blocking_prerequisites"] == Json::array());
}

TEST_CASE("A successful log has neither failure nor fingerprint in JSON") {
  const Json log = Parsed(Succeeded())["logs"][0];
  CHECK(log["failure"].is_null());
  CHECK(log["fingerprint"].is_null());
  CHECK(log["diagnoses"] == Json::array());
}

TEST_CASE("A companion log alone has no attempt in JSON") {
  diagnosis::LogReport log = FailedUpgrade();
  log.attempt.reset();
  CHECK(Parsed(log)["logs"][0]["attempt"].is_null());
}

TEST_CASE("Times in JSON are ISO texts and durations are seconds") {
  const Json attempt = Parsed(FailedUpgrade())["logs"][0]["attempt"];
  CHECK(attempt["started"] == "2026-03-10T17:00:00.000Z");
  CHECK(attempt["duration_s"] == 2929.0);
}

TEST_CASE("Evidence without a path of its own is given that of the log") {
  diagnosis::LogReport log = FailedUpgrade();
  log.diagnoses[0].evidence.push_back({"ldif.err", 3, "text", ""});
  const Json evidence = Parsed(log)["logs"][0]["diagnoses"][0]["evidence"];
  CHECK(evidence[0]["path"] == "ExchangeSetup.log");
  CHECK(evidence[1]["path"] == "ldif.err");
}

TEST_CASE("Invalid UTF-8 of a log cannot spoil the JSON report") {
  diagnosis::LogReport log = FailedUpgrade();
  log.failure->message = "a\xff";
  CHECK(Parsed(log)["logs"][0]["failure"]["message"] == "a\ufffd");
}

TEST_CASE("NDJSON is one line a log") {
  const std::string line = RenderNdjson(FailedUpgrade());
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(Json::parse(line)["path"] == "ExchangeSetup.log");
}

}  // namespace
}  // namespace exdiag::report
