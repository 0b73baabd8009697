#include "setuplog/line_repair.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <utility>

#include "setuplog/escapes.h"
#include "setuplog/html_tags.h"
#include "setuplog/line_prefix.h"
#include "setuplog/line_shape.h"

namespace exdiag::setuplog {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Typographic quotes, no-break and zero-width blanks, an ellipsis that a mail program made of dots.
constexpr std::array<Replacement, 16> kTypography = {{
    {"\u201c", "\""},
    {"\u201d", "\""},
    {"\u201e", "\""},
    {"\u201f", "\""},
    {"\u00ab", "\""},
    {"\u00bb", "\""},
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\u201a", "'"},
    {"\u201b", "'"},
    {"\u00a0", " "},
    {"\u2007", " "},
    {"\u202f", " "},
    {"\u200b", ""},
    {"\ufeff", ""},
    {"\u2026", "..."},
}};

std::string WithPlainTypography(std::string_view text) {
  constexpr std::string_view kFirstBytes = "\xC2\xE2\xEF";  // of the table's texts
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t next = std::min(text.find_first_of(kFirstBytes, at), text.size());
    result += text.substr(at, next - at);
    at = next;
    const std::string_view rest = text.substr(at);
    const auto known =
        std::find_if(kTypography.begin(), kTypography.end(),
                     [&](const Replacement& entry) { return rest.starts_with(entry.first); });
    if (known != kTypography.end()) {
      result += known->second;
      at += known->first.size();
    } else if (!rest.empty()) {
      result += text[at++];
    }
  }
  return result;
}

std::string_view WithoutQuoting(std::string_view line) {
  while (!line.empty() && (line.front() == '>' || (line.front() == '|' && line.size() > 1))) {
    line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  }
  return line;
}

// "\[ERROR\]" of Markdown becomes "[ERROR]"; a backslash in a path stays.
std::string WithoutMarkdownEscapes(std::string_view line) {
  std::string result;
  for (size_t i = 0; i < line.size(); ++i) {
    const bool escape =
        line[i] == '\\' && i + 1 < line.size() && std::strchr("[]_*`#<>", line[i + 1]) != nullptr;
    if (!escape) result += line[i];
  }
  return result;
}

std::string Repaired(std::string_view line, bool html) {
  const std::string_view bare = WithoutQuoting(line);
  std::string text = WithoutEntities(html ? WithoutTags(bare) : bare);
  text = WithPlainTypography(text);
  if (text.find("\\[") != std::string::npos) text = WithoutMarkdownEscapes(text);
  if (text.size() > 2 && text.front() == '`' && text.back() == '`')
    text = text.substr(1, text.size() - 2);
  return text;
}

