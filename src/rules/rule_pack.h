#ifndef EXDIAG_RULES_RULE_PACK_H_
#define EXDIAG_RULES_RULE_PACK_H_

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/rule_file.h"

namespace exdiag::rules {

// The rules in force, sorted by id.
class RulePack {
 public:
  RulePack() = default;
  explicit RulePack(std::vector<Rule> rules);

  const std::vector<Rule>& rules() const { return rules_; }

  // The rule of that id, or null. Valid as long as the pack is neither changed nor moved.
  const Rule* Find(std::string_view id) const;

  // Adds rules; one of the same id is replaced.
  void Add(std::vector<Rule> rules);

  // 16 hex digits over what the rules say; the same rules give the same digest on every machine.
  std::string Digest() const;

 private:
  std::vector<Rule> rules_;
};

// The rules that are compiled into the program, without their tests. The first call unpacks them.
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
