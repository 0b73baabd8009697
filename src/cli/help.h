#ifndef EXDIAG_CLI_HELP_H_
#define EXDIAG_CLI_HELP_H_

#include <string>

#include "cli/command_table.h"

namespace exdiag::cli {

// What `exdiag --help` shows: examples first, then the commands and the exit statuses.
std::string GeneralHelp(int width);

// What `exdiag COMMAND --help` shows.
std::string CommandHelp(const CommandSpec& command, int width);

// Name, version, and number and digest of the built-in rules, one a line. `verbose`: also commit,
// compiler and libraries.
std::string VersionText(bool verbose);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_HELP_H_
