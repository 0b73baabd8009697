#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "authoring/rule_index.h"
#include "cli/commands.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "report/text_page.h"

namespace exdiag::cli {
namespace {

using rules::Rule;

std::string LowerCase(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool Mentions(const Rule& rule, const std::vector<std::string>& words) {
  std::string text = rule.id + " " + rule.category + " " + rule.title;
  for (const std::string& tag : rule.tags) text += " " + tag;
  text = LowerCase(text);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.find(LowerCase(word)) != std::string::npos;
  });
}

std::string AsText(const std::vector<const Rule*>& rules, const report::TextStyle& style) {
  report::TextPage page(style);
  std::string_view category;
  for (const Rule* rule : rules) {
    if (rule->category != category) page.Heading(rule->category);
    category = rule->category;
    std::string marks = rule->severity == rules::Severity::kError
                            ? ""
                            : " (" + std::string(SeverityName(rule->severity)) + ")";
    if (rule->status != rules::Status::kStable)
      marks += " (" + std::string(StatusName(rule->status)) + ")";
    page.Line("  " + page.Inline(rule->id, report::Tone::kBold) + page.Inline(marks));
    page.Paragraph(rule->title, 6);
  }
  page.Gap();
  page.Line(std::to_string(rules.size()) + (rules.size() == 1 ? " rule" : " rules"));
  return page.Take();
}

std::string AsJson(const std::vector<const Rule*>& rules, bool lines) {
  std::string text;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule* rule : rules) {
    const nlohmann::ordered_json entry = {{"id", rule->id},
                                          {"title", rule->title},
                                          {"category", rule->category},
                                          {"severity", SeverityName(rule->severity)},
                                          {"status", StatusName(rule->status)},
                                          {"products", rule->products},
                                          {"tags", rule->tags},
                                          {"path", rule->path}};
    if (lines) text += entry.dump() + "\n";
    list.push_back(entry);
  }
  return lines ? text : list.dump(2) + "\n";
}

}  // namespace

ExitStatus RunRulesList(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  if (!LoadRulesInForce(line, console, &pack)) return ExitStatus::kBadRule;
  std::vector<const Rule*> listed;
  for (const Rule& rule : pack.rules()) {
    if (Mentions(rule, line.arguments)) listed.push_back(&rule);
  }
  std::stable_sort(listed.begin(), listed.end(),
                   [](const Rule* a, const Rule* b) { return a->category < b->category; });
  if (line.format == Format::kMarkdown) {
    return WriteResult(authoring::RuleIndex(listed), line, console, ExitStatus::kSucceeded);
  }
  const bool text = line.format == Format::kText;
  return WriteResult(text ? AsText(listed, StyleFor(line, console))
                          : AsJson(listed, line.format == Format::kNdjson),
                     line, console, ExitStatus::kSucceeded);
}

}  // namespace exdiag::cli
