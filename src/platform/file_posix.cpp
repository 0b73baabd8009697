#ifndef _WIN32

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "platform/file.h"
#include "platform/system_error_posix.h"

namespace exdiag::platform {

bool File::Open(const std::string& path, FileError* error) {
  Close();
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    *error = ErrorOf(errno);
    return false;
  }
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    *error = {FileError::Kind::kIsFolder, "it is a folder"};
    return false;
  }
  handle_ = descriptor;
  owned_ = true;
  return true;
}

File File::StandardInput() {
  File file;
  file.handle_ = STDIN_FILENO;
  return file;
}

size_t File::Read(char* buffer, size_t size, bool* failed) {
  *failed = false;
  for (;;) {
    const ssize_t got = read(static_cast<int>(handle_), buffer, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno == EINTR) continue;
    *failed = true;
    return 0;
  }
}

int64_t File::Seek(int64_t offset) {
  const int descriptor = static_cast<int>(handle_);
  return offset < 0 ? lseek(descriptor, 0, SEEK_END) : lseek(descriptor, offset, SEEK_SET);
}

void File::Close() {
  if (owned_) close(static_cast<int>(handle_));
  handle_ = -1;
  owned_ = false;
}

}  // namespace exdiag::platform

#endif  // _WIN32
