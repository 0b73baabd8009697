#include <algorithm>
#include <set>
#include <string>

#include "authoring/lint_checks.h"
#include "authoring/rule_tests.h"

namespace exdiag::authoring {
namespace {

using rules::Rule;
using rules::YamlNode;

bool Names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// True if one of the two says how they stand to each other, or their kind does: a generic rule
// steps back, and warnings and risks compete with no error.
bool AreRelated(const Rule& a, const Rule& b) {
  if (rules::IsGeneric(a) || rules::IsGeneric(b)) return true;
  if (a.severity != rules::Severity::kError || b.severity != rules::Severity::kError) return true;
  if (!a.group.empty() && a.group == b.group) return true;
  return Names(a.supersedes, b.id) || Names(b.supersedes, a.id) || Names(a.consequences, b.id) ||
         Names(b.consequences, a.id);
}

// Two rules that a third one wins over on the same log do not compete.
bool IsSuperseded(const Rule& rule, const std::vector<matching::Match>& matches) {
  return std::any_of(matches.begin(), matches.end(), [&](const matching::Match& match) {
    return Names(match.rule->supersedes, rule.id);
  });
}

const YamlNode* NodeOfTest(const RuleText& text, const rules::RuleTest& test) {
  const YamlNode* tests = text.Find("tests");
  if (tests == nullptr) return nullptr;
  for (const YamlNode& item : tests->items) {
    const YamlNode* name = ValueOf(item, "name");
    if (name != nullptr && name->line == test.line) return name;
  }
  return tests;
}

void CheckRule(const Rule& rule, const matching::Matcher& matcher, FindingList* findings) {
  std::set<std::string> told;
  for (const rules::RuleTest& test : rule.tests) {
    if (!test.match) continue;
    const TestLogs logs = ReadTestLogs(test);
    const std::vector<matching::Match> matches = matcher.Find(logs.Subject());
    for (const matching::Match& match : matches) {
      const Rule& other = *match.rule;
      if (other.id == rule.id || AreRelated(rule, other) || IsSuperseded(other, matches) ||
          !told.insert(other.id).second)
        continue;
      findings->Add("overlap", NodeOfTest(findings->text(), test),
                    "the log of this test is matched by \"" + other.id + "\", too",
                    "add \"" + other.id +
                        "\" to supersedes or consequences, put both into one group, or tell them "
                        "apart in match");
    }
  }
}

}  // namespace

void CheckOverlaps(const std::vector<RuleText>& texts, const rules::RulePack& known,
                   std::vector<FindingList>* findings) {
  rules::RulePack pack = known;
  std::vector<Rule> own;
  std::set<std::string> ids;
  for (const RuleText& text : texts) {
    if (text.parsed.rule && ids.insert(text.parsed.rule->id).second)
      own.push_back(*text.parsed.rule);
  }
  pack.Add(std::move(own));
  const matching::Matcher matcher(pack);
  for (size_t i = 0; i < texts.size(); ++i) {
    const auto& rule = texts[i].parsed.rule;
    if (rule && rule->status != rules::Status::kDeprecated)
      CheckRule(*rule, matcher, &(*findings)[i]);
  }
}

}  // namespace exdiag::authoring
