#ifndef EXDIAG_INPUT_UTF8_TEXT_H_
#define EXDIAG_INPUT_UTF8_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace exdiag::input {

inline constexpr std::string_view kReplacement = "\xef\xbf\xbd";        // U+FFFD
inline constexpr std::string_view kUtf8ByteOrderMark = "\xef\xbb\xbf";  // U+FEFF

// What stands at the start of a text.
struct Utf8Character {
  enum class State { kValid, kInvalid, kCut };
  State state = State::kValid;
  size_t length = 0;  // bytes; of an invalid sequence those that one U+FFFD stands for
};

// REQUIRES: `text` is not empty. kCut: it ends within a character that may be valid.
Utf8Character FirstCharacter(std::string_view text);

// The length of a start of `text` that is ASCII without NUL, in large steps: what follows may be
// ASCII still. The way to pass over most logs as a whole.
size_t PlainAsciiLength(std::string_view text);

// The length of the longest start of `text` that is valid UTF-8. Fast on ASCII.
size_t ValidUtf8Length(std::string_view text);

// Writes a code point at `out`, which has room for four bytes; the place after it.
char* PutUtf8(uint32_t code_point, char* out);

void AppendUtf8(uint32_t code_point, std::string* text);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_UTF8_TEXT_H_
