#ifndef EXDIAG_DIAGNOSIS_COMPANION_TIMES_H_
#define EXDIAG_DIAGNOSIS_COMPANION_TIMES_H_

#include <vector>

#include "companion/companion_log.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// Whether a companion log may tell of an attempt, by the times of both. Companions are in local
// time of an unknown zone and may have day and month either way, hence a day of grace and both
// readings. What has no time may belong to any attempt.
bool MayTellOf(const companion::CompanionLog& log, const setuplog::Attempt& attempt);

// Those that may. If the failing step names its MSI log, and that is there and shows a failure,
// then of the MSI logs it alone.
std::vector<companion::CompanionLog> CompanionsOf(const std::vector<companion::CompanionLog>& logs,
                                                  const setuplog::Attempt& attempt);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_COMPANION_TIMES_H_
