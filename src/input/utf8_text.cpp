#include "input/utf8_text.h"

#include <algorithm>
#include <cstring>

namespace exdiag::input {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

// The length of the ASCII at the start of `text`, in steps of 32 bytes as long as that goes.
size_t AsciiLength(std::string_view text) {
  size_t at = 0;
  for (; at + 32 <= text.size(); at += 32) {
    uint64_t words[4];
    std::memcpy(words, text.data() + at, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// How a sequence goes on after its first byte: its length and the range of the second byte, which
// excludes overlong forms, surrogates and what is beyond U+10FFFF (Unicode standard, table 3-7).
struct SequenceShape {
  size_t length;
  unsigned char low;
  unsigned char high;
};

SequenceShape ShapeOf(unsigned char first) {
  if (first < 0x80) return {1, 0, 0};
  if (first < 0xc2) return {0, 0, 0};
  if (first < 0xe0) return {2, 0x80, 0xbf};
  if (first == 0xe0) return {3, 0xa0, 0xbf};
  if (first == 0xed) return {3, 0x80, 0x9f};
  if (first < 0xf0) return {3, 0x80, 0xbf};
  if (first == 0xf0) return {4, 0x90, 0xbf};
  if (first < 0xf4) return {4, 0x80, 0xbf};
  if (first == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

// Compilers make vector instructions of the loop.
bool IsPlainAscii(std::string_view text) {
  unsigned char most = 0;
#pragma GCC unroll 4
  for (const char c : text) most = std::max(most, static_cast<unsigned char>(c - 1));
  return most < 0x7f;  // NUL wraps around
}

}  // namespace

Utf8Character FirstCharacter(std::string_view text) {
  using State = Utf8Character::State;
  const SequenceShape shape = ShapeOf(static_cast<unsigned char>(text[0]));
  if (shape.length == 0) return {State::kInvalid, 1};
  for (size_t at = 1; at < shape.length; ++at) {
    if (at == text.size()) return {State::kCut, at};
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool fits = at == 1 ? byte >= shape.low && byte <= shape.high : (byte & 0xc0) == 0x80;
    if (!fits) return {State::kInvalid, at};
  }
  return {State::kValid, shape.length};
}

size_t PlainAsciiLength(std::string_view text) {
  constexpr size_t kStep = 4096;
  size_t at = 0;
  while (at < text.size() && IsPlainAscii(text.substr(at, kStep))) at += kStep;
  return std::min(at, text.size());
}

size_t ValidUtf8Length(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    at += AsciiLength(text.substr(at));
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      const Utf8Character next = FirstCharacter(text.substr(at));
      if (next.state != Utf8Character::State::kValid) return at;
      at += next.length;
    }
  }
  return at;
}

char* PutUtf8(uint32_t code_point, char* out) {
  const auto tail = [&](int shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3f));
  };
  if (code_point < 0x80) {
    *out++ = static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    *out++ = static_cast<char>(0xc0 | code_point >> 6);
    *out++ = tail(0);
  } else if (code_point < 0x10000) {
    *out++ = static_cast<char>(0xe0 | code_point >> 12);
    *out++ = tail(6);
    *out++ = tail(0);
  } else {
    *out++ = static_cast<char>(0xf0 | code_point >> 18);
    *out++ = tail(12);
    *out++ = tail(6);
    *out++ = tail(0);
  }
  return out;
}

void AppendUtf8(uint32_t code_point, std::string* text) {
  char bytes[4];
  const char* end = PutUtf8(code_point, bytes);
  text->append(bytes, static_cast<size_t>(end - bytes));
}

}  // namespace exdiag::input
