#ifndef EXDIAG_INPUT_FILE_SOURCE_H_
#define EXDIAG_INPUT_FILE_SOURCE_H_

#include <memory>
#include <string>
#include <utility>

#include "input/seekable_source.h"
#include "platform/file.h"

namespace exdiag::input {

// The bytes of a file or of standard input.
class FileSource : public SeekableSource {
 public:
  FileSource(platform::File file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}

  size_t Read(char* buffer, size_t size) override;

  int64_t Seek(int64_t offset) override { return file_.Seek(offset); }

 private:
  platform::File file_;
  std::string path_;
};

// OpenFile as the type that can seek.
std::unique_ptr<FileSource> OpenFileSource(const std::string& path, InputError* error);

// What the user is told about a path that cannot be opened.
InputError OpenErrorOf(const std::string& path, const platform::FileError& error);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_FILE_SOURCE_H_
