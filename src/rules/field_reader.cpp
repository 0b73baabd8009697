#include "rules/field_reader.h"

#include <algorithm>

#include "rules/pattern.h"
#include "rules/spelling.h"

namespace exdiag::rules {
namespace {

std::string Quoted(std::string_view text) { return '"' + std::string(text.substr(0, 80)) + '"'; }

std::string Listed(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

std::string_view KindName(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::kNull:
      return "nothing";
    case YamlNode::Kind::kScalar:
      return "a text";
    case YamlNode::Kind::kSequence:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
  }
  return {};
}

bool WrongType(const YamlNode& value, std::string_view name, ValueKind kind,
               ProblemList* problems) {
  problems->Add(value, "wrong-type",
                Quoted(name) + " must be " + std::string(ValueKindName(kind)) + ", but is " +
                    std::string(KindName(value.kind)));
  return false;
}

bool CheckChoice(const YamlNode& value, std::string_view name,
                 std::span<const std::string_view> choices, ProblemList* problems) {
  if (std::find(choices.begin(), choices.end(), value.text) != choices.end()) return true;
  const std::string_view nearest = NearestWord(value.text, {choices.begin(), choices.end()});
  problems->Add(value, "bad-value", Quoted(name) + " cannot be " + Quoted(value.text),
                nearest.empty() ? "it is one of: " + Listed(choices)
                                : "did you mean " + Quoted(nearest) + "?");
  return false;
}

bool CheckPatternValue(const YamlNode& value, std::string_view name, ProblemList* problems) {
  if (value.text.empty()) {
    problems->Add(value, "empty-value", Quoted(name) + " has an empty pattern");
    return false;
  }
  PatternProblem problem = CheckPattern(value.text);
  if (problem.message.empty()) return true;
  problems->Add(value, "bad-pattern", std::move(problem.message), std::move(problem.advice));
  return false;
}

bool CheckLine(const YamlNode& value, std::string_view name, ProblemList* problems) {
  if (value.text.empty()) {
    problems->Add(value, "empty-value", Quoted(name) + " is empty");
    return false;
  }
  if (value.text.find('\n') == std::string::npos) return true;
  problems->Add(value, "wrong-type", Quoted(name) + " must be one line",
                "fold it by >- or shorten it");
  return false;
}

bool CheckScalar(const YamlNode& value, std::string_view name, ValueKind kind,
                 std::span<const std::string_view> choices, ProblemList* problems) {
  if (value.kind != YamlNode::Kind::kScalar) return WrongType(value, name, kind, problems);
  switch (kind) {
    case ValueKind::kLine:
      return CheckLine(value, name, problems);
    case ValueKind::kChoice:
      return CheckChoice(value, name, choices, problems);
    case ValueKind::kPattern:
      return CheckPatternValue(value, name, problems);
    case ValueKind::kYesNo:
      return value.text == "true" || value.text == "false" ||
             WrongType(value, name, kind, problems);
    default:
      return true;
  }
}

bool CheckWords(const YamlNode& value, std::string_view name, ValueKind kind,
                std::span<const std::string_view> choices, ProblemList* problems) {
  const ValueKind each = kind == ValueKind::kChoices ? ValueKind::kChoice : ValueKind::kLine;
  if (value.kind == YamlNode::Kind::kScalar)
    return CheckScalar(value, name, each, choices, problems);
  if (value.kind != YamlNode::Kind::kSequence) return WrongType(value, name, kind, problems);
  bool good = true;
  for (const YamlNode& item : value.items)
    good = CheckScalar(item, name, each, choices, problems) && good;
  return good;
}

}  // namespace

void ProblemList::Add(const YamlNode& at, std::string id, std::string message, std::string advice) {
  problems_.push_back(
      {path_, at.line, at.column, std::move(id), std::move(message), std::move(advice)});
}

std::vector<RuleProblem> ProblemList::Take() {
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const RuleProblem& a, const RuleProblem& b) {
                     return a.line != b.line ? a.line < b.line : a.column < b.column;
                   });
  return std::move(problems_);
}

std::vector<std::string> WordsOf(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::kScalar) return {node.text};
  std::vector<std::string> words;
  for (const YamlNode& item : node.items) words.push_back(item.text);
  return words;
}

