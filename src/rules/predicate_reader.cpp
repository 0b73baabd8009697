#include "rules/predicate_reader.h"

#include <algorithm>

#include "rules/pattern.h"
#include "rules/required_literals.h"

namespace exdiag::rules {
namespace {

using Kind = Predicate::Kind;

std::string Named(std::string_view name) { return '"' + std::string(name) + '"'; }

const PredicateSpec* FindSpec(std::string_view name) {
  const auto specs = PredicateSpecs();
  const auto found = std::find_if(specs.begin(), specs.end(),
                                  [&](const PredicateSpec& s) { return s.name == name; });
  return found == specs.end() ? nullptr : &*found;
}

void SetPattern(std::string pattern, Predicate* predicate) {
  predicate->pattern = std::move(pattern);
  predicate->literals = RequiredLiterals(predicate->pattern);
}

void ReadShorthand(const YamlNode& value, const PredicateSpec& spec, ProblemList* problems,
                   Predicate* predicate) {
  if (!CheckValue(value, spec.name, spec.shorthand, {}, problems)) return;
  switch (spec.shorthand) {
    case ValueKind::kPattern:
      SetPattern(value.text, predicate);
      break;
    case ValueKind::kTree:
      predicate->children.push_back(ReadPredicate(value, problems));
      break;
    case ValueKind::kTrees:
      for (const YamlNode& item : value.items)
        predicate->children.push_back(ReadPredicate(item, problems));
      break;
    default:
      predicate->names = WordsOf(value);
      if (predicate->names.empty())
        problems->Add(value, "empty-value", Named(spec.name) + " is an empty list");
  }
}

// Keys that hold a pattern: message, value, pattern; names: type, name, kind.
void ReadMap(const YamlNode& value, const PredicateSpec& spec, ProblemList* problems,
             Predicate* predicate) {
  const FieldReader fields(value, spec.keys, Named(spec.name), problems);
  if (value.entries.empty())
    problems->Add(value, "empty-value", Named(spec.name) + " asks for nothing");
  for (const KeySpec& key : spec.keys) {
    if (fields.Find(key.name) == nullptr) continue;
    if (key.kind == ValueKind::kPattern) {
      SetPattern(fields.Text(key.name), predicate);
    } else if (key.name == "hresult") {
      predicate->hresult = fields.Text(key.name);
    } else if (key.name == "severity") {
      predicate->severity = fields.Text(key.name);
    } else {
      predicate->names = fields.Texts(key.name);
    }
  }
}

// The one entry of a predicate's map, or null with the problem noted.
const YamlEntry* OneEntry(const YamlNode& node, ProblemList* problems) {
  if (node.kind == YamlNode::Kind::kMap && node.entries.size() == 1) return &node.entries.front();
  if (node.kind == YamlNode::Kind::kMap && node.entries.size() > 1) {
    problems->Add(node.entries[1].key, "several-predicates",
                  "a predicate has one key, but here are several",
                  "put them under all: or any:, each behind a \"- \"");
  } else if (node.kind == YamlNode::Kind::kScalar) {
    problems->Add(node, "wrong-type", "a predicate is a key and a value, but here is a text",
                  "write \"- error: " + node.text.substr(0, 40) + "\" if it is a pattern");
  } else {
    problems->Add(node, "wrong-type", "a predicate is a key and a value");
  }
  return nullptr;
}

bool HasGroup(const Predicate& predicate) {
  return !CompilePattern(predicate.pattern)->CapturingGroupNames().empty();
}

}  // namespace

Predicate ReadPredicate(const YamlNode& node, ProblemList* problems) {
  Predicate predicate;
  const auto* entry = OneEntry(node, problems);
  if (entry == nullptr) return predicate;
  const auto& [key, value] = *entry;
  const PredicateSpec* spec = FindSpec(key.text);
  if (spec == nullptr) {
    std::vector<std::string_view> known;
    for (const PredicateSpec& other : PredicateSpecs()) known.push_back(other.name);
    AddUnknown(key, "unknown-predicate", "there is no predicate " + Named(key.text), known,
               problems);
    return predicate;
  }
  predicate.kind = spec->kind;
  const bool is_map = value.kind == YamlNode::Kind::kMap && spec->shorthand != ValueKind::kTree;
  if (is_map && !spec->keys.empty()) {
    ReadMap(value, *spec, problems, &predicate);
  } else if (spec->shorthand == ValueKind::kNone) {
    problems->Add(value, "wrong-type", Named(key.text) + " must be a map of keys and values",
                  "its first key is \"" + std::string(spec->keys.front().name) + ":\"");
  } else {
    ReadShorthand(value, *spec, problems, &predicate);
  }
  return predicate;
}

Predicate ReadLookUp(const YamlNode& node, ProblemList* problems) {
  const size_t before = problems->all()->size();
  Predicate predicate = ReadPredicate(node, problems);
  if (problems->all()->size() > before) return predicate;
  if (!predicate.children.empty()) {
    problems->Add(node, "bad-capture", "a look-up of \"capture\" is one predicate, not a tree",
                  "make each pattern an entry of its own");
  } else if (!HasGroup(predicate)) {
    problems->Add(node, "bad-capture", "this look-up captures nothing",
                  "name what to capture by (?P<name>…)");
  }
  return predicate;
}

}  // namespace exdiag::rules
