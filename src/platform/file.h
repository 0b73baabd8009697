#ifndef EXDIAG_PLATFORM_FILE_H_
#define EXDIAG_PLATFORM_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace exdiag::platform {

// Why a file could not be opened, listed or written.
struct FileError {
  enum class Kind { kNone, kNotFound, kAccessDenied, kIsFolder, kOther };
  Kind kind = Kind::kNone;
  std::string reason;  // the system's own words, UTF-8, without full stop
};

// A file opened for reading while others may write, rename or delete it, as setup does with its
// log. It is read in blocks, never mapped: a mapping of a log that shrinks would end the program.
class File {
 public:
  // `path` is UTF-8 and may be longer than 260 characters on Windows. False and `error` filled if
  // the file cannot be opened; a folder is no file.
  bool Open(const std::string& path, FileError* error);

  // Standard input, in binary; it is not closed with the object.
  static File StandardInput();

  File() = default;
  ~File() { Close(); }
  File(File&& other) noexcept { Swap(other); }
  File& operator=(File&& other) noexcept {
    Swap(other);
    return *this;
  }

  // Up to `size` bytes; 0 at the end or on an error, which `failed` tells.
  size_t Read(char* buffer, size_t size, bool* failed);

  // Moves to `offset` from the start (-1: to the end); the new place, or -1 where the file is a
  // pipe or the like.
  int64_t Seek(int64_t offset);

 private:
  void Close();
  void Swap(File& other) {
    std::swap(handle_, other.handle_);
    std::swap(owned_, other.owned_);
  }

  intptr_t handle_ = -1;  // file descriptor, or HANDLE on Windows
  bool owned_ = false;
};

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_FILE_H_
