#include "redact/forms.h"

#include <algorithm>

#include "redact/letters.h"
#include "redact/well_known.h"

namespace exdiag::redact {
namespace {

bool EndsWord(std::string_view text, size_t end) { return WordCharacterAt(text, end) == 0; }

size_t DigitsFrom(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - at;
}

size_t HexDigitsFrom(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && IsHexDigit(text[end])) ++end;
  return end - at;
}

// Builds and versions have the form of an address too: those of Exchange 2007 (8.x), 2010 (14.x)
// and later (15.x) always count as such, anything else after the word "version" does.
bool IsVersion(std::string_view text, size_t at, const int (&parts)[4]) {
  if ((parts[0] == 8 || parts[0] == 14 || parts[0] == 15) && parts[1] <= 3) return true;
  constexpr size_t kReach = 48;
  const size_t from = at > kReach ? at - kReach : 0;
  return text.substr(from, at - from).find("ersion") != std::string_view::npos;
}

// Addresses that say nothing: any, loopback, masks, multicast.
bool IsUnspecific(const int (&parts)[4]) {
  return parts[0] == 0 || parts[0] == 127 || parts[0] >= 224;
}

bool IsFileEnding(std::string_view label) {
  return label == "com" || label == "net" || label == "in" || label == "id" || label == "me" ||
         label == "cc";
}

}  // namespace

size_t SidAt(std::string_view text, size_t at) {
  if (LowerAscii(text[at]) != 's' || text.substr(at + 1, 3) != "-1-") return 0;
  if (!StartsWithFolded(text.substr(at), "s-1-5-21-") &&
      !StartsWithFolded(text.substr(at), "s-1-12-1-"))
    return 0;
  size_t end = at + 4;
  while (end < text.size() &&
         (IsDigit(text[end]) || (text[end] == '-' && DigitsFrom(text, end + 1) > 0)))
    ++end;
  return std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                    text.begin() + static_cast<std::ptrdiff_t>(end), '-') >= 6
             ? end - at
             : 0;
}

size_t GuidAt(std::string_view text, size_t at) {
  constexpr size_t kSize = 36;
  if (text.size() < at + kSize || text[at + 8] != '-') return 0;
  for (size_t i = 0; i < kSize; ++i) {
    const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_hyphen ? text[at + i] != '-' : !IsHexDigit(text[at + i])) return 0;
  }
  return EndsWord(text, at + kSize) ? kSize : 0;
}

size_t Ipv4At(std::string_view text, size_t at) {
  int parts[4] = {};
  size_t end = at;
  for (int part = 0; part < 4; ++part) {
    const size_t digits = DigitsFrom(text, end);
    if (digits == 0 || digits > 3) return 0;
    for (size_t i = 0; i < digits; ++i) parts[part] = parts[part] * 10 + (text[end + i] - '0');
    if (parts[part] > 255 || (digits > 1 && text[end] == '0')) return 0;
    end += digits;
    if (part < 3 && (end >= text.size() || text[end++] != '.')) return 0;
  }
  const bool goes_on = end + 1 < text.size() && text[end] == '.' && IsDigit(text[end + 1]);
  if (!EndsWord(text, end) || goes_on || (at >= 2 && text[at - 1] == '.' && IsDigit(text[at - 2])))
    return 0;
  return IsUnspecific(parts) || IsVersion(text, at, parts) ? 0 : end - at;
}

size_t Ipv6At(std::string_view text, size_t at) {
  if (at > 0 && (text[at - 1] == ':' || text[at - 1] == '.')) return 0;
  int groups = 0;
  bool gap = false;
  bool digit = false;
  size_t end = at;
  while (true) {
    const size_t digits = HexDigitsFrom(text, end);
    if (digits > 4) return 0;
    if (digits > 0) ++groups;
    digit = digit || std::any_of(text.begin() + static_cast<std::ptrdiff_t>(end),
                                 text.begin() + static_cast<std::ptrdiff_t>(end + digits), IsDigit);
    end += digits;
    if (text.substr(end, 2) == "::" && !gap) {
      gap = true;
      end += 2;
    } else if (end + 1 < text.size() && text[end] == ':' && IsHexDigit(text[end + 1])) {
      ++end;
    } else {
      break;
    }
  }
  return digit && EndsWord(text, end) && (gap ? groups >= 2 && groups < 8 : groups == 8) ? end - at
                                                                                         : 0;
}

