#include "authoring/rule_text.h"

#include <algorithm>
#include <utility>

#include "platform/file.h"
#include "platform/folder.h"

namespace exdiag::authoring {
namespace {

using rules::Predicate;
using rules::ValueKind;
using rules::YamlNode;

constexpr size_t kLargestFile = (size_t{64} << 10) + 1;  // one more than a rule file may have

bool ReadText(const std::string& path, std::string* text, platform::FileError* error) {
  platform::File file;
  if (!file.Open(path, error)) return false;
  text->assign(kLargestFile, '\0');
  size_t size = 0;
  bool failed = false;
  while (size < text->size()) {
    const size_t read = file.Read(text->data() + size, text->size() - size, &failed);
    if (read == 0) break;
    size += read;
  }
  text->resize(size);
  if (failed) error->reason = "it cannot be read to its end";
  return !failed;
}

rules::RuleProblem Unreadable(const std::string& path, const platform::FileError& error) {
  return {path, 0, 0, "unreadable", "the file cannot be read: " + error.reason, ""};
}

bool IsRuleFile(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

class Walk {
 public:
  explicit Walk(std::vector<rules::RuleProblem>* problems) : problems_(problems) {}

  void Visit(const std::string& path) {
    const platform::PathKind kind = platform::KindOf(path);
    if (kind == platform::PathKind::kFolder || kind == platform::PathKind::kFolderLink) {
      VisitFolder(path, "");
    } else {
      VisitFile(path, FolderByPath(path));
    }
  }

  std::vector<RuleText> Take() { return std::move(texts_); }

 private:
  // "certificates" of "…/rules/certificates/cert-expired.yaml".
  static std::string FolderByPath(std::string_view path) {
    const std::string_view folder = platform::FolderOf(path);
    const bool of_pack = platform::NameOf(platform::FolderOf(folder)) == "rules";
    return std::string(of_pack ? platform::NameOf(folder) : std::string_view());
  }

  void VisitFolder(const std::string& path, const std::string& category) {
    std::vector<platform::FolderEntry> entries;
    platform::FileError error;
    if (!platform::ListFolder(path, &entries, &error)) {
      problems_->push_back(Unreadable(path, error));
      return;
    }
    for (const auto& entry : entries) {
      const std::string inner = platform::JoinPath(path, entry.name);
      if (entry.kind == platform::PathKind::kFolder) VisitFolder(inner, entry.name);
      if (entry.kind != platform::PathKind::kFile || !IsRuleFile(entry.name)) continue;
      VisitFile(inner, category.empty() ? FolderByPath(inner) : category);
    }
  }

  void VisitFile(const std::string& path, std::string folder) {
    std::string text;
    platform::FileError error;
    if (ReadText(path, &text, &error)) {
      texts_.push_back(ReadRuleText(std::move(text), path, std::move(folder)));
    } else {
      problems_->push_back(Unreadable(path, error));
    }
  }

  std::vector<rules::RuleProblem>* problems_;
  std::vector<RuleText> texts_;
};

size_t OffsetOf(std::string_view text, int line, int column) {
  size_t at = 0;
  for (int i = 1; i < line; ++i) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  return std::min(text.size(), at + static_cast<size_t>(std::max(column, 1) - 1));
}

// Where the source of a scalar ends at the latest: its lines are at least as many as its value has,
// and more where it is folded; the caller's first hit is the right one as long as it is not far
// away.
size_t LatestEnd(const YamlNode& node, size_t begin, size_t size) {
  return std::min(size, begin + node.text.size() * 2 + 2000);
}

std::string WithDoubledQuotes(std::string_view part) {
  std::string doubled;
  for (const char c : part) doubled += c == '\'' ? std::string("''") : std::string(1, c);
  return doubled;
}

const rules::KeySpec* FindKey(std::span<const rules::KeySpec> keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const rules::KeySpec& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

class ConditionReader {
 public:
  explicit ConditionReader(bool captures_only) : captures_only_(captures_only) {}

  void Read(const YamlNode& tree, Conditions* conditions) {
    for (const auto& [key, value] : tree.entries) {
      const auto specs = rules::PredicateSpecs();
      const auto spec = std::find_if(
          specs.begin(), specs.end(),
          [&name = key.text](const auto& candidate) { return candidate.name == name; });
      if (spec != specs.end()) ReadPredicate(*spec, value, conditions);
    }
  }

 private:
  void ReadPredicate(const rules::PredicateSpec& spec, const YamlNode& value,
                     Conditions* conditions) {
    if (spec.shorthand == ValueKind::kTrees) {
      for (const YamlNode& item : value.items) Read(item, conditions);
    } else if (spec.shorthand == ValueKind::kTree) {
      Read(value, conditions);
    } else if (value.kind == YamlNode::Kind::kMap) {
      ReadMap(spec, value, conditions);
    } else if (spec.shorthand == ValueKind::kPattern) {
      conditions->patterns.push_back({spec.kind, false, captures_only_, &value});
    } else {
      AddNames(spec.kind, value, conditions);
    }
  }

  void ReadMap(const rules::PredicateSpec& spec, const YamlNode& map, Conditions* conditions) {
    bool named = false;
    for (const auto& [key, value] : map.entries) {
      const rules::KeySpec* known = FindKey(spec.keys, key.text);
      const bool is_name =
          known != nullptr && known->kind != ValueKind::kPattern && key.text != "severity";
      named = named || is_name;
      if (is_name && known->kind == ValueKind::kNames) AddNames(spec.kind, value, conditions);
    }
    for (const auto& [key, value] : map.entries) {
      const rules::KeySpec* known = FindKey(spec.keys, key.text);
      if (known == nullptr || known->kind != ValueKind::kPattern) continue;
      conditions->patterns.push_back({spec.kind, named, captures_only_, &value});
    }
  }

  static void AddNames(Predicate::Kind kind, const YamlNode& value, Conditions* conditions) {
    if (value.kind == YamlNode::Kind::kScalar) conditions->names.push_back({kind, &value});
    for (const YamlNode& item : value.items) conditions->names.push_back({kind, &item});
  }

  bool captures_only_;
};

void AddAdvice(std::string_view key, const YamlNode* node, std::string shell, const YamlNode* step,
               std::vector<AdvicePlace>* places) {
  if (node != nullptr && node->kind == YamlNode::Kind::kScalar) {
    places->push_back({key, std::move(shell), node, step});
  }
}

void AddStep(const YamlNode& step, std::vector<AdvicePlace>* places) {
  const YamlNode* shell = ValueOf(step, "shell");
  const std::string name = shell == nullptr ? std::string("powershell") : shell->text;
  for (const std::string_view key : {"text", "command", "where", "undo", "caution"}) {
    AddAdvice(key, ValueOf(step, key), key == "command" ? name : std::string(), &step, places);
  }
}

}  // namespace

const YamlNode* ValueOf(const YamlNode& map, std::string_view key) {
  for (const auto& [name, value] : map.entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

const YamlNode* RuleText::Find(std::string_view key) const {
  return root ? ValueOf(*root, key) : nullptr;
}

RuleText ReadRuleText(std::string text, std::string path, std::string folder) {
  RuleText read;
  read.parsed = rules::ParseRule(text, path);
  std::vector<rules::RuleProblem> ignored;  // ParseRule has them, too
  if (text.size() < kLargestFile) read.root = rules::ReadYaml(text, path, &ignored);
  read.text = std::move(text);
  read.path = std::move(path);
  read.folder = std::move(folder);
  return read;
}

std::vector<RuleText> ReadRuleTexts(const std::vector<std::string>& paths,
                                    std::vector<rules::RuleProblem>* problems) {
  Walk walk(problems);
  for (const std::string& path : paths) walk.Visit(path);
  return walk.Take();
}

Place PlaceOf(const RuleText& text, const YamlNode& node, std::string_view part) {
  const Place own{std::max(node.line, 1), std::max(node.column, 1)};
  if (part.empty()) return own;
  const size_t begin = OffsetOf(text.text, node.line, node.column);
  const std::string_view source =
      std::string_view(text.text).substr(0, LatestEnd(node, begin, text.text.size()));
  size_t at = source.find(part, begin);
  if (at == std::string_view::npos) at = source.find(WithDoubledQuotes(part), begin);
  if (at == std::string_view::npos) return own;
  const std::string_view before = source.substr(0, at);
  const size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(at - line_begin) + 1};
}

Conditions ConditionsOf(const RuleText& text) {
  Conditions conditions;
  if (const YamlNode* match = text.Find("match")) ConditionReader(false).Read(*match, &conditions);
  if (const YamlNode* capture = text.Find("capture")) {
    for (const YamlNode& item : capture->items) ConditionReader(true).Read(item, &conditions);
  }
  return conditions;
}

std::vector<AdvicePlace> AdviceOf(const RuleText& text) {
  std::vector<AdvicePlace> places;
  AddAdvice("title", text.Find("title"), "", nullptr, &places);
  AddAdvice("cause", text.Find("cause"), "", nullptr, &places);
  for (const std::string_view list : {"steps", "verify"}) {
    const YamlNode* items = text.Find(list);
    if (items == nullptr) continue;
    for (const YamlNode& item : items->items) AddStep(item, &places);
  }
  AddAdvice("caution", text.Find("caution"), "", nullptr, &places);
  AddAdvice("false_positives", text.Find("false_positives"), "", nullptr, &places);
  return places;
}

}  // namespace exdiag::authoring
