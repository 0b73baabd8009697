#ifndef EXDIAG_MATCHING_GATE_H_
#define EXDIAG_MATCHING_GATE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "matching/condition.h"
#include "matching/pattern_set.h"

namespace exdiag::matching {

// Finds gates: literals of which at least one stands in some text of every subject on which a
// condition holds, among them keys of names.
class GateFinder {
 public:
  // Keys are added to the set's index, which is not built yet. REQUIRES: the finder outlives it.
  explicit GateFinder(PatternSet* patterns) : patterns_(*patterns) {}

  // Ids of the literals, ascending. Empty: nothing is known, so the condition must be asked.
  std::vector<uint32_t> GateOf(const Condition& condition);

 private:
  std::vector<uint32_t> BestOf(const std::vector<Condition>& children);
  std::vector<uint32_t> AllOf(const std::vector<Condition>& children);
  std::vector<uint32_t> OfLeaf(const Condition& leaf);
  std::vector<uint32_t> OfNames(rules::Predicate::Kind kind, const std::vector<std::string>& names);
  bool IsBetter(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const;

  PatternSet& patterns_;
  std::deque<std::string> keys_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_GATE_H_
