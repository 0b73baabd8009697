#include "diagnosis/filled_text.h"

#include <algorithm>
#include <cctype>

namespace exdiag::diagnosis {
namespace {

std::string Placeholder(std::string_view name) {
  std::string readable(name);
  std::replace(readable.begin(), readable.end(), '_', ' ');
  return "<" + readable + ">";
}

bool IsPlainWord(std::string_view value) {
  return !value.empty() && value.front() != '-' && value.size() <= 120 &&
         std::all_of(value.begin(), value.end(), [](unsigned char c) {
           return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '-' || c == ':' ||
                  c == '\\' || c == '/';
         });
}

// PowerShell ends a single-quoted string at typographic quotes, too (U+2018 to U+201B).
bool IsSafeInQuotes(std::string_view value) {
  if (value.empty() || value.size() > 300) return false;
  const bool plain = std::none_of(value.begin(), value.end(), [](unsigned char c) {
    return c < 0x20 || c == 0x7f || c == '\'' || c == '"' || c == '`';
  });
  for (const std::string_view quote : {"\u2018", "\u2019", "\u201a", "\u201b"}) {
    if (value.find(quote) != std::string_view::npos) return false;
  }
  return plain;
}

// Calls take(name, text before it) for each placeholder, and returns what it gives in between.
template <typename Take>
std::string Filled(std::string_view text, Take&& take) {
  std::string filled;
  while (true) {
    const size_t begin = text.find("{{");
    const size_t end = begin == std::string_view::npos ? begin : text.find("}}", begin);
    if (end == std::string_view::npos) break;
    filled += text.substr(0, begin);
    filled += take(text.substr(begin + 2, end - begin - 2), filled);
    text.remove_prefix(end + 2);
  }
  filled += text;
  return filled;
}

const std::string* ValueOf(std::string_view name, const Captures& captures) {
  const auto found = captures.find(std::string(name));
  return found == captures.end() || found->second.empty() ? nullptr : &found->second;
}

bool IsFilled(std::string_view text, const Captures& captures) {
  bool filled = true;
  Filled(text, [&](std::string_view name, const std::string&) {
    filled = filled && ValueOf(name, captures) != nullptr;
    return std::string();
  });
  return filled;
}

// The pieces between commas and semicolons that need no value that is not there.
std::string FilledPieces(std::string_view aside, const Captures& captures) {
  std::string pieces;
  while (!aside.empty()) {
    const size_t mark = std::min({aside.find(", "), aside.find("; "), aside.size()});
    const std::string_view piece = aside.substr(0, mark);
    if (IsFilled(piece, captures)) pieces += (pieces.empty() ? "" : ", ") + std::string(piece);
    aside.remove_prefix(std::min(mark + 2, aside.size()));
  }
  return pieces;
}

// The text without what its asides cannot tell.
std::string WithFilledAsides(std::string_view text, const Captures& captures) {
  std::string told;
  while (true) {
    const size_t begin = text.find(" (");
    const size_t end = begin == std::string_view::npos ? begin : text.find(')', begin);
    if (end == std::string_view::npos) break;
    const std::string_view aside = text.substr(begin + 2, end - begin - 2);
    told += text.substr(0, begin);
    if (IsFilled(aside, captures)) {
      told += text.substr(begin, end + 1 - begin);
    } else if (const std::string pieces = FilledPieces(aside, captures); !pieces.empty()) {
      told += " (" + pieces + ")";
    }
    text.remove_prefix(end + 1);
  }
  return told += text;
}

}  // namespace

std::string FilledText(std::string_view text, const Captures& captures) {
  return Filled(text, [&](std::string_view name, const std::string&) {
    const std::string* value = ValueOf(name, captures);
    return value != nullptr ? *value : Placeholder(name);
  });
}

std::string FilledSentence(std::string_view text, const Captures& captures) {
  return FilledText(WithFilledAsides(text, captures), captures);
}

std::string FilledCommand(std::string_view command, const Captures& captures) {
  return Filled(command, [&](std::string_view name, const std::string& before) {
    const std::string* value = ValueOf(name, captures);
    if (value == nullptr) return Placeholder(name);
    const bool quoted = std::count(before.begin(), before.end(), '\'') % 2 == 1;
    return (quoted ? IsSafeInQuotes(*value) : IsPlainWord(*value)) ? *value : Placeholder(name);
  });
}

std::string FilledLocalCommand(std::string_view command, const Captures& captures) {
  struct Known {
    std::string_view name;
    std::string_view quoted;
    std::string_view on_the_server;
  };
  std::string local(command);
  for (const Known& known :
       {Known{"server", "'{{server}}'", "$env:COMPUTERNAME"},
        Known{"install_directory", "'{{install_directory}}'", "$env:ExchangeInstallPath"}}) {
    if (ValueOf(known.name, captures) != nullptr) continue;
    for (size_t at = local.find(known.quoted); at != std::string::npos;
         at = local.find(known.quoted, at)) {
      local.replace(at, known.quoted.size(), known.on_the_server);
    }
  }
  return FilledCommand(local, captures);
}

}  // namespace exdiag::diagnosis
