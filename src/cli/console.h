#ifndef EXDIAG_CLI_CONSOLE_H_
#define EXDIAG_CLI_CONSOLE_H_

#include <string>
#include <string_view>

#include "cli/output.h"

namespace exdiag::cli {

// What a command can speak to, and how it looks there.
struct Console {
  Output* out = nullptr;    // results
  Output* error = nullptr;  // everything else
  int width = 80;           // of `out`
  bool out_is_terminal = false;
  bool error_is_terminal = false;
  bool unicode = true;  // both take more than ASCII
  bool color = false;   // of `out`, as the terminal and the environment wish it

  // Called before a command begins, once for each; help and version begin none. May be null.
  void (*before_command)() = nullptr;

  // "exdiag: …" on the error stream, made harmless for a terminal.
  void Complain(std::string_view message) const;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_CONSOLE_H_
