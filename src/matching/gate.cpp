#include "matching/gate.h"

#include <algorithm>

#include "matching/name_keys.h"

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

Literals Sorted(Literals literals) {
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  return literals;
}

}  // namespace

std::vector<uint32_t> GateFinder::GateOf(const Condition& condition) {
  switch (condition.predicate->kind) {
    case Kind::kAll:
      return BestOf(condition.children);
    case Kind::kAny:
      return AllOf(condition.children);
    case Kind::kNot:
    case Kind::kPreviousAttempt:
      return {};
    default:
      return OfLeaf(condition);
  }
}

// All of them hold, so the best of their gates will do.
std::vector<uint32_t> GateFinder::BestOf(const std::vector<Condition>& children) {
  Literals best;
  for (const Condition& child : children) {
    Literals gate = GateOf(child);
    if (IsBetter(gate, best)) best = std::move(gate);
  }
  return best;
}

// Any of them may hold, so all of their gates together; one without a gate leaves none.
std::vector<uint32_t> GateFinder::AllOf(const std::vector<Condition>& children) {
  Literals all;
  for (const Condition& child : children) {
    const Literals gate = GateOf(child);
    if (gate.empty()) return {};
    all.insert(all.end(), gate.begin(), gate.end());
  }
  return Sorted(std::move(all));
}

std::vector<uint32_t> GateFinder::OfLeaf(const Condition& leaf) {
  const rules::Predicate& predicate = *leaf.predicate;
  if (predicate.kind == Kind::kCode) return OfNames(Kind::kCode, leaf.codes);
  Literals gate;
  if (HasKeys(predicate.kind)) gate = OfNames(predicate.kind, predicate.names);
  if (IsOfIndexedTexts(predicate.kind) && leaf.pattern >= 0) {
    const Words literals = patterns_.literals(leaf.pattern);
    Literals of_pattern(literals.begin(), literals.end());
    if (IsBetter(of_pattern, gate)) gate = std::move(of_pattern);
  }
  return Sorted(std::move(gate));
}

std::vector<uint32_t> GateFinder::OfNames(Kind kind, const std::vector<std::string>& names) {
  Literals ids;
  for (const std::string& name : names) {
    const std::string& key = keys_.emplace_back(KeyOf(kind, name));
    if (key.size() < LiteralIndex::kShortest) return {};
    ids.push_back(patterns_.AddLiteral(key));
  }
  return Sorted(std::move(ids));
}

bool GateFinder::IsBetter(const Literals& a, const Literals& b) const {
  if (a.empty() || b.empty()) return !a.empty();
  return ShortestOf(a, patterns_) > ShortestOf(b, patterns_);
}

}  // namespace exdiag::matching
