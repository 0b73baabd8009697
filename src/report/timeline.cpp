#include "report/timeline.h"

#include "report/timeline_formats.h"

namespace exdiag::report {

std::string RenderTimeline(const diagnosis::LogReport& log, const TimelineOptions& options) {
  const Timeline timeline = TimelineOf(log);
  switch (options.format) {
    case TimelineFormat::kText:
      return TimelineText(log, timeline, options);
    case TimelineFormat::kJson:
      return TimelineJson(log, timeline, options);
    case TimelineFormat::kTrace:
      break;
  }
  return TimelineTrace(log, timeline, options);
}

bool IsShown(const TimelineStep& step, const TimelineOptions& options, int64_t least) {
  return step.step->failed || step.milliseconds >= options.min_duration_ms.value_or(least);
}

bool IsDeepest(const TimelineOptions& options, int level) {
  return options.depth > 0 && level >= options.depth;
}

}  // namespace exdiag::report