// A tool's output in which line breaks are spelled out: one physical line holds many.
bool HasSpelledOutBreaks(std::string_view line) {
  static const RE2 pattern(R"re(\\r\\n|\\n(?:\[|\s|at |The |Setup|\\n))re");
  return line.size() > 60 && RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

// JSON within JSON, as runners of automation wrap the result of a step.
bool HasBreaksSpelledOutTwice(std::string_view line) {
  static const RE2 pattern(R"re(\\\\r\\\\n|\\\\n(?:\[|at |The |Setup))re");
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

// An element of a list of strings in JSON, as automation tools print output line by line.
bool IsListElement(std::string_view line, std::string_view* content) {
  static const RE2 pattern(R"re(^\s*"((?:[^"\\]|\\.)*)",?\s*$)re");
  re2::StringPiece inner;
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &inner)) return false;
  *content = {inner.data(), inner.size()};
  return true;
}

bool HoldsList(const std::vector<std::string_view>& lines) {
  std::string_view content;
  size_t elements = 0;
  size_t others = 0;
  for (const std::string_view line : lines) {
    const bool is_element = !IsBlank(line) && IsListElement(line, &content);
    elements += is_element;
    others += !is_element && !IsBlank(line);
  }
  return elements >= 4 && elements > others;
}

// True if `text` holds more than the marks that mails and tables put before a line.
bool HoldsWords(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; });
}

// The parts of a line whose breaks were lost: those that are none of a text file (Word's, XML's),
// and those before stamps, which a form of one line has swallowed.
std::vector<std::string_view> LinesWithin(std::string_view line) {
  static const RE2 pattern(
      R"re((\x0b|\x{0085}|\x{2028}|\x{2029}|_x000D__x000A_|&#xD;&#xA;|&#13;&#10;))re"
      R"re(|(\[\d{1,2}[/.-]\d{1,2}[/.-]\d{4} [\d:.]{7,13}(?: [AP]M)?\] \[\d\] ))re");
  std::vector<std::string_view> lines;
  re2::StringPiece rest(line.data(), line.size());
  re2::StringPiece line_break;
  re2::StringPiece stamp;
  size_t begin = 0;
  while (RE2::FindAndConsume(&rest, pattern, &line_break, &stamp)) {
    const re2::StringPiece& found = line_break.empty() ? stamp : line_break;
    const auto at = static_cast<size_t>(found.data() - line.data());
    const std::string_view before = line.substr(begin, at - begin);
    if (line_break.empty() && !HoldsWords(before)) continue;
    lines.push_back(before);
    begin = at + line_break.size();
  }
  lines.push_back(line.substr(begin));
  return lines;
}

class LineRepair {
 public:
  explicit LineRepair(std::string_view text)
      : all_(LinesOf(text)),
        prefix_(all_),
        list_(HoldsList(all_)),
        html_(HoldsHtml(text)),
        quoted_printable_(IsQuotedPrintable(all_)) {}

  std::vector<PasteLine> Repair() {
    bool goes_on = false;
    for (const std::string_view line : all_) {
      ++number_;
      if (IsFence(WithoutQuoting(line))) continue;
      const size_t first = lines_.size();
      const bool joins = std::exchange(goes_on, false);
      AddLine(line, &goes_on);
      if (joins && first > 0 && first < lines_.size()) JoinWithLineBefore(first);
    }
    return std::move(lines_);
  }

 private:
  // *goes_on: the next line belongs to this one.
  void AddLine(std::string_view line, bool* goes_on) {
    std::string decoded;
    std::string_view content = line;
    if (quoted_printable_) content = decoded = WithoutQuotedPrintable(content, goes_on);
    if (content.find('\x1b') != std::string_view::npos)
      content = decoded = WithoutTerminalCodes(content);
    content = prefix_.Without(content);
    if (!AddSpelledOut(content)) AddParts(content, line);
  }

  // False if the line is no string of JSON.
  bool AddSpelledOut(std::string_view content) {
    const bool is_element = list_ && IsListElement(content, &content);
    const std::string_view wrapped = content;
    std::string unwrapped;
    if (!is_element && HasBreaksSpelledOutTwice(content))
      content = unwrapped = WithoutJsonEscapes(content);
    if (!is_element && !HasSpelledOutBreaks(content)) return false;
    if (content.empty()) Put("", content);
    // Each keeps its own part as the original: with the whole line, a text of 3 MB filled the
    // memory.
    const std::vector<std::string_view> parts = SpelledOutLines(content);
    const auto originals = unwrapped.empty() ? parts : WithEscapes(parts, unwrapped, wrapped);
    for (size_t i = 0; i < parts.size(); ++i) Put(WithoutJsonEscapes(parts[i]), originals[i]);
    return true;
  }

  // `content`: of the line, decoded. A line is parted only where its parts can be quoted.
  void AddParts(std::string_view content, std::string_view line) {
    const std::vector<std::string_view> parts = PartsOf(content);
    if (parts.size() == 1) return Put(parts.front(), line);
    const bool as_it_stands = line.find(content) != std::string_view::npos;
    const std::vector<std::string_view> originals = as_it_stands ? parts : PartsOf(line);
    if (originals.size() != parts.size()) return Put(content, line);
    for (size_t i = 0; i < parts.size(); ++i) Put(parts[i], originals[i]);
  }

  std::vector<std::string_view> PartsOf(std::string_view content) const {
    std::vector<std::string_view> parts;
    for (const std::string_view between :
         html_ ? LinesBetweenTags(content) : std::vector<std::string_view>{content}) {
      const auto within = LinesWithin(between);
      parts.insert(parts.end(), within.begin(), within.end());
    }
    return parts;
  }

  void Put(std::string_view text, std::string_view original) {
    PasteLine paste;
    paste.text = Repaired(text, html_);
    paste.marks.push_back({0, number_, std::string(original)});
    lines_.push_back(std::move(paste));
  }

  void JoinWithLineBefore(size_t at) {
    Join(std::move(lines_[at]), "", &lines_[at - 1]);
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  std::vector<std::string_view> all_;
  LinePrefix prefix_;
  bool list_;
  bool html_;
  bool quoted_printable_;
  std::vector<PasteLine> lines_;
  int64_t number_ = 0;
};

}  // namespace

// At LF, or at CR in a text that has no LF.
std::vector<std::string_view> LinesOf(std::string_view text) {
  const char separator = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    std::string_view line = text.substr(0, end);
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool IsFence(std::string_view line) {
  return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
}

void Join(PasteLine next, std::string_view between, PasteLine* line) {
  line->text += between;
  const size_t shift = line->text.size();
  for (LineMark& mark : next.marks) {
    mark.offset += shift;
    line->marks.push_back(std::move(mark));
  }
  line->text += next.text;
}

std::vector<PasteLine> RepairedLines(std::string_view text) { return LineRepair(text).Repair(); }

}  // namespace exdiag::setuplog
