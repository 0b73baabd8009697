#ifndef EXDIAG_CLI_PROGRESS_H_
#define EXDIAG_CLI_PROGRESS_H_

#include <chrono>
#include <mutex>
#include <string>

#include "cli/console.h"

namespace exdiag::cli {

// One line on the terminal that says what is being read, once that takes longer than half a second.
// Nothing is shown where standard error is no terminal. Thread-safe.
class Progress {
 public:
  Progress(const Console& console, bool quiet);

  void Reading(const std::string& path);

  // Takes the line away before other text is written.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  const Console& console_;
  const bool shown_;
  const Clock::time_point begun_ = Clock::now();
  std::mutex mutex_;
  Clock::time_point last_;
  int files_ = 0;
  bool on_screen_ = false;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_PROGRESS_H_
