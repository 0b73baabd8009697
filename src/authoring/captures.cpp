#include "authoring/captures.h"

#include "diagnosis/findings.h"
#include "rules/pattern.h"

namespace exdiag::authoring {
namespace {

void AddGroups(const rules::Predicate& predicate, std::set<std::string>* names) {
  if (!predicate.pattern.empty()) {
    for (std::string& name : rules::GroupNames(*rules::CompilePattern(predicate.pattern)))
      names->insert(std::move(name));
  }
  for (const rules::Predicate& child : predicate.children) AddGroups(child, names);
}

void AddPlaceholders(std::string_view text, std::set<std::string>* names) {
  for (const std::string_view name : Placeholders(text)) names->emplace(name);
}

}  // namespace

std::set<std::string> SetCaptures(const rules::Rule& rule) {
  std::set<std::string> names;
  AddGroups(rule.match, &names);
  for (const rules::Predicate& look_up : rule.captures) AddGroups(look_up, &names);
  return names;
}

std::set<std::string> BuiltinCaptures() {
  std::set<std::string> names;
  for (const auto& [name, value] : diagnosis::FactCaptures(setuplog::Header())) names.insert(name);
  return names;
}

std::set<std::string> UsedCaptures(const rules::Rule& rule) {
  std::set<std::string> names;
  for (const std::string& text : {rule.title, rule.cause, rule.caution, rule.false_positives})
    AddPlaceholders(text, &names);
  for (const rules::Step& step : rule.steps) {
    for (const std::string& text : {step.text, step.command, step.where, step.undo, step.caution}) {
      AddPlaceholders(text, &names);
    }
  }
  for (const rules::Check& check : rule.verify) {
    AddPlaceholders(check.text, &names);
    AddPlaceholders(check.command, &names);
  }
  for (const rules::RuleTest& test : rule.tests) {
    for (const auto& [name, value] : test.captures) names.insert(name);
  }
  return names;
}

std::vector<std::string_view> Placeholders(std::string_view text) {
  std::vector<std::string_view> names;
  while (true) {
    const size_t begin = text.find("{{");
    const size_t end = begin == std::string_view::npos ? begin : text.find("}}", begin);
    if (end == std::string_view::npos) return names;
    names.push_back(text.substr(begin + 2, end - begin - 2));
    text.remove_prefix(end + 2);
  }
}

}  // namespace exdiag::authoring
