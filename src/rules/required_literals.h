#ifndef EXDIAG_RULES_REQUIRED_LITERALS_H_
#define EXDIAG_RULES_REQUIRED_LITERALS_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::rules {

// Literal runs of which every match of an RE2 pattern contains at least one, in the spelling of
// FoldCase and PlainForm; the choice with the longest shortest run. Usually one; several for
// alternatives without a common part. Empty: there is none, or the pattern is not valid.
//
// "(?:cannot|could not) open" gives {" open"}, "foo.bar" {"foo"}… of equal ones the first.
std::vector<std::string> RequiredLiterals(std::string_view pattern);

// Length in characters of the shortest of them, 0 for none: what lint asks to be six.
size_t ShortestLiteral(const std::vector<std::string>& literals);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_REQUIRED_LITERALS_H_
