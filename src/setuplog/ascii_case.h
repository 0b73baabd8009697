#ifndef EXDIAG_SETUPLOG_ASCII_CASE_H_
#define EXDIAG_SETUPLOG_ASCII_CASE_H_

#include <string>
#include <string_view>

namespace exdiag::setuplog {

// In lower case, as far as the text is ASCII; other bytes stay. Names of cmdlets, tasks,
// parameters, checks and files are compared without case, and setup never gives them other letters.
std::string LowerCase(std::string_view text);

// Equal without the case of ASCII letters.
bool SameName(std::string_view a, std::string_view b);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ASCII_CASE_H_
