#ifndef _WIN32

#include "platform/system_error_posix.h"

#include <cerrno>
#include <system_error>

namespace exdiag::platform {

FileError ErrorOf(int number) {
  FileError error;
  error.reason = std::generic_category().message(number);  // strerror is not thread-safe
  if (number == ENOENT || number == ENOTDIR) {
    error.kind = FileError::Kind::kNotFound;
  } else if (number == EACCES || number == EPERM) {
    error.kind = FileError::Kind::kAccessDenied;
  } else if (number == EISDIR) {
    error.kind = FileError::Kind::kIsFolder;
  } else {
    error.kind = FileError::Kind::kOther;
  }
  return error;
}

}  // namespace exdiag::platform

#endif  // _WIN32
