#ifndef EXDIAG_AUTHORING_TEST_EXCERPT_H_
#define EXDIAG_AUTHORING_TEST_EXCERPT_H_

#include <string>
#include <string_view>

#include "setuplog/attempt.h"

namespace exdiag::authoring {

// An error report as a short log: the block with script and exception, the plain message, the
// reference; each once, with one time for all, the script cut to its calls of the failing cmdlet
// and the stack to its first frames.
std::string ExcerptOf(const setuplog::ErrorReport& report);

// A failed readiness check as one line of a log.
std::string ExcerptOf(const setuplog::PrerequisiteCheck& check);

// A check of that name that did not fail, as one line of a log.
std::string PassedCheck(std::string_view rule);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_TEST_EXCERPT_H_
