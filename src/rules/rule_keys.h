#ifndef EXDIAG_RULES_RULE_KEYS_H_
#define EXDIAG_RULES_RULE_KEYS_H_

#include <span>
#include <string_view>

#include "rules/rule.h"

namespace exdiag::rules {

// What may stand behind a key. The reader, the JSON Schema and the reference of keys all follow the
// tables below, so that none of them can say another thing than the others.
enum class ValueKind {
  kLine,      // text of one line
  kText,      // text
  kYesNo,     // true or false
  kChoice,    // one of KeySpec::choices
  kChoices,   // a list of them, or one
  kNames,     // a list of words or numbers, or one
  kPattern,   // RE2 pattern
  kTree,      // a predicate
  kTrees,     // a list of predicates, not empty
  kSteps,     // a list of maps, see StepKeys
  kChecks,    // a list of maps, see CheckKeys
  kTests,     // a list of maps, see TestKeys
  kFiles,     // a list of maps, see TestFileKeys
  kCaptures,  // a map of names and values
  kNone,      // nothing: the predicate has no such form
};

// "a pattern", "a list of steps" …
std::string_view ValueKindName(ValueKind kind);

struct KeySpec {
  std::string_view name;
  ValueKind kind;
  bool required;
  std::string_view description;
  std::span<const std::string_view> choices = {};
};

// The keys of a rule, of a step, of an entry of `verify`, of a test and of a test's file.
std::span<const KeySpec> RuleKeys();
std::span<const KeySpec> StepKeys();
std::span<const KeySpec> CheckKeys();
std::span<const KeySpec> TestKeys();
std::span<const KeySpec> TestFileKeys();

// A kind of predicate: `shorthand` is what may stand directly behind its name, `keys` are those of
// its map. A kind has one of them or both.
struct PredicateSpec {
  Predicate::Kind kind;
  std::string_view name;
  ValueKind shorthand;
  std::span<const KeySpec> keys;
  std::string_view description;
};

std::span<const PredicateSpec> PredicateSpecs();
const PredicateSpec& SpecOf(Predicate::Kind kind);

// The facts that a `fact` predicate may ask for.
std::span<const std::string_view> FactNames();

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_RULE_KEYS_H_
