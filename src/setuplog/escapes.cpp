#include "setuplog/escapes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "input/utf8_text.h"

namespace exdiag::setuplog {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Those that stand in texts of setup, and the letters of languages in which mails about it are
// written.
constexpr std::array<Replacement, 35> kEntities = {{
    {"quot", "\""},       {"apos", "'"},        {"lt", "<"},          {"gt", ">"},
    {"amp", "&"},         {"nbsp", " "},        {"ensp", " "},        {"emsp", " "},
    {"thinsp", " "},      {"zwnj", ""},         {"shy", ""},          {"Tab", "\t"},
    {"ldquo", "\""},      {"rdquo", "\""},      {"bdquo", "\""},      {"laquo", "\u00ab"},
    {"raquo", "\u00bb"},  {"lsquo", "'"},       {"rsquo", "'"},       {"sbquo", "'"},
    {"grave", "`"},       {"hellip", "..."},    {"ndash", "\u2013"},  {"mdash", "\u2014"},
    {"auml", "\u00e4"},   {"ouml", "\u00f6"},   {"uuml", "\u00fc"},   {"Auml", "\u00c4"},
    {"Ouml", "\u00d6"},   {"Uuml", "\u00dc"},   {"szlig", "\u00df"},  {"eacute", "\u00e9"},
    {"egrave", "\u00e8"}, {"agrave", "\u00e0"}, {"ccedil", "\u00e7"},
}};

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

// All of `digits` as a number; nullopt if there is none or it is no character.
std::optional<uint32_t> CodePoint(std::string_view digits, int base) {
  uint32_t value = 0;
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  for (const char c : digits) {
    if (DigitOf(c) >= base) return std::nullopt;
    value = value * static_cast<uint32_t>(base) + static_cast<uint32_t>(DigitOf(c));
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value == 0 || surrogate || value > 0x10FFFF ? std::nullopt : std::optional(value);
}

void AppendPrintable(uint32_t code_point, std::string* text) {
  if (code_point < 0x20 || code_point == 0x7F) {
    *text += ' ';
  } else {
    input::AppendUtf8(code_point, text);
  }
}

// Appends the character of "quot" or "#8220"; false if there is none of this name.
bool AppendEntity(std::string_view name, std::string* text) {
  if (name.starts_with('#')) {
    const bool hex = name.substr(1, 1) == "x" || name.substr(1, 1) == "X";
    const auto code_point = CodePoint(name.substr(hex ? 2 : 1), hex ? 16 : 10);
    if (code_point) AppendPrintable(*code_point, text);
    return code_point.has_value();
  }
  const auto known = std::find_if(kEntities.begin(), kEntities.end(),
                                  [&](const Replacement& entity) { return entity.first == name; });
  if (known == kEntities.end()) return false;
  *text += known->second;
  return true;
}

std::string WithoutOneLayerOfEntities(std::string_view text) {
  constexpr size_t kLongest = 9;  // "#x10FFFF"
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t next = std::min(text.find('&', at), text.size());
    result += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const size_t length = text.substr(at + 1, kLongest + 1).find(';');
    if (length != std::string_view::npos && AppendEntity(text.substr(at + 1, length), &result)) {
      at += length + 2;
    } else {
      result += text[at++];
    }
  }
  return result;
}

// The length of a spelled-out break at the start of a text; 0 if there is none.
size_t BreakLength(std::string_view text) {
  if (text.starts_with("\\r\\n")) return 4;
  return text.starts_with("\\n") || text.starts_with("\\r") ? 2 : 0;
}

// The length of an escape, 1 where there is none.
size_t EscapeLength(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\') return 1;
  return text[1] == 'u' && CodePoint(text.substr(2, 4), 16) && text.size() >= 6 ? 6 : 2;
}

// A character above U+FFFF is two escapes; what stands in logs is below, so each half is left.
void AppendUnescaped(std::string_view escape, std::string* text) {
  if (escape.size() == 6) {
    AppendPrintable(*CodePoint(escape.substr(2), 16), text);
  } else if (escape[1] == 't') {
    *text += ' ';
  } else if (std::string_view("\"\\/'").find(escape[1]) != std::string_view::npos) {
    *text += escape[1];
  } else {
    *text += escape;  // no escape: a path that was not escaped
  }
}

// Appends what the beginning of the text stands for, and gives the length of that beginning.
size_t AppendNext(std::string_view text, std::string* result) {
  if (const size_t length = BreakLength(text); length > 0) {
    *result += '\n';
    return length;
  }
  const size_t length = EscapeLength(text);
  if (length == 1) {
    *result += text[0];
  } else {
    AppendUnescaped(text.substr(0, length), result);
  }
  return length;
}

}  // namespace

