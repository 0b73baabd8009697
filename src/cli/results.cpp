#include "cli/results.h"

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
  ResultStream stream(line, console);
  stream.Write(text);
  return stream.Finish(status);
}

bool ResultStream::OpenFile() {
  if (!file_open_ && !failed_) {
    file_open_ = file_.Open(line_.output);
    failed_ = !file_open_;
  }
  return file_open_ && !failed_;
}

void ResultStream::Write(std::string_view text) {
  if (line_.output.empty()) {
    console_.out->Write(text);
  } else if (OpenFile()) {
    failed_ = !file_.Write(text);
  }
}

bool ResultStream::open() const {
  return line_.output.empty() ? console_.out->state() == Output::State::kOpen : !failed_;
}

ExitStatus ResultStream::Finish(ExitStatus status) {
  if (!line_.output.empty()) {
    if (OpenFile() && file_.Commit()) return status;
    console_.Complain(file_.error());
    return ExitStatus::kWriteError;
  }
  if (console_.out->state() != Output::State::kFailed) return status;
  console_.Complain("the result cannot be written to standard output");
  return ExitStatus::kWriteError;
}

}  // namespace exdiag::cli