void AddUnknown(const YamlNode& at, std::string id, std::string message,
                const std::vector<std::string_view>& known, ProblemList* problems) {
  const std::string_view nearest = NearestWord(at.text, known);
  problems->Add(
      at, std::move(id), std::move(message),
      nearest.empty() ? "known are: " + Listed(known) : "did you mean " + Quoted(nearest) + "?");
}

bool CheckValue(const YamlNode& value, std::string_view name, ValueKind kind,
                std::span<const std::string_view> choices, ProblemList* problems) {
  switch (kind) {
    case ValueKind::kLine:
    case ValueKind::kText:
    case ValueKind::kYesNo:
    case ValueKind::kChoice:
    case ValueKind::kPattern:
      return CheckScalar(value, name, kind, choices, problems);
    case ValueKind::kChoices:
    case ValueKind::kNames:
      return CheckWords(value, name, kind, choices, problems);
    case ValueKind::kTree:
    case ValueKind::kCaptures:
      return value.kind == YamlNode::Kind::kMap || WrongType(value, name, kind, problems);
    case ValueKind::kTrees:
    case ValueKind::kSteps:
    case ValueKind::kChecks:
    case ValueKind::kTests:
    case ValueKind::kFiles:
      if (value.kind != YamlNode::Kind::kSequence) return WrongType(value, name, kind, problems);
      if (!value.items.empty()) return true;
      problems->Add(value, "empty-value", Quoted(name) + " is an empty list");
      return false;
    case ValueKind::kNone:
      break;
  }
  return WrongType(value, name, kind, problems);
}

FieldReader::FieldReader(const YamlNode& node, std::span<const KeySpec> keys, std::string_view what,
                         ProblemList* problems)
    : problems_(problems) {
  if (node.kind != YamlNode::Kind::kMap) {
    problems->Add(node, "wrong-type",
                  std::string(what) + " must be a map of keys and values, but is " +
                      std::string(KindName(node.kind)));
    return;
  }
  for (const YamlEntry& entry : node.entries) ReadEntry(entry, keys, what);
  for (const KeySpec& spec : keys) {
    const bool there =
        std::any_of(node.entries.begin(), node.entries.end(),
                    [&](const YamlEntry& entry) { return entry.key.text == spec.name; });
    if (spec.required && !there) {
      problems->Add(node, "missing-key", std::string(what) + " needs the key " + Quoted(spec.name),
                    std::string(spec.description));
    }
  }
}

void FieldReader::ReadEntry(const YamlEntry& entry, std::span<const KeySpec> keys,
                            std::string_view what) {
  const std::string& name = entry.key.text;
  const auto spec =
      std::find_if(keys.begin(), keys.end(), [&](const KeySpec& s) { return s.name == name; });
  if (spec != keys.end()) return Check(entry.key, entry.value, *spec);
  std::vector<std::string_view> known;
  for (const KeySpec& other : keys) known.push_back(other.name);
  AddUnknown(entry.key, "unknown-key", std::string(what) + " has no key " + Quoted(name), known,
             problems_);
}

void FieldReader::Check(const YamlNode& key, const YamlNode& value, const KeySpec& spec) {
  if (value.kind == YamlNode::Kind::kNull) {
    problems_->Add(key, "empty-value", Quoted(spec.name) + " has no value",
                   "give it one or remove the key");
  } else if (CheckValue(value, spec.name, spec.kind, spec.choices, problems_)) {
    fields_.emplace(spec.name, &value);
  }
}

const YamlNode* FieldReader::Find(std::string_view key) const {
  const auto found = fields_.find(key);
  return found == fields_.end() ? nullptr : found->second;
}

std::string FieldReader::Text(std::string_view key) const {
  const YamlNode* node = Find(key);
  return node == nullptr ? std::string() : node->text;
}

std::vector<std::string> FieldReader::Texts(std::string_view key) const {
  const YamlNode* node = Find(key);
  return node == nullptr ? std::vector<std::string>() : WordsOf(*node);
}

bool FieldReader::YesNo(std::string_view key, bool otherwise) const {
  const YamlNode* node = Find(key);
  return node == nullptr ? otherwise : node->text == "true";
}

}  // namespace exdiag::rules
