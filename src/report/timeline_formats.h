#ifndef EXDIAG_REPORT_TIMELINE_FORMATS_H_
#define EXDIAG_REPORT_TIMELINE_FORMATS_H_

#include <string>

#include "report/timeline.h"
#include "report/timeline_tree.h"

namespace exdiag::report {

std::string TimelineText(const diagnosis::LogReport& log, const Timeline& timeline,
                         const TimelineOptions& options);
std::string TimelineJson(const diagnosis::LogReport& log, const Timeline& timeline,
                         const TimelineOptions& options);
std::string TimelineTrace(const diagnosis::LogReport& log, const Timeline& timeline,
                          const TimelineOptions& options);

// Whether a step is long enough to show; `least` where the options leave it open.
bool IsShown(const TimelineStep& step, const TimelineOptions& options, int64_t least);

// Whether no step below `level` (from 1) is to be shown.
bool IsDeepest(const TimelineOptions& options, int level);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TIMELINE_FORMATS_H_
