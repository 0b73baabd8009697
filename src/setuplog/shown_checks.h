#ifndef EXDIAG_SETUPLOG_SHOWN_CHECKS_H_
#define EXDIAG_SETUPLOG_SHOWN_CHECKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"
#include "setuplog/record.h"

namespace exdiag::setuplog {

// The role or step that a line of the console calls failed, in the languages that are known:
// "Mailbox role: Transport service                    FAILED". Empty if the line is none of these.
std::string FailedRole(std::string_view line);

// "For more information, visit: http://…", and the links of readiness checks in any language.
bool IsHelpLink(std::string_view line);

// What may be readiness checks that did not pass, in the records of a paste. The console and the
// wizard show the message of a check and then, on a line of its own, its help link, which names the
// check. A text without such a link is presumed to be one only.
std::vector<PrerequisiteCheck> ShownChecks(const std::vector<Record>& pasted);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_SHOWN_CHECKS_H_
