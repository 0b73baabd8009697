#ifndef EXDIAG_AUTHORING_RULE_TEXT_H_
#define EXDIAG_AUTHORING_RULE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "rules/rule_keys.h"
#include "rules/yaml_tree.h"

namespace exdiag::authoring {

// A rule file as its writer sees it: its text, the tree with the places of all values, and the
// rule, if the file is right.
struct RuleText {
  std::string path;
  // Name of the folder that stands for the category; empty for a file that was named alone and does
  // not stand below a folder "rules".
  std::string folder;
  std::string text;
  std::optional<rules::YamlNode> root;
  rules::ParsedRule parsed;

  // The value of a key of the rule, or null.
  const rules::YamlNode* Find(std::string_view key) const;
};

// The value of a key of a map, or null; null for what is no map.
const rules::YamlNode* ValueOf(const rules::YamlNode& map, std::string_view key);

// A text as a rule file; `path` need not exist.
RuleText ReadRuleText(std::string text, std::string path, std::string folder = {});

// Rule files named one by one, and all *.yaml below folders, in the order of their names. What
// cannot be read goes to `problems`.
std::vector<RuleText> ReadRuleTexts(const std::vector<std::string>& paths,
                                    std::vector<rules::RuleProblem>* problems);

// Line and column, from 1, columns in bytes as in rules::RuleProblem.
struct Place {
  int line = 1;
  int column = 1;
};

// Where `part` stands within a value; the place of the value itself if it is not found there, as in
// a folded text that breaks within `part`.
Place PlaceOf(const RuleText& text, const rules::YamlNode& node, std::string_view part = {});

// A pattern of `match` or `capture` with its place.
struct PatternPlace {
  rules::Predicate::Kind kind = rules::Predicate::Kind::kError;
  bool named =
      false;  // a name beside it (of a check, a type, a setting, a kind of file) finds the text
  bool captures_only = false;  // stands in `capture`
  const rules::YamlNode* node = nullptr;
};

// Names that a predicate compares: of cmdlets, types, checks …
struct NamePlace {
  rules::Predicate::Kind kind = rules::Predicate::Kind::kCmdlet;
  const rules::YamlNode* node = nullptr;
};

// All of them, in the order of the file. Pointers are into `text.root`.
struct Conditions {
  std::vector<PatternPlace> patterns;
  std::vector<NamePlace> names;
};
Conditions ConditionsOf(const RuleText& text);

// A text or command of the advice with its place. `key` is the last key before it: "title",
// "cause", "text", "command", "undo" …; `shell` is set for commands.
struct AdvicePlace {
  std::string_view key;
  std::string shell;
  const rules::YamlNode* node = nullptr;
  const rules::YamlNode* step = nullptr;  // the map that holds it, of steps and verify
};
std::vector<AdvicePlace> AdviceOf(const RuleText& text);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_RULE_TEXT_H_
