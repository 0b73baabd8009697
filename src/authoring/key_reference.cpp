#include "authoring/lint.h"
#include "authoring/schema.h"
#include "rules/rule_keys.h"

namespace exdiag::authoring {
namespace {

using rules::KeySpec;

// What may stand behind a key, in a cell of a table.
std::string ValueText(const KeySpec& key) {
  if (key.choices.empty()) return std::string(rules::ValueKindName(key.kind));
  std::string text = key.kind == rules::ValueKind::kChoices ? "any of " : "one of ";
  for (const std::string_view choice : key.choices) {
    if (choice != key.choices.front()) text += ", ";
    text += '`' + std::string(choice) + '`';
  }
  return text;
}

std::string TableOf(std::span<const KeySpec> keys) {
  std::string text = "| key | value | meaning |\n| --- | --- | --- |\n";
  for (const KeySpec& key : keys) {
    text += "| `" + std::string(key.name) + '`' + (key.required ? " (required)" : "") + " | " +
            ValueText(key) + " | " + std::string(key.description) + " |\n";
  }
  return text;
}

std::string PredicateTable() {
  std::string text = "| predicate | value | holds when |\n| --- | --- | --- |\n";
  for (const rules::PredicateSpec& spec : rules::PredicateSpecs()) {
    std::string value;
    if (spec.shorthand != rules::ValueKind::kNone) value = rules::ValueKindName(spec.shorthand);
    if (!spec.keys.empty()) {
      value += value.empty() ? "a map of " : ", or a map of ";
      for (const KeySpec& key : spec.keys) {
        value += (&key == &spec.keys.front() ? "`" : ", `") + std::string(key.name) + '`' +
                 (key.required ? " (required)" : "");
      }
    }
    text += "| `" + std::string(spec.name) + "` | " + value + " | " +
            std::string(spec.description) + " |\n";
  }
  return text;
}

std::string MapsOfPredicates() {
  std::string text;
  for (const rules::PredicateSpec& spec : rules::PredicateSpecs()) {
    if (!spec.keys.empty())
      text += "\nKeys of `" + std::string(spec.name) + "`:\n\n" + TableOf(spec.keys);
  }
  return text;
}

std::string CheckTable() {
  std::string text = "| check | level | what must hold |\n| --- | --- | --- |\n";
  for (const LintCheck& check : LintChecks()) {
    text += "| `" + std::string(check.id) + "` | " + std::string(LevelName(check.level)) +
            (check.fixable ? ", `--fix`" : "") + " | " + std::string(check.description) + " |\n";
  }
  return text;
}

}  // namespace

std::string KeyReference() {
  return "### Keys of a rule\n\n" + TableOf(rules::RuleKeys()) + "\n### Keys of a step\n\n" +
         TableOf(rules::StepKeys()) + "\n### Keys of an entry of `verify`\n\n" +
         TableOf(rules::CheckKeys()) + "\n### Keys of a test\n\n" + TableOf(rules::TestKeys()) +
         "\nKeys of a file of a test:\n\n" + TableOf(rules::TestFileKeys()) +
         "\n### Predicates\n\n" + PredicateTable() + MapsOfPredicates() +
         "\n### Checks of `rules lint`\n\n" + CheckTable();
}

}  // namespace exdiag::authoring
