#ifndef EXDIAG_PLATFORM_STANDARD_STREAM_H_
#define EXDIAG_PLATFORM_STANDARD_STREAM_H_

#include <cstdio>
#include <string_view>

namespace exdiag::platform {

enum class Written { kAll, kReaderGone, kFailed };

// Writes UTF-8 text to stdout or stderr and hands it to the system before returning. A Windows
// console gets it as UTF-16, so that it shows the same under every code page; a file or pipe gets
// the bytes as they are, without carriage returns added. What printf left in the stream's buffer
// goes first.
Written WriteStandardStream(std::FILE* stream, std::string_view text);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_STANDARD_STREAM_H_
