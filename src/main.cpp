#include <algorithm>

#include "cli/double_click.h"
#include "cli/output.h"
#include "cli/program.h"
#include "platform/arguments.h"
#include "platform/desktop.h"
#include "platform/heap.h"
#include "platform/terminal.h"

namespace {

// The window closes with the program, so it waits until the reader has read.
int RunForDesktop(const std::vector<std::string>& dropped, const exdiag::cli::Console& console) {
  const exdiag::cli::DesktopPlaces places{exdiag::platform::DefaultSetupLog(),
                                          exdiag::platform::TemporaryFolder()};
  const exdiag::cli::ExitStatus status = exdiag::cli::RunFromDesktop(dropped, places, console);
  console.out->Write("\nPress any key to close this window.\n");
  exdiag::platform::WaitForKey();
  return static_cast<int>(status);
}

}  // namespace

int main(int argc, char** argv) {
  using exdiag::platform::Stream;
  std::vector<std::string> arguments = exdiag::platform::Utf8Arguments(argc, argv);
  if (!arguments.empty()) arguments.erase(arguments.begin());
  exdiag::cli::IgnoreClosedPipes();
  const exdiag::platform::ConsoleMode console_mode;
  exdiag::cli::StandardStream out(stdout);
  exdiag::cli::StandardStream error(stderr);

  exdiag::cli::Console console;
  console.before_command = exdiag::platform::PrepareHeap;
  console.out = &out;
  console.error = &error;
  console.width = std::clamp(exdiag::platform::TerminalWidth(Stream::kOutput, 80), 60, 120);
  console.out_is_terminal = exdiag::platform::IsTerminal(Stream::kOutput);
  console.error_is_terminal = exdiag::platform::IsTerminal(Stream::kError);
  console.unicode = !console.out_is_terminal || exdiag::platform::TerminalTakesUtf8();
  console.color = console_mode.escape_sequences() &&
                  exdiag::platform::UseColor(exdiag::platform::ColorWish::kAuto, Stream::kOutput);
  if (exdiag::platform::OwnsConsole() && exdiag::cli::MayComeFromDesktop(arguments)) {
    return RunForDesktop(arguments, console);
  }
  return static_cast<int>(exdiag::cli::RunProgram(arguments, console));
}
