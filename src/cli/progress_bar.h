#ifndef EXDIAG_CLI_PROGRESS_BAR_H_
#define EXDIAG_CLI_PROGRESS_BAR_H_

#include <chrono>
#include <cstdint>

#include "cli/console.h"

namespace exdiag::cli {

// A bar on the terminal: "[#######-------] 4711 of 10000 files, 12 min left". Nothing is shown
// where standard error is no terminal.
class ProgressBar {
 public:
  ProgressBar(const Console& console, bool quiet)
      : console_(console), shown_(console.error_is_terminal && !quiet) {}

  bool shown() const { return shown_; }
  void SetTotal(int64_t total) { total_ = total; }
  void Show(int64_t done);

  // Takes the bar away before other text is written.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  const Console& console_;
  const bool shown_;
  int64_t total_ = 0;
  const Clock::time_point begun_ = Clock::now();
  Clock::time_point last_;
  bool on_screen_ = false;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_PROGRESS_BAR_H_
