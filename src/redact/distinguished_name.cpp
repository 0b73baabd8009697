#include "redact/distinguished_name.h"

#include <algorithm>
#include <array>

#include "redact/letters.h"

namespace exdiag::redact {
namespace {

// Bytes of "CN=" at `at`; 0 if no known key stands there.
size_t KeyAt(std::string_view text, size_t at) {
  static constexpr std::array<std::string_view, 11> kKeys = {
      "cn", "ou", "dc", "o", "l", "s", "st", "street", "e", "c", "emailaddress"};
  size_t end = at;
  while (end < text.size() && IsAsciiLetter(text[end]) && end - at < 13) ++end;
  if (end == at || end >= text.size() || text[end] != '=') return 0;
  const std::string key = Folded(text.substr(at, end - at));
  return std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end() ? 0 : end + 1 - at;
}

bool EndsName(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '\'' || c == '"' || c == ';' || c == '\n' || c == '\r' || c == '<' || c == '>' ||
      c == '|' || c == ']' || c == '`' || c == '}' || c == '{') {
    return true;
  }
  // Typographic quotes, U+2018 to U+201F.
  return text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() &&
         static_cast<unsigned char>(text[at + 2]) >= 0x98 &&
         static_cast<unsigned char>(text[at + 2]) <= 0x9F;
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// Real values have 64 characters, real names some ten parts. What goes on is read as a name anew.
constexpr size_t kLongestValue = 1024;
constexpr size_t kMostParts = 100;

struct Value {
  size_t end = 0;
  size_t next = 0;  // where the next part begins; 0: this was the last
};

// A label of a domain ends where its letters do.
Value LabelFrom(std::string_view text, size_t begin, bool slashes) {
  size_t at = EndOfWord(text, begin);
  while (at < text.size() && (text[at] == '-' || text[at] == '_')) at = EndOfWord(text, at + 1);
  if (at >= text.size() || text[at] != (slashes ? '/' : ',')) return {at, 0};
  const size_t next = SkipBlanks(text, at + 1);
  return {at, KeyAt(text, next) > 0 ? next : 0};
}

Value ValueFrom(std::string_view whole, size_t begin, bool slashes) {
  const std::string_view text = whole.substr(0, begin + kLongestValue);
  size_t at = begin;
  while (at < text.size() && !EndsName(text, at)) {
    // "CN=Name\0ADEL:guid": a deleted object; what follows the name has forms of its own.
    if (text.substr(at, 3) == "\\0A") return {at, 0};
    if (text[at] == '\\' && at + 1 < text.size() && !EndsName(text, at + 1)) {
      at += 2;
      continue;
    }
    if (text[at] == (slashes ? '/' : ',')) {
      const size_t next = SkipBlanks(text, at + 1);
      if (KeyAt(whole, next) > 0) return {at, next};
      if (!slashes && next == at + 1) {  // "Doe,John" cannot stand in a value; "Doe, John" can
        return {at, 0};
      }
    }
    if (!slashes && text[at] == '/') return {at, 0};
    ++at;
  }
  return {at, 0};
}

// The last value has no mark of its end but a quote; in prose it is a word.
size_t EndOfLastValue(std::string_view text, size_t begin, size_t end) {
  const bool quoted = end < text.size() && EndsName(text, end) && text[end] != '\n' &&
                      text[end] != '\r' && text[end] != ']' && text[end] != '{';
  if (quoted) return end;
  size_t word = begin;
  while (word < end && text[word] != ' ' && text[word] != ')') ++word;
  while (word > begin && (text[word - 1] == '.' || text[word - 1] == ':')) --word;
  return word;
}

}  // namespace

std::vector<NamePart> DistinguishedNameAt(std::string_view text, size_t at) {
  std::vector<NamePart> parts;
  const bool slashes = at > 0 && text[at - 1] == '/';
  size_t key_size = KeyAt(text, at);
  // Single letters are variables in scripts unless something before them is a name.
  if (key_size == 2 && !slashes) return parts;
  while (key_size > 0 && parts.size() < kMostParts) {
    const size_t begin = at + key_size;
    NamePart part{Folded(text.substr(at, key_size - 1)), begin, begin};
    const bool is_label = part.key == "dc";
    const Value value =
        is_label ? LabelFrom(text, begin, slashes) : ValueFrom(text, begin, slashes);
    part.value_end = value.end;
    if (value.next == 0 && !slashes && !is_label)
      part.value_end = EndOfLastValue(text, begin, value.end);
    while (part.value_end > begin && text[part.value_end - 1] == ' ') --part.value_end;
    if (part.value_end > part.value_begin) parts.push_back(part);
    if (value.next == 0) break;
    at = value.next;
    key_size = KeyAt(text, at);
  }
  return parts;
}

std::string DomainOf(std::string_view text, const std::vector<NamePart>& parts, size_t first,
                     size_t* next) {
  std::string domain;
  size_t part = first;
  for (; part < parts.size() && parts[part].key == "dc"; ++part) {
    if (!domain.empty()) domain += '.';
    domain += text.substr(parts[part].value_begin, parts[part].value_end - parts[part].value_begin);
  }
  *next = part;
  return domain;
}

}  // namespace exdiag::redact
