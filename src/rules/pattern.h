#ifndef EXDIAG_RULES_PATTERN_H_
#define EXDIAG_RULES_PATTERN_H_

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::rules {

// Which texts a compiled pattern is for. On ASCII texts both find the same; the program for them is
// several times smaller, as a counted gap takes one byte instead of all forms of a UTF-8 sequence.
enum class PatternTexts { kAscii, kUtf8 };

// The pattern of a rule as RE2 object: without case, typographic quotes and blanks as in PlainForm.
// Never null; ask ok(). Prints nothing.
std::unique_ptr<RE2> CompilePattern(std::string_view pattern,
                                    PatternTexts texts = PatternTexts::kUtf8);

// What is wrong with a pattern and how to mend it; `message` empty: nothing.
struct PatternProblem {
  std::string message;
  std::string advice;
};
PatternProblem CheckPattern(std::string_view pattern);

// Names of the named groups, in their order.
std::vector<std::string> GroupNames(const RE2& pattern);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_PATTERN_H_
