#ifndef EXDIAG_AUTHORING_RULE_TESTS_H_
#define EXDIAG_AUTHORING_RULE_TESTS_H_

#include <string>
#include <vector>

#include "companion/companion_log.h"
#include "matching/matcher.h"
#include "rules/rule.h"
#include "setuplog/setup_log.h"

namespace exdiag::authoring {

// The logs of a rule's test, read as if they stood in a folder of their own.
struct TestLogs {
  setuplog::SetupLog log;  // unrecognized if the test has companion logs alone
  std::vector<companion::CompanionLog> companions;

  // The last attempt that did something, with the one before it. Valid as long as this stays where
  // it is.
  matching::Subject Subject() const;
};
TestLogs ReadTestLogs(const rules::RuleTest& test);

struct RuleTestResult {
  std::string name;
  std::string path;  // of the rule file
  int line = 0;      // of the test's name
  bool passed = false;
  std::vector<std::string>
      failures;  // what is not as expected, one sentence each without full stop
  // Of a test whose rule held or did not hold against expectation: why.
  bool match_is_wrong = false;
  matching::PredicateTrace trace;
};

// Runs the tests that a rule carries, against this rule alone.
std::vector<RuleTestResult> RunRuleTests(const rules::Rule& rule);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_RULE_TESTS_H_
