#ifdef _WIN32

#include <algorithm>

#include "platform/file.h"
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"

namespace exdiag::platform {
namespace {

HANDLE HandleOf(intptr_t handle) { return reinterpret_cast<HANDLE>(handle); }

}  // namespace

bool File::Open(const std::string& path, FileError* error) {
  Close();
  const std::wstring name = LongPath(path);
  const DWORD attributes = GetFileAttributesW(name.c_str());
  if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
    *error = {FileError::Kind::kIsFolder, "it is a folder"};
    return false;
  }
  // Setup keeps its log open for writing; without the share flags this would fail.
  const HANDLE opened = CreateFileW(name.c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, nullptr);
  if (opened == INVALID_HANDLE_VALUE) {
    *error = ErrorOf(GetLastError());
    return false;
  }
  handle_ = reinterpret_cast<intptr_t>(opened);
  owned_ = true;
  return true;
}

File File::StandardInput() {
  File file;
  file.handle_ = reinterpret_cast<intptr_t>(GetStdHandle(STD_INPUT_HANDLE));
  return file;
}

size_t File::Read(char* buffer, size_t size, bool* failed) {
  *failed = false;
  DWORD got = 0;
  const DWORD wanted = static_cast<DWORD>(std::min(size, size_t{1} << 24));
  if (ReadFile(HandleOf(handle_), buffer, wanted, &got, nullptr)) return got;
  const DWORD error = GetLastError();
  *failed = error != ERROR_BROKEN_PIPE && error != ERROR_HANDLE_EOF;  // a closed pipe just ends
  return 0;
}

int64_t File::Seek(int64_t offset) {
  if (GetFileType(HandleOf(handle_)) != FILE_TYPE_DISK) return -1;
  LARGE_INTEGER distance{}, place{};
  distance.QuadPart = std::max<int64_t>(offset, 0);
  if (!SetFilePointerEx(HandleOf(handle_), distance, &place, offset < 0 ? FILE_END : FILE_BEGIN))
    return -1;
  return place.QuadPart;
}

void File::Close() {
  if (owned_) CloseHandle(HandleOf(handle_));
  handle_ = -1;
  owned_ = false;
}

}  // namespace exdiag::platform

#endif  // _WIN32
