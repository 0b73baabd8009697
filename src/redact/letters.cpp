#include "redact/letters.h"

namespace exdiag::redact {
namespace {

unsigned Byte(std::string_view text, size_t at) { return static_cast<unsigned char>(text[at]); }

// The code point of two bytes of UTF-8 at `at`, 0 if there are none.
unsigned TwoByteCharacter(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return 0;
  const unsigned lead = Byte(text, at);
  const unsigned trail = Byte(text, at + 1);
  if (lead < 0xC2 || lead > 0xDF || (trail & 0xC0) != 0x80) return 0;
  return (lead & 0x1F) << 6 | (trail & 0x3F);
}

bool IsLetterBeyondAscii(unsigned c) { return c >= 0xC0 && c <= 0x58F && c != 0xD7 && c != 0xF7; }

unsigned Lower(unsigned c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c >= 0x100 && c <= 0x17F && c != 0x130 && c != 0x138 && c != 0x149 && c != 0x178) {
    const bool odd_is_lower = c < 0x139 || c > 0x148;
    if (c < 0x179) return odd_is_lower ? c | 1u : c + (c & 1u);
    return c + (c & 1u);
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

bool IsAccountCharacter(char c) { return c == '.' || c == '_' || c == '-' || c == '$' || c == '~'; }

}  // namespace

size_t WordCharacterAt(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (IsAlphanumeric(text[at])) return 1;
  return IsLetterBeyondAscii(TwoByteCharacter(text, at)) ? 2 : 0;
}

bool IsEastAsian(std::string_view text, size_t at) {
  // U+3040, the first letter of Japanese, to U+D7FF; the marks before it stand in any text.
  return at + 2 < text.size() && Byte(text, at) >= 0xE3 && Byte(text, at) <= 0xED &&
         text.substr(at, 2) != "\xE3\x80";
}

bool WordEndsAt(std::string_view text, size_t at) {
  if (at == 0) return false;
  if (IsAlphanumeric(text[at - 1])) return true;
  return at >= 2 && IsLetterBeyondAscii(TwoByteCharacter(text.substr(0, at), at - 2));
}

size_t EndOfWord(std::string_view text, size_t begin) {
  size_t end = begin;
  while (const size_t size = WordCharacterAt(text, end)) end += size;
  return end;
}

size_t EndOfAccountWord(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && end - begin < kLongestName) {
    size_t size = WordCharacterAt(text, end);
    if (size == 0 && IsAccountCharacter(text[end])) size = 1;
    if (size == 0) break;
    end += size;
  }
  while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return end;
}

std::string Folded(std::string_view text) {
  std::string folded(text);
  for (size_t i = 0; i < folded.size(); ++i) {
    folded[i] = LowerAscii(folded[i]);
    const unsigned c = TwoByteCharacter(folded, i);
    if (c == 0) continue;
    const unsigned lower = Lower(c);
    folded[i] = static_cast<char>(0xC0 | lower >> 6);
    folded[++i] = static_cast<char>(0x80 | (lower & 0x3F));
  }
  return folded;
}

bool EqualFolded(std::string_view text, std::string_view folded) {
  return text.size() == folded.size() && Folded(text) == folded;
}

bool StartsWithFolded(std::string_view text, std::string_view folded) {
  return text.size() >= folded.size() && Folded(text.substr(0, folded.size())) == folded;
}

}  // namespace exdiag::redact
