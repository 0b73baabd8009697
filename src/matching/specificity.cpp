#include "matching/specificity.h"

#include <algorithm>

#include "rules/required_literals.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

constexpr double kMostGeneric = 0.3;
constexpr double kShareOfOthers = 0.25;

double Joined(double a, double b) { return 1 - (1 - a) * (1 - b); }

// From `least` for a literal of six characters to `most` for one of forty.
double ByLength(const rules::Predicate& predicate, double least, double most) {
  const auto length = static_cast<double>(rules::ShortestLiteral(predicate.literals));
  return least + (most - least) * std::clamp((length - 6) / 34, 0.0, 1.0);
}

double OfException(const rules::Predicate& predicate) {
  double weight = predicate.names.empty() ? 0 : 0.25;
  if (!predicate.pattern.empty()) weight = Joined(weight, ByLength(predicate, 0.15, 0.4));
  if (!predicate.hresult.empty()) weight = Joined(weight, 0.2);
  return weight;
}

double OfPrerequisite(const rules::Predicate& predicate) {
  double weight = predicate.names.empty() ? 0 : 0.6;
  if (!predicate.pattern.empty()) weight = Joined(weight, ByLength(predicate, 0.2, 0.45));
  return weight;
}

double OfLeaf(const rules::Predicate& predicate) {
  switch (predicate.kind) {
    case Kind::kError:
      return ByLength(predicate, 0.2, 0.45);
    case Kind::kMessage:
      return ByLength(predicate, 0.15, 0.35);
    case Kind::kException:
      return OfException(predicate);
    case Kind::kCmdlet:
      return 0.25;
    case Kind::kScript:
      return ByLength(predicate, 0.15, 0.3);
    case Kind::kComponent:
      return 0.3;
    case Kind::kPrerequisite:
      return OfPrerequisite(predicate);
    case Kind::kSetting:
      return 0.1;
    case Kind::kCode:
      return 0.25;
    case Kind::kFact:
      return 0.05;
    case Kind::kRole:
      return 0.1;
    case Kind::kTask:
      return 0.15;
    case Kind::kFile:
      return ByLength(predicate, 0.25, 0.45);
    default:
      return 0;
  }
}

double Weight(const Condition& condition, const PatternSet& patterns, const Scene& scene);

double OfAny(const Condition& condition, const PatternSet& patterns, const Scene& scene) {
  std::vector<double> weights;
  for (const Condition& child : condition.children) {
    if (Holds(child, patterns, scene, nullptr)) weights.push_back(Weight(child, patterns, scene));
  }
  std::sort(weights.rbegin(), weights.rend());
  double joined = 0;
  for (size_t i = 0; i < weights.size(); ++i)
    joined = Joined(joined, weights[i] * (i == 0 ? 1 : kShareOfOthers));
  return joined;
}

// REQUIRES: the condition holds.
double Weight(const Condition& condition, const PatternSet& patterns, const Scene& scene) {
  switch (condition.predicate->kind) {
    case Kind::kAll: {
      double joined = 0;
      for (const Condition& child : condition.children)
        joined = Joined(joined, Weight(child, patterns, scene));
      return joined;
    }
    case Kind::kAny:
      return OfAny(condition, patterns, scene);
    case Kind::kNot:
      return 0.02;
    case Kind::kPreviousAttempt:
      return 0.2;
    default:
      return OfLeaf(*condition.predicate);
  }
}

}  // namespace

double Specificity(const Condition& condition, const PatternSet& patterns, const Scene& scene,
                   bool generic) {
  const double weight = std::clamp(Weight(condition, patterns, scene), 0.0, 1.0);
  return generic ? std::min(weight, kMostGeneric) : weight;
}

}  // namespace exdiag::matching
