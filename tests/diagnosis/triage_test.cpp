#include "diagnosis/triage.h"

#include <catch2/catch.hpp>

using namespace exdiag::diagnosis;

namespace {

TriageRow Row(const char* path, Verdict verdict, const char* rule, const char* fingerprint,
              const char* title = "") {
  TriageRow row;
  row.path = path;
  row.verdict = verdict;
  row.rule = rule;
  row.fingerprint = fingerprint;
  row.title = title;
  return row;
}

}  // namespace

TEST_CASE(
    "Known failures are grouped by rule, unknown ones by fingerprint, the largest group first") {
  const Triage triage =
      TriageOf({Row("a", Verdict::kFailed, "", "f1"), Row("b", Verdict::kFailed, "cert", "f2"),
                Row("c", Verdict::kBlocked, "cert", "f3"), Row("d", Verdict::kFailed, "", "f4"),
                Row("e", Verdict::kFailed, "disk", "f1")});
  REQUIRE(triage.groups.size() == 4);
  CHECK(triage.groups[0].key == "cert");
  CHECK(triage.groups[0].rows == std::vector<size_t>{1, 2});
  CHECK(triage.groups[1].key == "disk");
  CHECK(triage.groups[2].key == "f1");
  CHECK_FALSE(triage.groups[2].known);
}

TEST_CASE("Successes and logs without a result are in no group") {
  const Triage triage =
      TriageOf({Row("a", Verdict::kSucceeded, "", ""), Row("b", Verdict::kIncomplete, "", "f"),
                Row("c", Verdict::kSucceeded, "risk", "")});
  CHECK(triage.groups.empty());
  CHECK(triage.rows.size() == 3);
}

TEST_CASE("A group has the title that most of its logs have") {
  const Triage triage =
      TriageOf({Row("a", Verdict::kFailed, "r", "", "x"), Row("b", Verdict::kFailed, "r", "", "y"),
                Row("c", Verdict::kFailed, "r", "", "y")});
  CHECK(triage.groups[0].title == "y");
}

TEST_CASE(
    "The customer is the organization, or the server's domain where that is setup's proposal") {
  LogReport log;
  log.attempt.emplace();
  log.attempt->header.server = "EX01.fabrikam.com";
  CHECK(TriageRowOf(log).customer == "fabrikam.com");
  log.attempt->header.organization = "First Organization";
  CHECK(TriageRowOf(log).customer == "fabrikam.com");
  log.attempt->header.organization = "Contoso";
  CHECK(TriageRowOf(log).customer == "Contoso");
}

TEST_CASE("A row of an unknown failure tells it in the log's own words") {
  LogReport log;
  log.verdict = Verdict::kFailed;
  log.failure.emplace();
  log.failure->message = "It broke.\nAt line 1";
  log.failure->cmdlet = "Install-Thing";
  const TriageRow row = TriageRowOf(log);
  CHECK(row.title == "It broke.");
  CHECK(row.failing_step == "Install-Thing");
  CHECK(row.rule.empty());
}
