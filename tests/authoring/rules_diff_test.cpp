#include "authoring/rules_diff.h"

#include <catch2/catch.hpp>

namespace exdiag::authoring {
namespace {

rules::Rule RuleNamed(const std::string& id, const std::string& cause = "none") {
  rules::Rule rule;
  rule.id = id;
  rule.cause = cause;
  return rule;
}

diagnosis::LogReport ReportOf(const std::vector<std::string>& ids) {
  diagnosis::LogReport report;
  report.path = "a.log";
  for (const std::string& id : ids) {
    diagnosis::Diagnosis finding;
    finding.rule = id;
    finding.primary = report.diagnoses.empty();
    report.diagnoses.push_back(finding);
  }
  return report;
}

}  // namespace

TEST_CASE("rules that come, go and change are told apart") {
  const rules::RulePack before({RuleNamed("a"), RuleNamed("b"), RuleNamed("c")});
  const rules::RulePack after({RuleNamed("b"), RuleNamed("c", "other"), RuleNamed("d")});
  const PackDifference difference = ComparePacks(before, after);
  CHECK(difference.added == std::vector<std::string>{"d"});
  CHECK(difference.removed == std::vector<std::string>{"a"});
  CHECK(difference.changed == std::vector<std::string>{"c"});
}

TEST_CASE("a log is told of when its root cause or another finding changes") {
  CHECK(CompareReports(ReportOf({"a", "b"}), ReportOf({"a", "b"})).Empty());
  const LogDifference difference = CompareReports(ReportOf({"a", "b"}), ReportOf({"c", "b", "d"}));
  CHECK(DifferenceText({}, {difference}) ==
        "a.log\n  root cause: a -> c\n  now also: d\n\n1 of 1 log is diagnosed differently\n");
}

TEST_CASE("a log that no rule knows has the cause none") {
  CHECK(CompareReports(ReportOf({}), ReportOf({"a"})).old_cause == "none");
}

}  // namespace exdiag::authoring
