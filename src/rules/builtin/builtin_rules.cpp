#include "rules/pack_format.h"
#include "rules/rule_pack.h"

namespace exdiag::rules {

// In the generated source, as are BuiltinRuleCount and BuiltinRulesDigest. This file stands apart
// from the rest of the room because the program that generates the source needs all of the rest.
std::string_view BuiltinPackBlob();

RulePack BuiltinRules() {
  auto rules = ReadPack(BuiltinPackBlob());
  return rules ? RulePack(std::move(*rules)) : RulePack();
}

}  // namespace exdiag::rules
