#include "platform/output_file.h"

#include <cerrno>
#include <system_error>

#include "platform/file_names.h"
#include "platform/folder.h"

namespace exdiag::platform {

OutputFile::~OutputFile() { Discard(); }

bool OutputFile::Open(const std::string& path) {
  Discard();
  path_ = path;
  const PathKind kind = KindOf(path);
  if (kind == PathKind::kFolder || kind == PathKind::kFolderLink)
    return Fail("cannot write", "it is a folder");
  temporary_ = kind == PathKind::kOther ? "" : TemporaryNameFor(path);
  errno = 0;
  file_ = OpenForWriting(temporary_.empty() ? path : temporary_);
  if (file_ == nullptr) {
    const std::string reason = std::generic_category().message(errno);
    temporary_.clear();
    return Fail("cannot write", reason);
  }
  return true;
}

bool OutputFile::Write(std::string_view bytes) {
  if (file_ == nullptr) return false;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return true;
  const std::string reason = std::generic_category().message(errno);
  Discard();
  return Fail("cannot write", reason);
}

bool OutputFile::Commit() {
  if (file_ == nullptr) return false;
  const bool flushed = std::fflush(file_) == 0;
  const bool closed = std::fclose(file_) == 0;
  const std::string reason = std::generic_category().message(errno);
  file_ = nullptr;
  if (!flushed || !closed) {
    Discard();
    return Fail("cannot write", reason);
  }
  std::string why;
  if (!temporary_.empty() && !ReplaceFile(temporary_, path_, &why)) {
    Discard();
    return Fail("cannot put the finished file in place of", why);
  }
  temporary_.clear();
  return true;
}

bool OutputFile::Fail(const std::string& what, const std::string& reason) {
  error_ = what + " " + path_ + ": " + reason;
  return false;
}

void OutputFile::Discard() {
  if (file_ != nullptr) std::fclose(file_);
  file_ = nullptr;
  if (!temporary_.empty()) RemoveFile(temporary_);
  temporary_.clear();
}

bool WriteWholeFile(const std::string& path, std::string_view bytes, std::string* error) {
  OutputFile file;
  if (file.Open(path) && file.Write(bytes) && file.Commit()) return true;
  *error = file.error();
  return false;
}

}  // namespace exdiag::platform
