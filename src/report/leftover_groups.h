#ifndef EXDIAG_REPORT_LEFTOVER_GROUPS_H_
#define EXDIAG_REPORT_LEFTOVER_GROUPS_H_

#include <string>
#include <vector>

#include "diagnosis/report.h"

namespace exdiag::report {

// Things of one kind with one explanation, which every format tells together. The pointers hold as
// long as the report that they were taken from.
using LeftoverGroup = std::vector<const diagnosis::Leftover*>;

// In the order in which the first of each group was left behind.
std::vector<LeftoverGroup> LeftoverGroups(const std::vector<diagnosis::Leftover>& leftovers);

// What holds of all of the group: "Services that setup disabled and did not restore"; empty where
// only the text of each says it.
std::string_view TextOfAll(const LeftoverGroup& group);

// The commands that put all of the group right, one a line. Commands that differ in the name only
// become one loop for each of their parts: first all services are enabled, then all are started,
// as one that still depends on a disabled service would not start.
std::vector<std::string> CommandsForAll(const LeftoverGroup& group);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_LEFTOVER_GROUPS_H_
