#include "authoring/rules_diff.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace exdiag::authoring {
namespace {

std::string CauseOf(const diagnosis::LogReport& report) {
  const diagnosis::Diagnosis* primary = report.primary();
  return primary == nullptr ? "none" : primary->rule;
}

std::set<std::string> FindingsOf(const diagnosis::LogReport& report) {
  std::set<std::string> ids;
  for (const auto& finding : report.diagnoses) {
    ids.insert(finding.rule);
    for (const auto& member : finding.members) ids.insert(member.rule);
  }
  return ids;
}

std::vector<std::string> Without(const std::set<std::string>& ids,
                                 const std::set<std::string>& others, const std::string& cause) {
  std::vector<std::string> rest;
  std::set_difference(ids.begin(), ids.end(), others.begin(), others.end(),
                      std::back_inserter(rest));
  rest.erase(std::remove(rest.begin(), rest.end(), cause), rest.end());
  return rest;
}

std::string Listed(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

std::string DigestOf(const rules::Rule& rule) {
  std::vector<rules::Rule> alone = {rule};
  return rules::RulePack(std::move(alone)).Digest();
}

void AddLine(std::string_view label, const std::vector<std::string>& ids, std::string* text) {
  if (!ids.empty()) *text += std::string(label) + Listed(ids) + '\n';
}

}  // namespace

LogDifference CompareReports(const diagnosis::LogReport& before,
                             const diagnosis::LogReport& after) {
  const std::set<std::string> old_ids = FindingsOf(before);
  const std::set<std::string> new_ids = FindingsOf(after);
  LogDifference difference;
  difference.path = after.path;
  difference.old_cause = CauseOf(before);
  difference.new_cause = CauseOf(after);
  difference.only_old = Without(old_ids, new_ids, difference.old_cause);
  difference.only_new = Without(new_ids, old_ids, difference.new_cause);
  return difference;
}

PackDifference ComparePacks(const rules::RulePack& old_rules, const rules::RulePack& new_rules) {
  PackDifference difference;
  for (const rules::Rule& rule : new_rules.rules()) {
    const rules::Rule* before = old_rules.Find(rule.id);
    if (before == nullptr) {
      difference.added.push_back(rule.id);
    } else if (DigestOf(*before) != DigestOf(rule)) {
      difference.changed.push_back(rule.id);
    }
  }
  for (const rules::Rule& rule : old_rules.rules()) {
    if (new_rules.Find(rule.id) == nullptr) difference.removed.push_back(rule.id);
  }
  return difference;
}

std::string DifferenceText(const PackDifference& packs, const std::vector<LogDifference>& logs) {
  std::string text;
  AddLine("rules added: ", packs.added, &text);
  AddLine("rules removed: ", packs.removed, &text);
  AddLine("rules changed: ", packs.changed, &text);
  size_t changed = 0;
  for (const LogDifference& log : logs) {
    if (log.Empty()) continue;
    ++changed;
    text += (text.empty() ? "" : "\n") + log.path + '\n';
    if (log.old_cause != log.new_cause)
      text += "  root cause: " + log.old_cause + " -> " + log.new_cause + '\n';
    AddLine("  no longer: ", log.only_old, &text);
    AddLine("  now also: ", log.only_new, &text);
  }
  text += (text.empty() ? "" : "\n") + std::to_string(changed) + " of " +
          std::to_string(logs.size()) + (logs.size() == 1 ? " log is" : " logs are") +
          " diagnosed differently\n";
  return text;
}

}  // namespace exdiag::authoring
