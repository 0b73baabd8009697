#include "setuplog/error_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

namespace exdiag::setuplog {
namespace {

// Texts over this length are searched at their beginning only: a stack never decides what is behind
// it.
constexpr size_t kMostSearched = size_t{64} << 10;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

const RE2& ForeignBorder() {
  static const RE2 pattern(R"re(["”“„«»]\s*[^\x00-\x1f"”“„«»{}();$=:<>]{3,30}:\s*["”“„«»])re");
  return pattern;
}

// Languages that say all of it before the script ("Se generó el siguiente error cuando se ejecutó
// "…": "…") leave a colon between the quotes; a script may hold such a pair, so an exception or the
// blanks before the script's last quote must tell.
const RE2& BareBorder() {
  static const RE2 pattern(
      R"re((?:\n[ \t]*["”“„»]\s*:\s*["”“„«]|["”“„»]\s*:\s*["”“„«]\s*(?:[A-Z]\w*\.)+\w*Exception\b))re");
  return pattern;
}

const RE2& EnglishBorder() {
  static const RE2 pattern(R"re(["”“„]\s*was\s+run:\s*["”“„]?)re");
  return pattern;
}

struct Span {
  size_t begin = std::string_view::npos;
  size_t end = 0;
};

// The last match of the English border, or the first of the foreign one.
Span FindBorder(std::string_view text) {
  Span span;
  re2::StringPiece rest = Piece(text);
  re2::StringPiece found;
  while (EnglishBorder().Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1)) {
    span.begin = static_cast<size_t>(found.data() - text.data());
    span.end = span.begin + found.size();
    rest.remove_prefix(static_cast<size_t>(found.data() + found.size() - rest.data()));
  }
  if (span.begin != std::string_view::npos) return span;
  if (ForeignBorder().Match(Piece(text), 0, text.size(), RE2::UNANCHORED, &found, 1)) {
    span.begin = static_cast<size_t>(found.data() - text.data());
    span.end = span.begin + found.size();
  } else if (BareBorder().Match(Piece(text), 0, text.size(), RE2::UNANCHORED, &found, 1)) {
    span.begin = static_cast<size_t>(found.data() - text.data());
    span.end = span.begin + std::string_view(found.data(), found.size()).find_last_of("\"”“„«") + 1;
  }
  return span;
}

std::string_view TrimmedRight(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
    text.remove_suffix(1);
  return text;
}

// "Exception from HRESULT: 0x800706D9" in the message counts where the type does not carry it.
std::string HresultIn(std::string_view message) {
  static const RE2 pattern(R"re(HRESULT:?\s*(0[xX][0-9A-Fa-f]{8}))re");
  std::string code;
  RE2::PartialMatch(Piece(message), pattern, &code);
  return code;
}

}  // namespace

GeneratedError SplitGeneratedError(std::string_view text) {
  constexpr std::string_view kClear = "error.Clear";
  GeneratedError parts;
  const size_t clear = text.find(kClear);
  if (clear == std::string_view::npos || clear > 400) return parts;
  const Span border = FindBorder(text);
  const size_t script_at = clear > 0 ? text.rfind('$', clear) : 0;
  const size_t begin = script_at == std::string_view::npos ? clear : script_at;
  if (border.begin == std::string_view::npos || border.begin < begin) {
    parts.script = TrimmedRight(text.substr(begin));
    return parts;
  }
  parts.script = TrimmedRight(text.substr(begin, border.begin - begin));
  parts.exception = text.substr(border.end);
  parts.exception_at = border.end;
  return parts;
}

std::vector<ExceptionInfo> ExceptionsIn(const Record& record, size_t from) {
  static const RE2 pattern(
      R"re(((?:[A-Z][\w`+]*\.)+[A-Z][\w`+]*(?:Exception|Error|Fault|Failure)(?:`\d)?)(?: \((0x[0-9A-Fa-f]{8})\))?:\s*([^\n]*))re");
  std::vector<ExceptionInfo> exceptions;
  const std::string_view text = std::string_view(record.text).substr(0, from + kMostSearched);
  re2::StringPiece rest = Piece(text.substr(std::min(from, text.size())));
  std::string type, hresult, message;
  re2::StringPiece found[4];
  while (exceptions.size() < 32 && pattern.Match(rest, 0, rest.size(), RE2::UNANCHORED, found, 4)) {
    ExceptionInfo info;
    info.type = found[1].as_string();
    // "… Search Foundation for Exchange.System.TimeoutException": the product's name ran into the
    // type.
    if (info.type.rfind("Exchange.System.", 0) == 0) info.type.erase(0, 9);
    info.hresult = found[2].as_string();
    std::string_view text_of_it(found[3].data(), found[3].size());
    size_t consumed = text_of_it.size();
    if (const size_t inner = text_of_it.find(" ---> "); inner != std::string_view::npos) {
      text_of_it = text_of_it.substr(0, inner);
      consumed = inner;
    }
    text_of_it = TrimmedRight(text_of_it);
    if (text_of_it.size() > 2 && text_of_it.substr(text_of_it.size() - 2) == "\".") {
      text_of_it.remove_suffix(2);
    }
    info.message = text_of_it;
    if (info.hresult.empty()) info.hresult = HresultIn(text_of_it);
    info.line = LineAt(record, static_cast<size_t>(found[1].data() - record.text.data()));
    const bool known = std::any_of(
        exceptions.begin(), exceptions.end(),
        [&](const ExceptionInfo& e) { return e.type == info.type && e.message == info.message; });
    if (!known) exceptions.push_back(std::move(info));
    rest.remove_prefix(static_cast<size_t>(found[3].data() + consumed - rest.data()));
  }
  return exceptions;
}

std::string ReferenceId(std::string_view text) {
  static const RE2 pattern(R"re(Id\s*=\s*([^\s,;"']+))re");
  std::string id;
  RE2::PartialMatch(Piece(text), pattern, &id);
  return id;
}

}  // namespace exdiag::setuplog