size_t ThumbprintAt(std::string_view text, size_t at) {
  constexpr size_t kDigits = 40;
  return HexDigitsFrom(text, at) == kDigits && EndsWord(text, at + kDigits) ? kDigits : 0;
}

size_t ProductKeyAt(std::string_view text, size_t at) {
  constexpr size_t kSize = 29;
  if (text.size() < at + kSize) return 0;
  for (size_t i = 0; i < kSize; ++i) {
    const char c = text[at + i];
    if (i % 6 == 5 ? c != '-' : !(IsDigit(c) || (c >= 'A' && c <= 'Z'))) return 0;
  }
  const bool goes_on =
      at + kSize < text.size() && (text[at + kSize] == '-' || !EndsWord(text, at + kSize));
  return goes_on || (at > 0 && text[at - 1] == '-') ? 0 : kSize;
}

size_t DottedNameAt(std::string_view text, size_t at) {
  size_t end = at;
  bool dotted = false;
  while (end < text.size()) {
    size_t size = WordCharacterAt(text, end);
    if (size == 0 && (text[end] == '-' || text[end] == '_')) size = 1;
    if (size == 0 && text[end] == '.' && end > at &&
        (WordCharacterAt(text, end + 1) > 0 || text.substr(end + 1, 1) == "_")) {
      size = 1;
      dotted = true;
    }
    if (size == 0) break;
    end += size;
    if (end - at > kLongestName) return 0;
  }
  while (end > at && (text[end - 1] == '-' || text[end - 1] == '_')) --end;
  return dotted ? end - at : 0;
}

size_t MailAddressAt(std::string_view text, size_t at, size_t* local) {
  constexpr size_t kMostLocal = 80;
  size_t end = EndOfWord(text, at);
  while (end < text.size() && end - at < kMostLocal &&
         std::string_view("._%+-{}=").find(text[end]) != std::string_view::npos) {
    end = EndOfWord(text, end + 1);
  }
  if (end >= text.size() || text[end] != '@' || WordCharacterAt(text, end + 1) == 0) return 0;
  const size_t domain = DottedNameAt(text, end + 1);
  if (domain == 0) return 0;
  *local = end - at;
  return end + 1 + domain - at;
}

bool IsHostLike(std::string_view text, size_t at, size_t size, size_t least_labels) {
  const std::string name = Folded(text.substr(at, size));
  const size_t dot = name.rfind('.');
  const auto dots = static_cast<size_t>(std::count(name.begin(), name.end(), '.'));
  if (dots + 1 < least_labels || !IsTopLevelDomain(std::string_view(name).substr(dot + 1)))
    return false;
  if (at > 0 && (text[at - 1] == '$' || text[at - 1] == '[' || text[at - 1] == '.')) return false;
  if (name.starts_with("system.") || name.starts_with("microsoft.")) return false;
  const std::string_view last = text.substr(at + dot + 1, size - dot - 1);
  const bool camel = !IsDigit(last[0]) && last[0] != LowerAscii(last[0]) && last.size() > 1 &&
                     last[1] == LowerAscii(last[1]);
  const bool called = at + size < text.size() && text[at + size] == '(';
  if (camel && IsFileEnding(Folded(last))) return false;
  return !called &&
         !(IsFileEnding(Folded(last)) && dots == 1 && IsOrdinaryName(name.substr(0, dot)));
}

}  // namespace exdiag::redact
