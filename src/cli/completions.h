#ifndef EXDIAG_CLI_COMPLETIONS_H_
#define EXDIAG_CLI_COMPLETIONS_H_

#include <string>

namespace exdiag::cli {

// Scripts by which shells complete the command line of exdiag, made of the tables of commands and
// options.
std::string BashCompletions();
std::string ZshCompletions();
std::string FishCompletions();
std::string PowerShellCompletions();

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COMPLETIONS_H_
