#ifndef EXDIAG_RULES_RULE_PACK_H_
#define EXDIAG_RULES_RULE_PACK_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/rule_file.h"

namespace exdiag::rules {

// Rules as they are compiled into the program, sorted by id: what WritePack gives, and an index
// that the room `matching` makes of it and understands.
struct PackedRules {
  std::string_view bytes;
  size_t count = 0;
  std::string_view index_texts;
  std::span<const uint32_t> index_words;
};

// The rules in force, sorted by id. Const functions may be called by several threads.
class RulePack {
 public:
  RulePack() = default;
  explicit RulePack(std::vector<Rule> rules);

  // These are unpacked when somebody asks for rules; what they point to must outlive the pack.
  explicit RulePack(const PackedRules& packed);

  const std::vector<Rule>& rules() const;
  size_t size() const;

  // The rules packed, if they are all of the pack and nothing was added; else null.
  const PackedRules* packed() const { return packed_ ? &packed_->packed : nullptr; }

  // The rule of that id, or null. Valid as long as the pack is neither changed nor moved.
  const Rule* Find(std::string_view id) const;

  // Adds rules; one of the same id is replaced.
  void Add(std::vector<Rule> rules);

  // 16 hex digits over what the rules say; the same rules give the same digest on every machine.
  std::string Digest() const;

 private:
  struct Unpacked {
    PackedRules packed;
    std::once_flag once;
    std::vector<Rule> rules;
  };

  std::vector<Rule> rules_;
  std::shared_ptr<Unpacked> packed_;  // null: rules_ are all
};

// The rules that are compiled into the program, without their tests.
RulePack BuiltinRules();

// Number and digest of the built-in rules without unpacking them.
int BuiltinRuleCount();
std::string_view BuiltinRulesDigest();

struct LoadedRules {
  std::vector<Rule> rules;            // those that are right
  std::vector<RuleProblem> problems;  // of those that are not
  std::vector<std::string> paths;     // of all files read, in the order of their names
};

// Reads one rule file, or every *.yaml below a directory. A path that cannot be read is a problem
// with id "unreadable". Duplicate ids are a problem, too.
LoadedRules LoadRules(const std::vector<std::string>& paths);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_RULE_PACK_H_
