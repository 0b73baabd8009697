#ifndef _WIN32

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "platform/file_names.h"
#include "platform/system_error_posix.h"

namespace exdiag::platform {

std::string TemporaryNameFor(const std::string& path) {
  static std::atomic<unsigned> count{0};
  return path + "." + std::to_string(getpid()) + "-" + std::to_string(count++) + ".tmp";
}

std::FILE* OpenForWriting(const std::string& path) { return std::fopen(path.c_str(), "wbe"); }

bool ReplaceFile(const std::string& from, const std::string& to, std::string* reason) {
  struct stat status {};
  if (stat(to.c_str(), &status) == 0) chmod(from.c_str(), status.st_mode & 07777);
  if (rename(from.c_str(), to.c_str()) == 0) return true;
  *reason = ErrorOf(errno).reason;
  return false;
}

void RemoveFile(const std::string& path) { unlink(path.c_str()); }

}  // namespace exdiag::platform

#endif  // _WIN32
