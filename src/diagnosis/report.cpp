#include "diagnosis/report.h"

#include <algorithm>

namespace exdiag::diagnosis {

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSucceeded:
      return "succeeded";
    case Verdict::kFailed:
      return "failed";
    case Verdict::kBlocked:
      return "blocked";
    case Verdict::kIncomplete:
      return "incomplete";
  }
  return "incomplete";
}

std::string_view RelationName(Relation relation) {
  switch (relation) {
    case Relation::kRootCause:
      return "root-cause";
    case Relation::kContributing:
      return "contributing";
    case Relation::kConsequence:
      return "consequence";
    case Relation::kWarning:
      return "warning";
    case Relation::kRisk:
      return "risk";
  }
  return "contributing";
}

std::string_view RerunName(Rerun rerun) {
  switch (rerun) {
    case Rerun::kNow:
      return "now";
    case Rerun::kAfterFix:
      return "after-fix";
    case Rerun::kAfterRestart:
      return "after-restart";
    case Rerun::kAfterCleanup:
      return "after-cleanup";
    case Rerun::kUnknown:
      return "unknown";
  }
  return "unknown";
}

const Diagnosis* LogReport::primary() const {
  const auto found = std::find_if(diagnoses.begin(), diagnoses.end(),
                                  [](const Diagnosis& diagnosis) { return diagnosis.primary; });
  return found == diagnoses.end() ? nullptr : &*found;
}

}  // namespace exdiag::diagnosis
