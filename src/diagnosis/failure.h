#ifndef EXDIAG_DIAGNOSIS_FAILURE_H_
#define EXDIAG_DIAGNOSIS_FAILURE_H_

#include <optional>
#include <string>

#include "companion/companion_log.h"
#include "diagnosis/report.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// The error report at which setup stopped; null if the attempt has none. An error of a task tells
// more than one of the launcher.
const setuplog::ErrorReport* FatalError(const setuplog::Attempt& attempt);

// What stopped the attempt, with its codes decoded; nullopt if nothing did.
std::optional<Failure> FailureOf(const setuplog::Attempt& attempt);

// What a companion log that failed shows, with its codes decoded.
Failure FailureOf(const companion::CompanionLog& log);

// 16 hex digits that are the same for the same failure on another server and in another language:
// exception types, cmdlet, component, codes, failed checks; the message only where there is none of
// these. Names, numbers, GUIDs and paths do not enter it. Empty if nothing failed.
std::string Fingerprint(const Failure& failure);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_FAILURE_H_
