#ifndef EXDIAG_CLI_PROGRAM_H_
#define EXDIAG_CLI_PROGRAM_H_

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_status.h"

namespace exdiag::cli {

// The program without the process around it: runs what the arguments (without the program's name)
// ask for.
ExitStatus RunProgram(const std::vector<std::string>& arguments, const Console& console);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_PROGRAM_H_
