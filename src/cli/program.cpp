#include "cli/program.h"

#include <algorithm>
#include <exception>
#include <new>

#include "cli/command_table.h"
#include "cli/help.h"
#include "cli/results.h"
#include "platform/folder.h"

namespace exdiag::cli {
namespace {

ExitStatus Show(const std::string& text, const Console& console) {
  return WriteResult(text, CommandLine(), console, ExitStatus::kSucceeded);
}

ExitStatus ShowUsage(const std::string& error, const Console& console) {
  console.Complain(error);
  return ExitStatus::kUsage;
}

// A log is often all that is left of a failed setup.
bool ReplacesInput(const CommandLine& line) {
  const auto output = line.output.empty() ? std::nullopt : platform::IdOf(line.output);
  if (!output) return false;
  return platform::IdOf(line.from) == output ||
         std::any_of(line.arguments.begin(), line.arguments.end(),
                     [&](const auto& path) { return platform::IdOf(path) == output; });
}

ExitStatus Run(const std::vector<std::string>& arguments, const Console& console) {
  if (arguments.empty()) {
    console.error->Write(GeneralHelp(console.width));
    return ExitStatus::kUsage;
  }
  const ParsedCommandLine parsed = ParseCommandLine(arguments);
  const CommandLine& line = parsed.line;
  if (!parsed.error.empty()) return ShowUsage(parsed.error, console);
  if (line.version) return Show(VersionText(line.verbose), console);
  if (line.help) {
    return Show(
        line.command_named ? CommandHelp(*line.command, console.width) : GeneralHelp(console.width),
        console);
  }
  if (ReplacesInput(line)) {
    return ShowUsage("the result would replace '" + line.output +
                         "', which is to be read; name another file with -o",
                     console);
  }
  if (console.before_command != nullptr) console.before_command();
  return line.command->run(line, console);
}

}  // namespace

ExitStatus RunProgram(const std::vector<std::string>& arguments, const Console& console) {
  try {
    return Run(arguments, console);
  } catch (const std::bad_alloc&) {
    // Nothing here may ask for memory again.
    console.error->Write(
        "exdiag: out of memory; close other programs, or give it fewer logs at a time\n");
    return ExitStatus::kInternalError;
  } catch (const std::exception& problem) {
    console.Complain(std::string("internal error: ") + problem.what());
    return ExitStatus::kInternalError;
  }
}

}  // namespace exdiag::cli
