#ifndef EXDIAG_INPUT_TEXT_CONVERTER_H_
#define EXDIAG_INPUT_TEXT_CONVERTER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "input/encoding.h"

namespace exdiag::input {

// One encoding's way to UTF-8. What is invalid becomes U+FFFD, NUL becomes a space.
class TextConverter {
 public:
  virtual ~TextConverter() = default;

  // Appends the text of `bytes` to `text` and returns how many bytes that took: all of them, but
  // for a character cut at the end.
  virtual size_t Convert(std::string_view bytes, std::string* text) = 0;

  int64_t replaced_bytes() const { return replaced_; }

 protected:
  int64_t replaced_ = 0;
};

std::unique_ptr<TextConverter> MakeConverter(Encoding encoding);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_TEXT_CONVERTER_H_
