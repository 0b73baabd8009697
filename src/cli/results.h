#ifndef EXDIAG_CLI_RESULTS_H_
#define EXDIAG_CLI_RESULTS_H_

#include <string_view>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "platform/output_file.h"
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

// Takes a result in parts, where it need not be in memory as a whole. An output file appears under
// its name when the result is complete.
class ResultStream {
 public:
  ResultStream(const CommandLine& line, const Console& console) : line_(line), console_(console) {}

  void Write(std::string_view text);

  // False once nobody takes what is written.
  bool open() const;

  // `status` as with WriteResult.
  ExitStatus Finish(ExitStatus status);

 private:
  bool OpenFile();

  const CommandLine& line_;
  const Console& console_;
  platform::OutputFile file_;
  bool file_open_ = false;
  bool failed_ = false;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_RESULTS_H_
