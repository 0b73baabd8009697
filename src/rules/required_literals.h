#ifndef EXDIAG_RULES_REQUIRED_LITERALS_H_
#define EXDIAG_RULES_REQUIRED_LITERALS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::rules {

// What is known of all matches of an RE2 pattern without compiling it.
struct PatternShape {
  // Runs of which every match contains at least one, in the spelling of FoldCase and PlainForm:
  // those that say most, of six characters at least if there are such. Usually one; several for
  // alternatives without a common part: "(?:cannot|could not) open" has {"not open"}, "cannot|could
  // not" {"cannot", "could not"}. Empty: there is none, or the pattern is not valid.
  std::vector<std::string> literals;
  std::string prefix;  // what every match begins with, in the same spelling; may be empty
  // Characters that a match has at most; kUnbounded if there is no limit or it is not known.
  size_t longest = kUnbounded;

  static constexpr size_t kUnbounded = static_cast<size_t>(-1);
};

PatternShape ShapeOf(std::string_view pattern);

// The literals alone.
std::vector<std::string> RequiredLiterals(std::string_view pattern);

// Length in characters of the shortest of them, 0 for none: what lint asks to be six.
size_t ShortestLiteral(const std::vector<std::string>& literals);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_REQUIRED_LITERALS_H_
