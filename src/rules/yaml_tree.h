#ifndef EXDIAG_RULES_YAML_TREE_H_
#define EXDIAG_RULES_YAML_TREE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"

namespace exdiag::rules {

// A value of a YAML document with its place. YAML::Node is not used because it has resolved anchors
// and merged aliases before one can see that they were there.
struct YamlEntry;
struct YamlNode {
  enum class Kind { kNull, kScalar, kSequence, kMap };
  Kind kind = Kind::kNull;
  int line = 0;  // from 1, as is `column`
  int column = 0;
  std::string text;                // kScalar
  std::vector<YamlNode> items;     // kSequence
  std::vector<YamlEntry> entries;  // kMap, in the order of the file
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

// Reads one document. Anchors, aliases, tags, a key that stands twice, nesting over 16 deep and a
// second document are problems; without a root there is one at least. Never throws.
std::optional<YamlNode> ReadYaml(std::string_view text, std::string_view path,
                                 std::vector<RuleProblem>* problems);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_YAML_TREE_H_
