#include "cli/output.h"

#include <csignal>

#include "platform/standard_stream.h"

namespace exdiag::cli {

void StandardStream::Write(std::string_view text) {
  if (state_ != State::kOpen || text.empty()) return;
  switch (platform::WriteStandardStream(file_, text)) {
    case platform::Written::kAll:
      break;
    case platform::Written::kReaderGone:
      state_ = State::kClosed;
      break;
    case platform::Written::kFailed:
      state_ = State::kFailed;
      break;
  }
}

void IgnoreClosedPipes() {
#ifdef SIGPIPE  // of POSIX; Windows has no such signal
  std::signal(SIGPIPE, SIG_IGN);
#endif
}

}  // namespace exdiag::cli
