#ifndef EXDIAG_CLI_RESULTS_H_
#define EXDIAG_CLI_RESULTS_H_

#include <string_view>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "report/render.h"

namespace exdiag::cli {

// How texts look where this command line writes them: a file has neither colours nor a width of its
// own.
report::TextStyle StyleFor(const CommandLine& line, const Console& console);

// The same for any format.
Target TargetFor(const CommandLine& line, const Console& console);

// Writes a result to --output or standard output. `status` if it could be written; kWriteError and
// a message if not. A reader that has gone is no error.
ExitStatus WriteResult(std::string_view text, const CommandLine& line, const Console& console,
                       ExitStatus status);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_RESULTS_H_
