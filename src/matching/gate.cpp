#include "matching/gate.h"

#include <algorithm>

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;
using Literals = std::vector<uint32_t>;

// Whether a leaf looks for its pattern in the texts of the subject that are indexed, and nowhere
// else.
bool IsOfIndexedTexts(Kind kind) {
  return kind == Kind::kError || kind == Kind::kMessage || kind == Kind::kScript ||
         kind == Kind::kPrerequisite || kind == Kind::kFile;
}

size_t ShortestOf(const Literals& literals, const PatternSet& patterns) {
  size_t shortest = static_cast<size_t>(-1);
  for (const uint32_t id : literals)
    shortest = std::min(shortest, patterns.index().literal(id).size());
  return shortest;
}

bool IsBetter(const Literals& a, const Literals& b, const PatternSet& patterns) {
  if (a.empty() || b.empty()) return b.empty() && !a.empty();
  return ShortestOf(a, patterns) > ShortestOf(b, patterns);
}

// All of them hold, so the best of their gates will do.
Literals BestOf(const std::vector<Condition>& children, const PatternSet& patterns) {
  Literals best;
  for (const Condition& child : children) {
    Literals gate = Gate(child, patterns);
    if (IsBetter(gate, best, patterns)) best = std::move(gate);
  }
  return best;
}

// Any of them may hold, so all of their gates together; one without a gate leaves none.
Literals AllOf(const std::vector<Condition>& children, const PatternSet& patterns) {
  Literals all;
  for (const Condition& child : children) {
    const Literals gate = Gate(child, patterns);
    if (gate.empty()) return {};
    all.insert(all.end(), gate.begin(), gate.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::vector<uint32_t> Gate(const Condition& condition, const PatternSet& patterns) {
  const Kind kind = condition.predicate->kind;
  if (kind == Kind::kAll) return BestOf(condition.children, patterns);
  if (kind == Kind::kAny) return AllOf(condition.children, patterns);
  if (!IsOfIndexedTexts(kind) || condition.pattern < 0) return {};
  const Words literals = patterns.literals(condition.pattern);
  return {literals.begin(), literals.end()};
}

}  // namespace exdiag::matching
