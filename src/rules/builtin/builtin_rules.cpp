#include "rules/rule_pack.h"

namespace exdiag::rules {

// In the generated source, as are BuiltinRuleCount and BuiltinRulesDigest. This file stands apart
// from the rest of the room because the program that generates the source needs all of the rest.
PackedRules BuiltinPack();

RulePack BuiltinRules() { return RulePack(BuiltinPack()); }

}  // namespace exdiag::rules
