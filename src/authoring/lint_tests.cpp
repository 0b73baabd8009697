#include <algorithm>
#include <set>
#include <string>

#include "authoring/captures.h"
#include "authoring/lint_checks.h"
#include "rules/spelling.h"

namespace exdiag::authoring {
namespace {

using rules::Rule;
using rules::YamlNode;

void CheckKinds(const Rule& rule, FindingList* findings) {
  const YamlNode* tests = findings->text().Find("tests");
  const YamlNode* at = tests == nullptr ? findings->text().Find("id") : tests;
  const auto expects = [](bool match) {
    return [match](const rules::RuleTest& test) { return test.match == match; };
  };
  if (std::none_of(rule.tests.begin(), rule.tests.end(), expects(true))) {
    findings->Add("no-positive-test", at, "no test shows a log that the rule matches",
                  "add one with a short excerpt of such a log");
  }
  if (std::none_of(rule.tests.begin(), rule.tests.end(), expects(false))) {
    findings->Add("no-negative-test", at, "no test shows a look-alike that the rule must not match",
                  "add the nearest thing that is another failure, with \"match: false\"");
  }
}

// Names of captures that a test expects, against those that the rule sets.
void CheckExpected(const YamlNode& test, const std::set<std::string>& set, FindingList* findings) {
  const YamlNode* captures = ValueOf(test, "captures");
  if (captures == nullptr) return;
  const YamlNode* match = ValueOf(test, "match");
  if (match != nullptr && match->text == "false") {
    findings->Add("captures-of-no-match", captures, "the test expects no match, but captures",
                  "remove \"captures\" or \"match: false\"");
  }
  for (const auto& [key, value] : captures->entries) {
    if (set.count(key.text) > 0) continue;
    const std::vector<std::string_view> known(set.begin(), set.end());
    const std::string_view nearest = rules::NearestWord(key.text, known);
    findings->Add("unset-capture", &key, '"' + key.text + "\" is never captured",
                  nearest.empty() ? "capture it by (?P<" + key.text + ">…), or remove it"
                                  : "did you mean \"" + std::string(nearest) + "\"?");
  }
}

}  // namespace

void CheckTests(FindingList* findings) {
  const Rule& rule = *findings->text().parsed.rule;
  CheckKinds(rule, findings);
  const YamlNode* tests = findings->text().Find("tests");
  if (tests == nullptr) return;
  const std::set<std::string> set = SetCaptures(rule);
  std::set<std::string> names;
  for (const YamlNode& test : tests->items) {
    CheckExpected(test, set, findings);
    const YamlNode* name = ValueOf(test, "name");
    if (name == nullptr || names.insert(name->text).second) continue;
    findings->Add("same-test-name", name, "another test has the name \"" + name->text + "\", too",
                  "say what is different here");
  }
}

}  // namespace exdiag::authoring
