#include "authoring/rule_tests.h"

#include <fmt/format.h>

#include <utility>

#include "companion/parsers.h"
#include "setuplog/log_parser.h"

namespace exdiag::authoring {
namespace {

companion::CompanionLog ReadCompanion(const rules::TestFile& file) {
  const auto kind = companion::Recognize(file.name, file.log);
  const auto parser = companion::MakeParser(kind.value_or(companion::Kind::kOther), file.name);
  parser->Feed(file.log);
  return parser->Finish();
}

// A pack of this rule alone. Whether a rule is deprecated does not matter to its tests.
rules::RulePack PackOf(rules::Rule rule) {
  rule.status = rules::Status::kStable;
  std::vector<rules::Rule> rules;
  rules.push_back(std::move(rule));
  return rules::RulePack(std::move(rules));
}

void CompareCaptures(const rules::RuleTest& test, const matching::Match& match,
                     RuleTestResult* result) {
  for (const auto& [name, wanted] : test.captures) {
    const auto found = match.captures.find(name);
    if (found == match.captures.end()) {
      result->failures.push_back(
          fmt::format("\"{}\" was not captured, but should be \"{}\"", name, wanted));
    } else if (found->second != wanted) {
      result->failures.push_back(
          fmt::format("\"{}\" is \"{}\", but should be \"{}\"", name, found->second, wanted));
    }
  }
}

RuleTestResult RunTest(const rules::Rule& rule, const rules::RuleTest& test,
                       const matching::Matcher& matcher) {
  RuleTestResult result;
  result.name = test.name;
  result.path = rule.path;
  result.line = test.line;
  const TestLogs logs = ReadTestLogs(test);
  const matching::Subject subject = logs.Subject();
  const std::vector<matching::Match> matches = matcher.Find(subject);
  const bool nothing_read = subject.attempt == nullptr && logs.companions.empty();
  if (test.match && !test.log.empty() && nothing_read) {
    result.failures.push_back("the log is not recognized as one of setup");
  }
  if (matches.empty() == test.match) {
    result.match_is_wrong = true;
    result.failures.push_back(test.match ? "the rule should match, but does not"
                                         : "the rule should not match, but does");
    result.trace = matcher.Explain(rule, subject);
  } else if (test.match) {
    CompareCaptures(test, matches.front(), &result);
  }
  result.passed = result.failures.empty();
  return result;
}

}  // namespace

matching::Subject TestLogs::Subject() const {
  matching::Subject subject;
  subject.companions = &companions;
  for (size_t i = 0; i < log.attempts.size(); ++i) {
    const bool is_last = i + 1 == log.attempts.size();
    if (!log.attempts[i].did_something && !(is_last && subject.attempt == nullptr)) continue;
    subject.previous = i == 0 ? nullptr : &log.attempts[i - 1];
    subject.attempt = &log.attempts[i];
  }
  return subject;
}

TestLogs ReadTestLogs(const rules::RuleTest& test) {
  TestLogs logs;
  // An MSI log may stand under `log`, too: a security update leaves no other.
  const bool is_msi = companion::Recognize("update.log", test.log) == companion::Kind::kMsi;
  if (is_msi) {
    logs.companions.push_back(ReadCompanion({"update.log", test.log}));
  } else if (!test.log.empty()) {
    logs.log = setuplog::ParseLog(test.log);
  }
  for (const rules::TestFile& file : test.files) logs.companions.push_back(ReadCompanion(file));
  return logs;
}

std::vector<RuleTestResult> RunRuleTests(const rules::Rule& rule) {
  const rules::RulePack pack = PackOf(rule);
  const matching::Matcher matcher(pack);
  std::vector<RuleTestResult> results;
  for (const rules::RuleTest& test : rule.tests)
    results.push_back(RunTest(pack.rules().front(), test, matcher));
  return results;
}

}  // namespace exdiag::authoring
