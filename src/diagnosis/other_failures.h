#ifndef EXDIAG_DIAGNOSIS_OTHER_FAILURES_H_
#define EXDIAG_DIAGNOSIS_OTHER_FAILURES_H_

#include <vector>

#include "diagnosis/report.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// The failures of a paste that neither the report's own failure nor one of its findings tells of.
// Setup's own log has none: what setup says twice there is one failure.
std::vector<OtherFailure> OtherFailuresOf(const setuplog::Attempt& attempt,
                                          const LogReport& report);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_OTHER_FAILURES_H_
