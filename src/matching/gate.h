#ifndef EXDIAG_MATCHING_GATE_H_
#define EXDIAG_MATCHING_GATE_H_

#include <cstdint>
#include <vector>

#include "matching/condition.h"
#include "matching/pattern_set.h"

namespace exdiag::matching {

// Literals of which at least one stands in some text of every subject on which the condition holds.
// Empty: nothing is known, so the condition must be asked. `patterns` need not be built.
std::vector<uint32_t> Gate(const Condition& condition, const PatternSet& patterns);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_GATE_H_
