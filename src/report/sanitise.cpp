#include "report/sanitise.h"

#include <fmt/format.h>

#include "report/utf8.h"

namespace exdiag::report {
namespace {

// C0 and C1 controls, direction marks and overrides, line separators, invisible characters, tags.
bool IsHarmful(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c < 0xAD) return false;
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

// The ASCII form of a typographic mark, or empty.
std::string_view PlainForm(char32_t c) {
  switch (c) {
    case 0xA0:
    case 0x2007:
    case 0x202F:
      return " ";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return "-";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2022:
    case 0xB7:
      return "*";
    case 0x2026:
      return "...";
    case 0x2192:
      return "->";
    case 0xFFFD:
      return "?";
    default:
      return {};
  }
}

void AppendSafe(char32_t c, bool unicode, std::string* safe) {
  if (IsHarmful(c)) {
    *safe += fmt::format("\\u{{{:x}}}", static_cast<uint32_t>(c));
  } else if (c < 0x80 || unicode) {
    AppendCharacter(c, safe);
  } else if (const std::string_view plain = PlainForm(c); !plain.empty()) {
    *safe += plain;
  } else {
    *safe += fmt::format("\\u{{{:x}}}", static_cast<uint32_t>(c));
  }
}

std::string Safe(std::string_view text, bool unicode, bool keep_lines) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = TakeCharacter(&text);
    if (c == '\r' && !text.empty() && text.front() == '\n') continue;
    if (c == '\n' && keep_lines) {
      safe += '\n';
    } else if (c == '\n' || c == '\t' || c == '\r') {
      safe += ' ';
    } else {
      AppendSafe(c, unicode, &safe);
    }
  }
  return safe;
}

}  // namespace

std::string SafeLine(std::string_view text, bool unicode) { return Safe(text, unicode, false); }

std::string SafeLines(std::string_view text, bool unicode) { return Safe(text, unicode, true); }

}  // namespace exdiag::report
