#include "matching/explain.h"

#include "matching/nearest.h"
#include "rules/rule.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

std::string Listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

bool IsTree(Kind kind) {
  return kind == Kind::kAll || kind == Kind::kAny || kind == Kind::kNot ||
         kind == Kind::kPreviousAttempt;
}

// The scene of the attempt before: the error on which the child holds, else its first.
Scene Before(const Condition& child, const PatternSet& patterns, const Scene& scene) {
  Scene before{scene.previous, nullptr, nullptr};
  for (const ReportTexts& report : scene.previous->fatal()) {
    const Scene candidate{scene.previous, &report, nullptr};
    if (before.report == nullptr || Holds(child, patterns, candidate, nullptr)) before = candidate;
  }
  return before;
}

}  // namespace

std::string InOneLine(const rules::Predicate& predicate) {
  std::string line(rules::PredicateName(predicate.kind));
  if (IsTree(predicate.kind)) return line;
  line += ':';
  if (!predicate.names.empty()) line += " " + Listed(predicate.names);
  if (!predicate.pattern.empty()) line += " '" + predicate.pattern + "'";
  if (!predicate.hresult.empty()) line += " hresult " + predicate.hresult;
  if (!predicate.severity.empty()) line += " severity " + predicate.severity;
  return line;
}

PredicateTrace Trace(const Condition& condition, const PatternSet& patterns, const Scene& scene) {
  PredicateTrace trace;
  trace.kind = condition.predicate->kind;
  trace.wanted = InOneLine(*condition.predicate);
  if (IsTree(trace.kind)) {
    trace.held = Holds(condition, patterns, scene, nullptr);
    const bool before = trace.kind == Kind::kPreviousAttempt;
    if (before && scene.previous == nullptr) {
      trace.nearest = "there is no attempt before this one in the log";
      return trace;
    }
    for (const Condition& child : condition.children) {
      trace.children.push_back(
          Trace(child, patterns, before ? Before(child, patterns, scene) : scene));
    }
    return trace;
  }
  Proof proof;
  trace.held = LeafHolds(condition, patterns, scene, &proof);
  trace.evidence = std::move(proof.evidence);
  if (!trace.held) trace.nearest = NearestTo(condition, scene);
  return trace;
}

int HeldIn(const PredicateTrace& trace) {
  int held = trace.held ? 1 : 0;
  for (const PredicateTrace& child : trace.children) held += HeldIn(child);
  return held;
}

}  // namespace exdiag::matching
