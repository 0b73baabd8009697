#ifndef EXDIAG_MATCHING_NEAREST_H_
#define EXDIAG_MATCHING_NEAREST_H_

#include <string>

#include "matching/condition.h"

namespace exdiag::matching {

// What comes nearest to a predicate that does not hold: for a pattern the part of a text that has
// most of its words, for names those that are there instead. Empty if nothing resembles it.
std::string NearestTo(const Condition& condition, const Scene& scene);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_NEAREST_H_
