#ifndef EXDIAG_REPORT_TIMELINE_H_
#define EXDIAG_REPORT_TIMELINE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "diagnosis/report.h"
#include "report/render.h"

namespace exdiag::report {

enum class TimelineFormat {
  kText,   // an outline for people
  kJson,   // "schema": "exdiag.timeline/1", steps nested
  kTrace,  // Trace Event format, as Perfetto and chrome://tracing open it
};

// What of an attempt's steps to show. The steps around the failure are shown in any case.
struct TimelineOptions {
  TimelineFormat format = TimelineFormat::kText;
  // Shorter steps are left out and counted. Unset: none in JSON and trace; in text, those below
  // half a percent of the attempt, since an attempt has thousands of steps and most take no time.
  std::optional<int64_t> min_duration_ms;
  int depth = 0;    // levels to show: 1 roles, 2 and components, 3 and cmdlets …; 0: all
  TextStyle style;  // of the text
};

// The attempt as a tree of role, component and cmdlet, each with start, duration and share of the
// whole: where the time went, how far setup came and where it failed. A log without time stamps
// gives the tree alone.
std::string RenderTimeline(const diagnosis::LogReport& log, const TimelineOptions& options);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TIMELINE_H_
