#include "authoring/rule_tests.h"

#include <catch2/catch.hpp>

#include "authoring/trace_text.h"
#include "rules/rule_pack.h"
#include "source_folder.h"

namespace exdiag::authoring {
namespace {

rules::Rule KnownFailure() {
  auto loaded =
      rules::LoadRules({(tests::SourceFolder() / "tests/authoring/known-failure.yaml").string()});
  REQUIRE(loaded.rules.size() == 1);
  return std::move(loaded.rules.front());
}

}  // namespace

TEST_CASE("the tests of a good rule pass") {
  const auto results = RunRuleTests(KnownFailure());
  REQUIRE(results.size() == 2);
  for (const auto& result : results) CHECK(result.passed);
}

TEST_CASE("a test that fails tells which predicate did not hold") {
  rules::Rule rule = KnownFailure();
  rule.tests[1].match = true;
  const auto result = RunRuleTests(rule)[1];
  CHECK_FALSE(result.passed);
  REQUIRE(result.match_is_wrong);
  CHECK(result.failures.front() == "the rule should match, but does not");
  const std::string why = TraceText(result.trace);
  INFO(why);
  CHECK(why.find("no   ") == 0);
  CHECK(why.find("yes    cmdlet") != std::string::npos);
  CHECK(why.find("no     exception") != std::string::npos);
}

TEST_CASE("a captured value that differs is shown beside the one expected") {
  rules::Rule rule = KnownFailure();
  rule.tests[0].captures = {{"crate", "C2"}, {"lid", "L1"}};
  const auto result = RunRuleTests(rule)[0];
  CHECK_FALSE(result.passed);
  CHECK(result.failures ==
        std::vector<std::string>{"\"crate\" is \"C1\", but should be \"C2\"",
                                 "\"lid\" was not captured, but should be \"L1\""});
}

TEST_CASE("a deprecated rule still runs its tests") {
  rules::Rule rule = KnownFailure();
  rule.status = rules::Status::kDeprecated;
  CHECK(RunRuleTests(rule)[0].passed);
}

}  // namespace exdiag::authoring
