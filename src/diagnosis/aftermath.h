#ifndef EXDIAG_DIAGNOSIS_AFTERMATH_H_
#define EXDIAG_DIAGNOSIS_AFTERMATH_H_

#include <vector>

#include "companion/companion_log.h"
#include "diagnosis/report.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// What an attempt that did not succeed has left behind on the server and in the directory, with the
// command that puts each thing right: services still disabled or stopped, server components still
// inactive, a watermark, files of the old build gone, schema extended.
std::vector<Leftover> AftermathOf(const setuplog::Attempt& attempt,
                                  const std::vector<companion::CompanionLog>& companions);

// The same of a companion log alone.
std::vector<Leftover> AftermathOf(const companion::CompanionLog& log);

// Whether setup can be run again, by the verdict, the root cause and what is known of the attempt
// (null: not known).
RerunAdvice RerunAdviceFor(Verdict verdict, const Diagnosis* primary,
                           const setuplog::Header* header);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_AFTERMATH_H_
