#include "input/member_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "input/utf8_text.h"

namespace exdiag::input {
namespace {

constexpr size_t kLongestName = 1024;

// A character that does more than stand there, by its UTF-8: C0 and C1 controls, marks and
// embeddings of direction, line and paragraph separators, the byte-order mark.
bool Steers(std::string_view character) {
  if (character.size() == 1)
    return static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7f;
  if (character.size() == 2)
    return character == "\xd8\x9c" ||
           (character[0] == '\xc2' && static_cast<unsigned char>(character[1]) < 0xa0);
  if (character == kUtf8ByteOrderMark) return true;
  if (!character.starts_with("\xe2\x80") && !character.starts_with("\xe2\x81")) return false;
  const auto last = static_cast<unsigned char>(character[2]);
  if (character[1] == '\x80')
    return (last >= 0x8b && last <= 0x8f) || (last >= 0xa8 && last <= 0xae);
  return last >= 0xa0 && last <= 0xaf;
}

std::string WithoutSteering(std::string_view name) {
  std::string clean;
  while (!name.empty() && clean.size() < kLongestName) {
    const Utf8Character next = FirstCharacter(name);
    const std::string_view character = name.substr(0, next.length);
    if (next.state != Utf8Character::State::kValid)
      clean.append(kReplacement);
    else if (Steers(character))
      clean += '?';
    else
      clean.append(character == "\\" ? "/" : character);
    name.remove_prefix(next.length);
  }
  return clean;
}

bool HasSuffix(std::string_view name, std::string_view suffix) {
  return name.size() > suffix.size() &&
         std::equal(suffix.rbegin(), suffix.rend(), name.rbegin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

}  // namespace

std::string DisplayName(std::string_view name) {
  const std::string clean = WithoutSteering(name);
  std::string_view rest = clean;
  if (rest.size() > 1 && rest[1] == ':') rest.remove_prefix(2);
  std::string shown;
  while (!rest.empty()) {
    const size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (!shown.empty()) shown += '/';
    shown.append(part);
  }
  return shown.empty() ? "?" : shown;
}

std::string UnpackedName(std::string_view name) {
  for (const std::string_view suffix : {".gz", ".bz2", ".xz", ".zst", ".lz4", ".z"}) {
    if (HasSuffix(name, suffix)) return std::string(name.substr(0, name.size() - suffix.size()));
  }
  return std::string(name);
}

}  // namespace exdiag::input
