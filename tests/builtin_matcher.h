#ifndef EXDIAG_TESTS_BUILTIN_MATCHER_H_
#define EXDIAG_TESTS_BUILTIN_MATCHER_H_

#include "matching/matcher.h"
#include "rules/rule_pack.h"

namespace exdiag::tests {

// A matcher of the built-in rules, made once for all tests.
inline const matching::Matcher& BuiltinMatcher() {
  static const rules::RulePack pack = rules::BuiltinRules();
  static const matching::Matcher matcher(pack);
  return matcher;
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_BUILTIN_MATCHER_H_
