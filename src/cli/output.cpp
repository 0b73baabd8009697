#include "cli/output.h"

#include <cerrno>
#include <csignal>

namespace exdiag::cli {

void StandardStream::Write(std::string_view text) {
  if (state_ != State::kOpen || text.empty()) return;
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  if (written && std::fflush(file_) == 0) return;
  // Windows says EINVAL of a pipe whose reader has gone.
  state_ = errno == EPIPE || errno == EINVAL ? State::kClosed : State::kFailed;
}

void IgnoreClosedPipes() {
#ifdef SIGPIPE  // of POSIX; Windows has no such signal
  std::signal(SIGPIPE, SIG_IGN);
#endif
}

}  // namespace exdiag::cli
