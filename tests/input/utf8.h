#ifndef EXDIAG_TESTS_INPUT_UTF8_H_
#define EXDIAG_TESTS_INPUT_UTF8_H_

#include <cstdint>
#include <string>

#include "input/utf8_text.h"

namespace exdiag::tests {

// A character by its number.
inline std::string Utf8(uint32_t code_point) {
  std::string text;
  input::AppendUtf8(code_point, &text);
  return text;
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_INPUT_UTF8_H_
