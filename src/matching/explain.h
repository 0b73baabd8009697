#ifndef EXDIAG_MATCHING_EXPLAIN_H_
#define EXDIAG_MATCHING_EXPLAIN_H_

#include <string>

#include "matching/condition.h"
#include "matching/matcher.h"

namespace exdiag::matching {

// The trace of a condition on one scene.
PredicateTrace Trace(const Condition& condition, const PatternSet& patterns, const Scene& scene);

// A predicate in one line: "error: '…'", "exception: CryptographicException", "not".
std::string InOneLine(const rules::Predicate& predicate);

// Number of predicates of the trace that held.
int HeldIn(const PredicateTrace& trace);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_EXPLAIN_H_
