#include "rules/rule.h"

#include "rules/rule_keys.h"

namespace exdiag::rules {

std::string_view PredicateName(Predicate::Kind kind) { return SpecOf(kind).name; }

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kRisk:
      return "risk";
  }
  return {};
}

std::string_view StatusName(Status status) {
  switch (status) {
    case Status::kExperimental:
      return "experimental";
    case Status::kStable:
      return "stable";
    case Status::kDeprecated:
      return "deprecated";
  }
  return {};
}

bool IsGeneric(const Rule& rule) { return rule.category == "generic"; }

}  // namespace exdiag::rules
