#include <array>
#include <cctype>

#include "input/encoding.h"

namespace exdiag::input {
namespace {

struct NamedEncoding {
  std::string_view name;
  Encoding encoding;
};

constexpr std::array kNames = {
    NamedEncoding{"utf-8", Encoding::kUtf8},
    NamedEncoding{"utf-16le", Encoding::kUtf16Le},
    NamedEncoding{"utf-16be", Encoding::kUtf16Be},
    NamedEncoding{"windows-1250", Encoding::kWindows1250},
    NamedEncoding{"windows-1251", Encoding::kWindows1251},
    NamedEncoding{"windows-1252", Encoding::kWindows1252},
    NamedEncoding{"windows-1253", Encoding::kWindows1253},
    NamedEncoding{"windows-1254", Encoding::kWindows1254},
    NamedEncoding{"shift_jis", Encoding::kShiftJis},
    NamedEncoding{"gbk", Encoding::kGbk},
    NamedEncoding{"big5", Encoding::kBig5},
    NamedEncoding{"euc-kr", Encoding::kEucKr},
    NamedEncoding{"iso-8859-1", Encoding::kLatin1},
    NamedEncoding{"ibm437", Encoding::kIbm437},
    NamedEncoding{"ibm850", Encoding::kIbm850},
};

// Other spellings, without hyphens and the like.
constexpr std::array kAliases = {
    NamedEncoding{"utf16", Encoding::kUtf16Le},    NamedEncoding{"unicode", Encoding::kUtf16Le},
    NamedEncoding{"ucs2", Encoding::kUtf16Le},     NamedEncoding{"unicodefffe", Encoding::kUtf16Be},
    NamedEncoding{"ascii", Encoding::kUtf8},       NamedEncoding{"ansi", Encoding::kWindows1252},
    NamedEncoding{"latin1", Encoding::kLatin1},    NamedEncoding{"sjis", Encoding::kShiftJis},
    NamedEncoding{"932", Encoding::kShiftJis},     NamedEncoding{"gb2312", Encoding::kGbk},
    NamedEncoding{"936", Encoding::kGbk},          NamedEncoding{"950", Encoding::kBig5},
    NamedEncoding{"949", Encoding::kEucKr},        NamedEncoding{"uhc", Encoding::kEucKr},
    NamedEncoding{"28591", Encoding::kLatin1},     NamedEncoding{"65001", Encoding::kUtf8},
    NamedEncoding{"oem", Encoding::kIbm850},       NamedEncoding{"437", Encoding::kIbm437},
    NamedEncoding{"850", Encoding::kIbm850},       NamedEncoding{"1250", Encoding::kWindows1250},
    NamedEncoding{"1251", Encoding::kWindows1251}, NamedEncoding{"1252", Encoding::kWindows1252},
    NamedEncoding{"1253", Encoding::kWindows1253}, NamedEncoding{"1254", Encoding::kWindows1254},
};

std::string Simplified(std::string_view name) {
  std::string simple;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte)) simple += static_cast<char>(std::tolower(byte));
  }
  return simple;
}

}  // namespace

std::string_view EncodingName(Encoding encoding) {
  for (const NamedEncoding& known : kNames) {
    if (known.encoding == encoding) return known.name;
  }
  return "";
}

std::optional<Encoding> EncodingFromName(std::string_view name) {
  std::string wanted = Simplified(name);
  for (const NamedEncoding& known : kNames) {
    if (Simplified(known.name) == wanted) return known.encoding;
  }
  for (const std::string_view prefix : {"cp", "codepage", "windows", "win", "ms"}) {
    if (wanted.starts_with(prefix) && wanted.size() > prefix.size()) wanted.erase(0, prefix.size());
  }
  for (const NamedEncoding& known : kAliases) {
    if (known.name == wanted) return known.encoding;
  }
  return std::nullopt;
}

std::string EncodingNames() {
  std::string names;
  for (const NamedEncoding& known : kNames) {
    if (!names.empty()) names += ", ";
    names += known.name;
  }
  return names;
}

}  // namespace exdiag::input