std::string WithoutEntities(std::string_view text) {
  constexpr int kMostLayers = 3;
  std::string result(text);
  for (int layer = 0; layer < kMostLayers && result.find('&') != std::string::npos; ++layer) {
    std::string peeled = WithoutOneLayerOfEntities(result);
    if (peeled == result) break;
    result = std::move(peeled);
  }
  return result;
}

std::string WithoutJsonEscapes(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) text.remove_prefix(AppendNext(text, &result));
  return result;
}

std::vector<std::string_view> WithEscapes(const std::vector<std::string_view>& parts,
                                          std::string_view unescaped, std::string_view escaped) {
  std::vector<std::string_view> originals;
  std::string next;
  size_t at = 0;
  size_t reached = 0;  // of `unescaped`, by what stands before `at`
  const auto reach = [&](const char* place) {
    while (reached < static_cast<size_t>(place - unescaped.data()) && at < escaped.size()) {
      next.clear();
      at += AppendNext(escaped.substr(at), &next);
      reached += next.size();
    }
    return at;
  };
  for (const std::string_view part : parts) {
    const size_t begin = reach(part.data());
    originals.push_back(escaped.substr(begin, reach(part.data() + part.size()) - begin));
  }
  return originals;
}

std::vector<std::string_view> SpelledOutLines(std::string_view line) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t at = 0; at < line.size();) {
    const size_t length = BreakLength(line.substr(at));
    if (length > 0) {
      parts.push_back(line.substr(begin, at - begin));
      begin = at + length;
    }
    at += length > 0 ? length : EscapeLength(line.substr(at));
  }
  if (begin < line.size()) parts.push_back(line.substr(begin));
  return parts;
}

std::string WithoutTerminalCodes(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) != "\x1b[") {
      result += text[at++];
      continue;
    }
    at = std::min(text.find_first_not_of("0123456789;:?", at + 2), text.size());
    if (at < text.size()) ++at;  // the letter that ends it
  }
  return result;
}

bool IsQuotedPrintable(const std::vector<std::string_view>& lines) {
  constexpr size_t kLongest = 76;  // of a line, by the standard of mails
  size_t longer = 0;
  size_t broken = 0;
  size_t escapes = 0;
  for (const std::string_view line : lines) {
    longer += line.size() > kLongest;
    broken += line.ends_with('=');
    escapes += line.find("=3D") != std::string_view::npos ||
               line.find("=20") != std::string_view::npos ||
               line.find("=C3=") != std::string_view::npos ||
               line.find("=E2=80") != std::string_view::npos;
  }
  return broken >= 3 && (escapes > 0 || broken * 10 > lines.size()) && longer * 10 <= lines.size();
}

std::string WithoutQuotedPrintable(std::string_view line, bool* goes_on) {
  *goes_on = line.ends_with('=');
  if (*goes_on) line.remove_suffix(1);
  std::string result;
  for (size_t at = 0; at < line.size();) {
    const auto byte = line[at] == '=' ? CodePoint(line.substr(at + 1, 2), 16) : std::nullopt;
    if (byte && line.size() >= at + 3) {
      result += static_cast<char>(*byte);
      at += 3;
    } else {
      result += line[at++];
    }
  }
  return result;
}

}  // namespace exdiag::setuplog
