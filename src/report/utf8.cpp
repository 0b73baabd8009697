#include "report/utf8.h"

namespace exdiag::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Length of the character that a byte begins; 0 if it begins none.
size_t LengthFrom(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool IsValid(char32_t character, size_t length) {
  if (character >= 0xD800 && character <= 0xDFFF) return false;
  if (length == 3) return character >= 0x800;
  if (length == 4) return character >= 0x10000 && character <= 0x10FFFF;
  return true;
}

}  // namespace

char32_t TakeCharacter(std::string_view* text) {
  const auto lead = static_cast<unsigned char>(text->front());
  const size_t length = LengthFrom(lead);
  if (length == 1) {
    text->remove_prefix(1);
    return lead;
  }
  char32_t character = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07;
  bool whole = length != 0 && length <= text->size();
  for (size_t i = 1; whole && i < length; ++i) {
    const auto next = static_cast<unsigned char>((*text)[i]);
    whole = (next & 0xC0) == 0x80;
    character = (character << 6) | (next & 0x3F);
  }
  if (!whole || !IsValid(character, length)) {
    text->remove_prefix(1);
    return kReplacement;
  }
  text->remove_prefix(length);
  return character;
}

void AppendCharacter(char32_t character, std::string* text) {
  const auto tail = [&](int shift) {
    text->push_back(static_cast<char>(0x80 | ((character >> shift) & 0x3F)));
  };
  if (character < 0x80) {
    text->push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text->push_back(static_cast<char>(0xC0 | (character >> 6)));
    tail(0);
  } else if (character < 0x10000) {
    text->push_back(static_cast<char>(0xE0 | (character >> 12)));
    tail(6);
    tail(0);
  } else {
    text->push_back(static_cast<char>(0xF0 | (character >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace exdiag::report
