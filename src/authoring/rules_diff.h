#ifndef EXDIAG_AUTHORING_RULES_DIFF_H_
#define EXDIAG_AUTHORING_RULES_DIFF_H_

#include <string>
#include <vector>

#include "diagnosis/report.h"
#include "rules/rule_pack.h"

namespace exdiag::authoring {

// What two packs of rules say of one log. Ids of rules; "none" where no rule knows the cause.
struct LogDifference {
  std::string path;
  std::string old_cause;
  std::string new_cause;
  std::vector<std::string> only_old;  // further findings that one of the packs alone has
  std::vector<std::string> only_new;

  bool Empty() const { return old_cause == new_cause && only_old.empty() && only_new.empty(); }
};

// Two reports on the same log.
LogDifference CompareReports(const diagnosis::LogReport& before, const diagnosis::LogReport& after);

// The rules that differ between two packs.
struct PackDifference {
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<std::string> changed;
};
PackDifference ComparePacks(const rules::RulePack& old_rules, const rules::RulePack& new_rules);

// Both as text: what changed in the packs, then one paragraph for each log whose diagnosis changes,
// then how many do.
std::string DifferenceText(const PackDifference& packs, const std::vector<LogDifference>& logs);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_RULES_DIFF_H_
