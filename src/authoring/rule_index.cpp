#include "authoring/rule_index.h"

#include <algorithm>
#include <map>

namespace exdiag::authoring {
namespace {

using rules::Rule;

// Characters that Markdown would read in a cell of a table.
std::string Cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_') cell += '\\';
    cell += c;
  }
  return cell;
}

std::string Products(const Rule& rule) {
  std::string text;
  for (const std::string& product : rule.products) text += (text.empty() ? "" : ", ") + product;
  return text.empty() ? "all" : text;
}

std::string Kind(const Rule& rule) {
  std::string text(rules::SeverityName(rule.severity));
  if (rule.status != rules::Status::kStable)
    text += ", " + std::string(rules::StatusName(rule.status));
  return text;
}

}  // namespace

std::string RuleIndex(const std::vector<const Rule*>& rules) {
  std::map<std::string, std::vector<const Rule*>> categories;
  for (const Rule* rule : rules) categories[rule->category].push_back(rule);
  std::string text =
      "# The rules\n\nexdiag knows " + std::to_string(rules.size()) +
      " failures and risks of Exchange setup in " + std::to_string(categories.size()) +
      " categories. `exdiag rules show ID` prints a rule with its conditions. This page is made by "
      "`exdiag rules list --format markdown`.\n";
  for (auto& [category, members] : categories) {
    std::sort(members.begin(), members.end(),
              [](const Rule* a, const Rule* b) { return a->id < b->id; });
    text += "\n## " + category +
            "\n\n| rule | what is wrong | Exchange | kind |\n| --- | --- | --- | --- |\n";
    for (const Rule* rule : members) {
      text += "| [`" + rule->id + "`](../rules/" + rule->category + '/' + rule->id + ".yaml) | " +
              Cell(rule->title) + " | " + Products(*rule) + " | " + Kind(*rule) + " |\n";
    }
  }
  return text;
}

}  // namespace exdiag::authoring
