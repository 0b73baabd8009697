#include "input/byte_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "input/file_source.h"

namespace exdiag::input {
namespace {

class TextSource : public ByteSource {
 public:
  explicit TextSource(std::string_view bytes) : bytes_(bytes) {}

  size_t Read(char* buffer, size_t size) override {
    const size_t count = std::min(size, bytes_.size());
    std::memcpy(buffer, bytes_.data(), count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

size_t FileSource::Read(char* buffer, size_t size) {
  bool failed = false;
  const size_t got = file_.Read(buffer, size, &failed);
  if (failed) {
    error_ = {InputError::Kind::kUnreadable, path_,
              "reading stopped before the end of the file: check the disk or the network share"};
  }
  return got;
}

InputError OpenErrorOf(const std::string& path, const platform::FileError& error) {
  switch (error.kind) {
    case platform::FileError::Kind::kNotFound:
      return {InputError::Kind::kNotFound, path, "there is no such file or folder: check the path"};
    case platform::FileError::Kind::kAccessDenied:
      return {InputError::Kind::kUnreadable, path,
              "it may not be read (" + error.reason +
                  "): run exdiag as a user who may, or copy the file"};
    default:
      return {InputError::Kind::kUnreadable, path, "it cannot be read: " + error.reason};
  }
}

std::unique_ptr<FileSource> OpenFileSource(const std::string& path, InputError* error) {
  platform::File file;
  platform::FileError problem;
  if (!file.Open(path, &problem)) {
    *error = OpenErrorOf(path, problem);
    return nullptr;
  }
  return std::make_unique<FileSource>(std::move(file), path);
}

std::unique_ptr<ByteSource> OpenFile(const std::string& path, InputError* error) {
  return OpenFileSource(path, error);
}

std::unique_ptr<ByteSource> OpenStandardInput() {
  return std::make_unique<FileSource>(platform::File::StandardInput(), "-");
}

std::unique_ptr<ByteSource> OpenBytes(std::string_view bytes) {
  return std::make_unique<TextSource>(bytes);
}

}  // namespace exdiag::input
