#ifndef EXDIAG_RULES_PREDICATE_READER_H_
#define EXDIAG_RULES_PREDICATE_READER_H_

#include "rules/field_reader.h"
#include "rules/rule.h"

namespace exdiag::rules {

// The tree of predicates that a YAML map stands for. Where something is wrong, the problem is noted
// and the result is without meaning.
Predicate ReadPredicate(const YamlNode& node, ProblemList* problems);

// A look-up of `capture`: one predicate with a pattern that has a named group.
Predicate ReadLookUp(const YamlNode& node, ProblemList* problems);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_PREDICATE_READER_H_
