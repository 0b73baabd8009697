#ifndef EXDIAG_CLI_FOUND_LOGS_H_
#define EXDIAG_CLI_FOUND_LOGS_H_

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

// The candidates of one folder or archive: they belong to one server. Logs beside the setup log
// that lie alone in a folder are among those of the folder around it that has a setup log, or in
// it.
struct Container {
  std::string path;
  std::vector<Candidate> files;
};

// More setup logs in one folder or archive than one server has are logs of many servers, so that
// one does not go on in another.
inline constexpr size_t kMostLogsOfServer = 100;

struct FoundLogs {
  std::vector<Container> containers;  // in the order in which they were met
  std::vector<input::InputError> errors;
};

// Whether a file found in a folder or an archive is worth reading as a setup log, by its name and
// the beginning of its text. A file that a path names is always worth it.
bool MayBeSetupLog(std::string_view name, std::string_view head);

// Looks for logs in all paths. Of files on disk only the beginning is read.
FoundLogs FindLogs(const std::vector<std::string>& paths, const ReadOptions& options);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_FOUND_LOGS_H_
