#include <algorithm>

#include "cli/output.h"
#include "cli/program.h"
#include "platform/arguments.h"
#include "platform/terminal.h"

int main(int argc, char** argv) {
  using exdiag::platform::Stream;
  std::vector<std::string> arguments = exdiag::platform::Utf8Arguments(argc, argv);
  if (!arguments.empty()) arguments.erase(arguments.begin());
  exdiag::cli::IgnoreClosedPipes();
  const exdiag::platform::ConsoleMode console_mode;
  exdiag::cli::StandardStream out(stdout);
  exdiag::cli::StandardStream error(stderr);

  exdiag::cli::Console console;
  console.out = &out;
  console.error = &error;
  console.width = std::clamp(exdiag::platform::TerminalWidth(Stream::kOutput, 80), 60, 120);
  console.out_is_terminal = exdiag::platform::IsTerminal(Stream::kOutput);
  console.error_is_terminal = exdiag::platform::IsTerminal(Stream::kError);
  console.unicode = !console.out_is_terminal || exdiag::platform::TerminalTakesUtf8();
  console.color = console_mode.escape_sequences() &&
                  exdiag::platform::UseColor(exdiag::platform::ColorWish::kAuto, Stream::kOutput);
  return static_cast<int>(exdiag::cli::RunProgram(arguments, console));
}
