#ifdef _WIN32

#include <atomic>

#include "platform/file_names.h"
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"

// A macro of windows.h that would rename our function.
#undef ReplaceFile

namespace exdiag::platform {

std::string TemporaryNameFor(const std::string& path) {
  static std::atomic<unsigned> count{0};
  return path + "." + std::to_string(GetCurrentProcessId()) + "-" + std::to_string(count++) +
         ".tmp";
}

std::FILE* OpenForWriting(const std::string& path) {
  return _wfopen(LongPath(path).c_str(), L"wbN");
}

bool ReplaceFile(const std::string& from, const std::string& to, std::string* reason) {
  if (MoveFileExW(LongPath(from).c_str(), LongPath(to).c_str(),
                  MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
    return true;
  }
  *reason = ErrorOf(GetLastError()).reason;
  return false;
}

void RemoveFile(const std::string& path) { DeleteFileW(LongPath(path).c_str()); }

}  // namespace exdiag::platform

#endif  // _WIN32
