#ifndef EXDIAG_PLATFORM_OUTPUT_FILE_H_
#define EXDIAG_PLATFORM_OUTPUT_FILE_H_

#include <cstdio>
#include <string>
#include <string_view>

namespace exdiag::platform {

// A file that appears under its name only when it is complete: what is written goes to a temporary
// file beside it, which Commit renames. Without Commit nothing stays behind, and a file that had
// the name before is as it was. A device or pipe such as /dev/null is written directly.
class OutputFile {
 public:
  OutputFile() = default;
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Each returns false if it failed; `error` then tells why, in one sentence with the path.
  bool Open(const std::string& path);
  bool Write(std::string_view bytes);
  bool Commit();

  const std::string& error() const { return error_; }

 private:
  bool Fail(const std::string& what, const std::string& reason);
  void Discard();

  std::string path_;
  std::string temporary_;  // empty: written directly
  std::FILE* file_ = nullptr;
  std::string error_;
};

// All of it at once. False and `error` filled if the file cannot be written.
bool WriteWholeFile(const std::string& path, std::string_view bytes, std::string* error);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_OUTPUT_FILE_H_
