#include "rules/plain_form.h"

#include <span>

namespace exdiag::rules {
namespace {

unsigned char ByteAt(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

constexpr char kOther = 'x';

// U+2000 to U+203F by their last byte; kOther: stands as it is.
char PlainOfPunctuation(unsigned char last) {
  if (last == 0x98 || last == 0x99 || last == 0x9A || last == 0x9B || last == 0xB2) return '\'';
  if ((last >= 0x9C && last <= 0x9F) || last == 0xB3) return '"';
  if (last >= 0x90 && last <= 0x93) return '-';
  if (last == 0x87 || last == 0x89 || last == 0xAF) return ' ';
  if (last >= 0x8B && last <= 0x8F) return '\0';
  return kOther;
}

constexpr char LowerAscii(char c) {
  return static_cast<char>(c + ((c >= 'A' && c <= 'Z') ? 'a' - 'A' : 0));
}

// Two-byte sequences only: U+00C0…U+00DE and U+0400…U+042F.
void FoldPair(char* lead, char* last) {
  const auto a = static_cast<unsigned char>(*lead);
  const auto b = static_cast<unsigned char>(*last);
  if (a == 0xC3 && b >= 0x80 && b <= 0x9E && b != 0x97) {
    *last = static_cast<char>(b + 0x20);
  } else if (a == 0xD0 && b >= 0x80 && b <= 0x8F) {
    *lead = static_cast<char>(0xD1);
    *last = static_cast<char>(b + 0x10);
  } else if (a == 0xD0 && b >= 0x90 && b <= 0x9F) {
    *last = static_cast<char>(b + 0x20);
  } else if (a == 0xD0 && b >= 0xA0 && b <= 0xAF) {
    *lead = static_cast<char>(0xD1);
    *last = static_cast<char>(b - 0x20);
  }
}

}  // namespace

PlainChar PlainCharAt(std::string_view text, size_t at) {
  const unsigned char lead = ByteAt(text, at);
  if (lead == 0xC2) {
    if (ByteAt(text, at + 1) == 0xA0) return {' ', 2};
    if (ByteAt(text, at + 1) == 0xAD) return {'\0', 2};
  } else if (lead == 0xE2 && ByteAt(text, at + 1) == 0x80) {
    const char plain = PlainOfPunctuation(ByteAt(text, at + 2));
    if (plain != kOther) return {plain, 3};
  } else if (lead == 0xE3 && ByteAt(text, at + 1) == 0x80 && ByteAt(text, at + 2) == 0x80) {
    return {' ', 3};
  } else if (lead == 0xEF && ByteAt(text, at + 1) == 0xBB && ByteAt(text, at + 2) == 0xBF) {
    return {'\0', 3};
  }
  return {};
}

std::string PlainForm(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const PlainChar other = PlainCharAt(text, at);
    if (other.length == 0) {
      plain += text[at];
    } else if (other.plain != '\0') {
      plain += other.plain;
    }
    at += other.length == 0 ? 1 : other.length;
  }
  return plain;
}

// The loops for ASCII have no branch, so that the compiler takes many bytes at a time.
bool IsAscii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

void FoldCaseInPlace(std::string* text, size_t from) {
  if (IsAscii(std::string_view(*text).substr(from))) {
    for (char& c : std::span(*text).subspan(from)) c = LowerAscii(c);
    return;
  }
  for (size_t at = from; at < text->size(); ++at) {
    char& c = (*text)[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      c = LowerAscii(c);
    } else if ((byte == 0xC3 || byte == 0xD0) && at + 1 < text->size()) {
      FoldPair(&c, &(*text)[at + 1]);
      ++at;
    }
  }
}

std::string FoldCase(std::string_view text) {
  std::string folded(text);
  FoldCaseInPlace(&folded);
  return folded;
}

bool HasUnfoldedCase(char32_t c) {
  if (c == 0xB5 || c == 0xDF || c == 0xE5 || c == 0xC5 || c == 0xFF)
    return true;  // μ ß å ÿ: partners elsewhere
  if (c < 0x100) return false;
  if (c >= 0x400 && c <= 0x45F) return false;
  return c < 0x600 || (c >= 0x10A0 && c < 0x1100) || (c >= 0x13A0 && c < 0x1400) ||
         (c >= 0x1C80 && c < 0x2000) || (c >= 0x2100 && c < 0x2200) ||
         (c >= 0x24B6 && c < 0x24EA) || (c >= 0x2C00 && c < 0x2E00) ||
         (c >= 0xA640 && c < 0xA800) || (c >= 0xAB30 && c < 0xABC0) ||
         (c >= 0xFB00 && c < 0xFB20) || (c >= 0xFF21 && c < 0xFF5B) || c >= 0x10400;
}

}  // namespace exdiag::rules
