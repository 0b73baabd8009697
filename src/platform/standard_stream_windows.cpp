#ifdef _WIN32

#include <io.h>

#include <algorithm>
#include <string>

#include "platform/standard_stream.h"
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"

namespace exdiag::platform {
namespace {

// Older consoles refuse more than 64 KiB at a time.
constexpr size_t kMostUnits = 8192;
constexpr size_t kMostBytes = size_t{1} << 24;

bool WriteConsole(HANDLE console, std::wstring_view text) {
  while (!text.empty()) {
    size_t length = std::min(text.size(), kMostUnits);
    const bool splits_pair = length < text.size() && IS_HIGH_SURROGATE(text[length - 1]);
    if (splits_pair && length > 1) --length;
    DWORD written = 0;
    if (!WriteConsoleW(console, text.data(), static_cast<DWORD>(length), &written, nullptr))
      return false;
    if (written == 0) return false;
    text.remove_prefix(written);
  }
  return true;
}

bool WriteBytes(HANDLE file, std::string_view bytes) {
  while (!bytes.empty()) {
    DWORD written = 0;
    const DWORD size = static_cast<DWORD>(std::min(bytes.size(), kMostBytes));
    if (!WriteFile(file, bytes.data(), size, &written, nullptr)) return false;
    bytes.remove_prefix(written);
  }
  return true;
}

}  // namespace

Written WriteStandardStream(std::FILE* stream, std::string_view text) {
  std::fflush(stream);
  const HANDLE handle = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
  DWORD mode = 0;
  const bool console = GetConsoleMode(handle, &mode) != 0;
  if (console ? WriteConsole(handle, Utf16(text)) : WriteBytes(handle, text)) return Written::kAll;
  const DWORD error = GetLastError();
  return error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA ? Written::kReaderGone
                                                              : Written::kFailed;
}

}  // namespace exdiag::platform

#endif  // _WIN32
