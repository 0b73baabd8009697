#ifndef EXDIAG_DIAGNOSIS_GROUPS_H_
#define EXDIAG_DIAGNOSIS_GROUPS_H_

#include <string>
#include <vector>

#include "diagnosis/report.h"
#include "rules/rule.h"

namespace exdiag::diagnosis {

// Findings of one group, mended together: the first of them with the others as members, the steps
// that all share once, and one command in place of several that differ in a list of names only.
Diagnosis JoinedGroup(const std::string& group, std::vector<Diagnosis> members);

// The steps of several findings without repetition. Commands "Install-WindowsFeature A" and
// "Install-WindowsFeature B" become "Install-WindowsFeature A, B".
std::vector<rules::Step> JoinedSteps(const std::vector<Diagnosis>& members);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_GROUPS_H_
