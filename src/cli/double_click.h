#ifndef EXDIAG_CLI_DOUBLE_CLICK_H_
#define EXDIAG_CLI_DOUBLE_CLICK_H_

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_status.h"

namespace exdiag::cli {

// Where a run from the desktop looks and writes.
struct DesktopPlaces {
  std::string default_log;       // diagnosed if nothing was dropped on the program; may not exist
  std::string temporary_folder;  // takes the page if it cannot be written beside the log
};

// Whether the arguments can come of a double-click or of files dropped on the program: there are
// none, or all are existing files or folders. That the console is the program's own is for the
// caller to know.
bool MayComeFromDesktop(const std::vector<std::string>& arguments);

// Diagnoses what was dropped on the program, or the default log; shows the report, writes it as an
// HTML page beside the first log, and says where that is.
ExitStatus RunFromDesktop(const std::vector<std::string>& dropped, const DesktopPlaces& places,
                          const Console& console);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_DOUBLE_CLICK_H_
