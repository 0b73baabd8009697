#ifndef EXDIAG_INPUT_BYTE_SOURCE_H_
#define EXDIAG_INPUT_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace exdiag::input {

// Why an input could not be read, for the user.
struct InputError {
  enum class Kind { kNone, kNotFound, kUnreadable, kNoLog, kLimit };
  Kind kind = Kind::kNone;
  std::string path;
  std::string message;  // one sentence: what is wrong and what to do
};

// A stream of bytes from a file, an archive member or standard input.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Reads up to `size` bytes into `buffer`; returns their number, 0 at the end or on an error. A
  // file that shrinks while it is read just ends.
  virtual size_t Read(char* buffer, size_t size) = 0;

  // Reads up to `size` bytes and leaves them where the source has them, which spares a copy; valid
  // until the next call. Empty if there are none in memory, though Read may give some.
  virtual std::string_view ReadInPlace(size_t /*size*/) { return {}; }

  // What stopped reading before the end; kind kNone if nothing did.
  const InputError& error() const { return error_; }

 protected:
  InputError error_;
};

// Opens a file that another process may hold open for writing. Null and `error` filled if it
// cannot.
std::unique_ptr<ByteSource> OpenFile(const std::string& path, InputError* error);

// Standard input; at most one at a time.
std::unique_ptr<ByteSource> OpenStandardInput();

// Bytes at hand, for tests and embedded use; the text must outlive the source.
std::unique_ptr<ByteSource> OpenBytes(std::string_view bytes);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_BYTE_SOURCE_H_
