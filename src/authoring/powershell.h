#ifndef EXDIAG_AUTHORING_POWERSHELL_H_
#define EXDIAG_AUTHORING_POWERSHELL_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::authoring {

// Something in a command that PowerShell will not take, by what can be told without PowerShell.
struct CommandProblem {
  enum class Kind { kUnbalanced, kUnknownVerb };
  Kind kind = Kind::kUnbalanced;
  size_t at = 0;  // offset in the command
  std::string message;
  std::string advice;
};

// Quotes and brackets that are not closed, and cmdlets whose verb neither PowerShell nor Exchange
// has. Knows strings, here-strings, sub-expressions in strings, comments and escapes.
std::vector<CommandProblem> CheckPowerShell(std::string_view command);

// True if what stands at `at` is inside a single-quoted string.
bool IsInSingleQuotes(std::string_view command, size_t at);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_POWERSHELL_H_
