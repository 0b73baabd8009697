#ifndef EXDIAG_CLI_COMMAND_TABLE_H_
#define EXDIAG_CLI_COMMAND_TABLE_H_

#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"

namespace exdiag::cli {

// A command. To add one: a bit in CommandBit, a line in the table, its options in the option table.
struct CommandSpec {
  CommandBit bit;
  std::string_view name;       // "diagnose", "rules list"
  std::string_view arguments;  // what --help shows after the name: "PATH..."
  std::string_view summary;    // one line without full stop
  std::string_view description;
  size_t least_arguments;
  size_t most_arguments;
  ExitStatus (*run)(const CommandLine& line, const Console& console);
};

// All commands, in the order in which --help shows them; the first is the one meant without a name.
const std::vector<CommandSpec>& AllCommands();

// The command of that name ("rules list"), or null.
const CommandSpec* FindCommand(std::string_view name);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COMMAND_TABLE_H_
