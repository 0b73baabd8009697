#ifndef EXDIAG_MATCHING_SPECIFICITY_H_
#define EXDIAG_MATCHING_SPECIFICITY_H_

#include "matching/condition.h"

namespace exdiag::matching {

// How much a rule that holds on a scene has to show for itself, 0 to 1.
//
// Each predicate that held has a weight: what setup does not translate and few failures share
// weighs most (a check's name 0.6; an exception's type, a cmdlet, a component, a code 0.25 to 0.3),
// the text of an error 0.2 to 0.45 by the length of its literal, a message 0.15 to 0.35, facts and
// settings 0.05 to 0.1, a part that must not hold 0.02. Weights join as independent proofs do, 1 -
// (1-a)(1-b)…. Of an `any` only its strongest part counts fully, and the others a quarter: they
// often say the same in other words. A generic rule has at most 0.3.
double Specificity(const Condition& condition, const PatternSet& patterns, const Scene& scene,
                   bool generic);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_SPECIFICITY_H_
