#include "cli/results.h"

#include "platform/output_file.h"

namespace exdiag::cli {

report::TextStyle StyleFor(const CommandLine& line, const Console& console) {
  const bool to_file = !line.output.empty();
  report::TextStyle style;
  style.width = to_file ? 80 : console.width;
  style.color = line.color == platform::ColorWish::kAlways ||
                (line.color == platform::ColorWish::kAuto && console.color && !to_file);
  style.unicode = to_file || console.unicode;
  style.verbose = line.verbose;
  style.quiet = line.quiet;
  return style;
}

Target TargetFor(const CommandLine& line, const Console& console) {
  const bool to_file = !line.output.empty();
  return {StyleFor(line, console), console.out_is_terminal || to_file, to_file};
}

ExitStatus WriteResult(std::string_view text, const CommandLine& line, const Console& console,
                       ExitStatus status) {
  if (!line.output.empty()) {
    std::string error;
    if (platform::WriteWholeFile(line.output, text, &error)) return status;
    console.Complain(error);
    return ExitStatus::kWriteError;
  }
  console.out->Write(text);
  if (console.out->state() != Output::State::kFailed) return status;
  console.Complain("the result cannot be written to standard output");
  return ExitStatus::kWriteError;
}

}  // namespace exdiag::cli
