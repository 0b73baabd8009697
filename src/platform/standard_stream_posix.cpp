#ifndef _WIN32

#include <cerrno>

#include "platform/standard_stream.h"

namespace exdiag::platform {

Written WriteStandardStream(std::FILE* stream, std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  if (written && std::fflush(stream) == 0) return Written::kAll;
  return errno == EPIPE ? Written::kReaderGone : Written::kFailed;
}

}  // namespace exdiag::platform

#endif  // _WIN32
