#include "matching/condition.h"

#include <algorithm>

#include "knowledge/error_codes.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

bool AllHold(const Condition& condition, const PatternSet& patterns, const Scene& scene,
             Proof* proof) {
  Proof of_all;
  for (const Condition& child : condition.children) {
    if (!Holds(child, patterns, scene, proof == nullptr ? nullptr : &of_all)) return false;
  }
  if (proof != nullptr) {
    std::move(of_all.captures.begin(), of_all.captures.end(), std::back_inserter(proof->captures));
    std::move(of_all.evidence.begin(), of_all.evidence.end(), std::back_inserter(proof->evidence));
  }
  return true;
}

bool AnyHolds(const Condition& condition, const PatternSet& patterns, const Scene& scene,
              Proof* proof) {
  bool any = false;
  for (const Condition& child : condition.children) {
    any = Holds(child, patterns, scene, proof) || any;
    if (any && proof == nullptr) return true;
  }
  return any;
}

// The attempt before has fatal errors of its own.
bool HeldBefore(const Condition& condition, const PatternSet& patterns, const Scene& scene,
                Proof* proof) {
  if (scene.previous == nullptr) return false;
  const Condition& child = condition.children.front();
  if (scene.previous->fatal().empty())
    return Holds(child, patterns, {scene.previous, nullptr, nullptr}, proof);
  return std::any_of(scene.previous->fatal().begin(), scene.previous->fatal().end(),
                     [&](const ReportTexts& report) {
                       return Holds(child, patterns, {scene.previous, &report, nullptr}, proof);
                     });
}

}  // namespace

Condition Prepare(const rules::Predicate& predicate, PatternSet* patterns) {
  return Prepare(predicate, [patterns](const rules::Predicate& asked) {
    return patterns->Add(asked.pattern, asked.literals);
  });
}

Condition Prepare(const rules::Predicate& predicate, const PatternIds& id_of) {
  Condition condition;
  condition.predicate = &predicate;
  if (!predicate.pattern.empty()) condition.pattern = id_of(predicate);
  if (predicate.kind == Kind::kCode) {
    for (const std::string& code : predicate.names)
      condition.codes.push_back(knowledge::CanonicalCode(code));
  } else if (!predicate.hresult.empty()) {
    condition.codes.push_back(knowledge::CanonicalCode(predicate.hresult));
  }
  for (const rules::Predicate& child : predicate.children)
    condition.children.push_back(Prepare(child, id_of));
  return condition;
}

bool MayHold(const Condition& condition, const PatternSet& patterns, const Scene& scene) {
  const auto child_may = [&](const Condition& child) { return MayHold(child, patterns, scene); };
  const auto& children = condition.children;
  switch (condition.predicate->kind) {
    case Kind::kAll:
      return std::all_of(children.begin(), children.end(), child_may);
    case Kind::kAny:
      return std::any_of(children.begin(), children.end(), child_may);
    case Kind::kNot:
    case Kind::kPreviousAttempt:
      return true;
    default:
      // Names are compared at once; only patterns are worth a question before.
      return condition.pattern < 0 ? LeafHolds(condition, patterns, scene, nullptr)
                                   : LeafMayHold(condition, scene);
  }
}

bool Holds(const Condition& condition, const PatternSet& patterns, const Scene& scene,
           Proof* proof) {
  switch (condition.predicate->kind) {
    case Kind::kAll:
      return AllHold(condition, patterns, scene, proof);
    case Kind::kAny:
      return AnyHolds(condition, patterns, scene, proof);
    // What is not there has no evidence.
    case Kind::kNot:
      return !Holds(condition.children.front(), patterns, scene, nullptr);
    case Kind::kPreviousAttempt:
      return HeldBefore(condition, patterns, scene, proof);
    default:
      return LeafHolds(condition, patterns, scene, proof);
  }
}

}  // namespace exdiag::matching
