#ifndef EXDIAG_CLI_FOUND_LOGS_H_
#define EXDIAG_CLI_FOUND_LOGS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/read_file.h"
#include "companion/companion_log.h"
#include "input/inputs.h"

namespace exdiag::cli {

// A file that may be a log. `companion` tells the kind of a companion log; none: a setup log.
struct Candidate {
  input::FoundFile file;
  size_t argument = 0;  // index of the path on the command line that led here
  bool named = false;   // the path names this very file
  std::optional<companion::Kind> companion;
  // Members of archives and standard input can be read only once, while they are found.
  std::optional<ReadText> read;
};

// More setup logs in one folder or archive than one server has are logs of many servers: one does
// not go on in another, and nothing says to which of them a log beside them belongs.
inline constexpr size_t kMostLogsOfServer = 50;

// The candidates of one folder or archive: they belong to one server, unless there are too many.
// Logs beside the setup log that lie alone in a folder are among those of the folder around it that
// has a setup log, or in it.
struct Container {
  std::string path;
  std::vector<Candidate> files;
  size_t setup_logs = 0;  // of all files that were found in it so far

  bool of_one_server() const { return setup_logs <= kMostLogsOfServer; }
};

struct FoundLogs {
  std::vector<Container> containers;  // in the order in which they were met
  std::vector<input::InputError> errors;
};

// Whether a file found in a folder or an archive is worth reading as a setup log, by its name and
// the beginning of its text. A file that a path names is always worth it.
bool MayBeSetupLog(std::string_view name, std::string_view head);

// Takes setup logs of a container, some at a time.
using TakeLogs = std::function<void(const Container& container, std::vector<Candidate> logs)>;

// Looks for logs in all paths. Of files on disk only the beginning is read. `of_many` takes those
// setup logs of a container of many servers that can be read only while they are found, and would
// fill the memory.
FoundLogs FindLogs(const std::vector<std::string>& paths, const ReadOptions& options,
                   const TakeLogs& of_many);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_FOUND_LOGS_H_
