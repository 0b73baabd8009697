#ifndef EXDIAG_REPORT_TIMELINE_TREE_H_
#define EXDIAG_REPORT_TIMELINE_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnosis/report.h"

namespace exdiag::report {

// A step in the tree of an attempt. Times lie within those of the parent, whatever the log says.
struct TimelineStep {
  const setuplog::Step* step = nullptr;
  std::string label;  // for people: "Mailbox role: Transport service"
  std::optional<setuplog::Timestamp> started;
  std::optional<setuplog::Timestamp>
      ended;  // where no end was logged: when the attempt or parent ended
  int64_t milliseconds = 0;
  int64_t own_milliseconds = 0;  // not spent in a step below
  double share = 0;              // of the attempt, 0 to 1
  bool stopped_here = false;     // the innermost step of the failure
  std::vector<TimelineStep> below;
};

// The steps of an attempt as a tree. Valid as long as the report.
struct Timeline {
  std::optional<setuplog::Timestamp> started;
  std::optional<setuplog::Timestamp> ended;
  int64_t milliseconds = 0;
  int64_t outside_milliseconds = 0;  // in no step: copying files, looking for a domain controller …
  std::vector<TimelineStep> steps;

  bool has_times() const { return started.has_value() && milliseconds > 0; }
};

Timeline TimelineOf(const diagnosis::LogReport& log);

// "role", "component", "cmdlet".
std::string_view StepKindName(setuplog::Step::Kind kind);

// The steps from the outermost to the one at which setup failed; without a failure, to the last one
// that has no end. Empty if every step ended.
std::vector<const TimelineStep*> PathToStop(const Timeline& timeline);

// The steps that took the most time of their own, longest first, without those under a hundredth of
// the attempt.
std::vector<const TimelineStep*> LongestSteps(const Timeline& timeline, size_t most);

// "0.4 s", "12 s", "7 min 27 s", "2 h 14 min".
std::string SpanText(int64_t milliseconds);

// "38 %", "< 1 %".
std::string ShareText(double share);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TIMELINE_TREE_H_
