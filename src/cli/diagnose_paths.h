#ifndef EXDIAG_CLI_DIAGNOSE_PATHS_H_
#define EXDIAG_CLI_DIAGNOSE_PATHS_H_

#include <functional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/read_file.h"
#include "diagnosis/report.h"
#include "input/byte_source.h"
#include "matching/matcher.h"

namespace exdiag::cli {

struct PathsOptions {
  ReadOptions reading;
  AttemptWish attempt;
  bool in_short = false;  // see diagnosis::AttemptChoice
  int jobs = 1;
  // Setup logs beside those of the paths. They are read only where a log tells no more than what an
  // earlier attempt left behind, and get no report.
  std::vector<std::string> beside;
  // Called with each report, in the order of the paths and of the files in them; those of an
  // archive with logs of many servers in one folder come as they are read.
  std::function<void(diagnosis::LogReport report)> on_report;
  // Called with what the rules were asked about, before its report; may be empty. From one thread
  // only if `jobs` is 1. Valid within the call.
  std::function<void(const std::string& path, const matching::Subject& subject)> on_subject;
};

// Finds, reads and diagnoses all logs of the paths. Returns what could not be read; a path that
// holds no log is among it.
std::vector<input::InputError> DiagnosePaths(const std::vector<std::string>& paths,
                                             const matching::Matcher& matcher,
                                             const PathsOptions& options);

// What could not be read, with its path, for the user.
std::string SentenceOf(const input::InputError& error);

// Complains of each once: what stops a member of an archive is met by its reader and by that of the
// archive.
void ComplainOf(const std::vector<input::InputError>& errors, const Console& console);

// What the program ends with after a log.
ExitStatus StatusOf(const diagnosis::LogReport& log);

// What the program ends with if no log could be diagnosed.
ExitStatus StatusOf(const std::vector<input::InputError>& errors);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_DIAGNOSE_PATHS_H_
