#ifndef EXDIAG_RULES_FIELD_READER_H_
#define EXDIAG_RULES_FIELD_READER_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_keys.h"
#include "rules/yaml_tree.h"

namespace exdiag::rules {

// Where the problems of one file are gathered.
class ProblemList {
 public:
  explicit ProblemList(std::string_view path) : path_(path) {}

  void Add(const YamlNode& at, std::string id, std::string message, std::string advice = {});
  std::vector<RuleProblem>* all() { return &problems_; }

  // Hands out the problems in the order of the file.
  std::vector<RuleProblem> Take();

 private:
  std::string path_;
  std::vector<RuleProblem> problems_;
};

// The entries of a map that are right by a table of keys. Making one notes what is wrong: keys that
// the table does not have, required ones that are missing, values of the wrong type.
class FieldReader {
 public:
  // `what` names the map in messages: "a rule", "a step". REQUIRES: all outlive the reader.
  FieldReader(const YamlNode& node, std::span<const KeySpec> keys, std::string_view what,
              ProblemList* problems);

  // The value, or null where it is missing or wrong.
  const YamlNode* Find(std::string_view key) const;

  std::string Text(std::string_view key) const;                // empty if missing
  std::vector<std::string> Texts(std::string_view key) const;  // of a list or a single word
  bool YesNo(std::string_view key, bool otherwise) const;

 private:
  void ReadEntry(const YamlEntry& entry, std::span<const KeySpec> keys, std::string_view what);
  void Check(const YamlNode& key, const YamlNode& value, const KeySpec& spec);

  std::map<std::string_view, const YamlNode*> fields_;
  ProblemList* problems_;
};

// True if a value may stand behind a key; otherwise the problem is noted. `name` is the key's.
bool CheckValue(const YamlNode& value, std::string_view name, ValueKind kind,
                std::span<const std::string_view> choices, ProblemList* problems);

// The words of a list or the one of a scalar.
std::vector<std::string> WordsOf(const YamlNode& node);

// Adds the problem of an unknown word, with the known one that it resembles.
void AddUnknown(const YamlNode& at, std::string id, std::string message,
                const std::vector<std::string_view>& known, ProblemList* problems);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_FIELD_READER_H_
