#include "setuplog/paste.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <utility>

#include "setuplog/header_reader.h"
#include "setuplog/line_shape.h"
#include "setuplog/shown_checks.h"

namespace exdiag::setuplog {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

constexpr std::array<Replacement, 11> kEntities = {{
    {"&quot;", "\""},
    {"&#34;", "\""},
    {"&#39;", "'"},
    {"&apos;", "'"},
    {"&#x27;", "'"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&nbsp;", " "},
    {"&#96;", "`"},
    {"&#160;", " "},
    {"&amp;", "&"},
}};

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

constexpr std::array<Replacement, 9> kJsonEscapes = {{
    {"\\r\\n", "\n"},
    {"\\n", "\n"},
    {"\\r", "\n"},
    {"\\t", " "},
    {"\\\"", "\""},
    {"\\u0027", "'"},
    {"\\u003c", "<"},
    {"\\u003e", ">"},
    {"\\\\", "\\"},
}};

// The bytes with which the keys of a table begin.
template <size_t N>
std::string FirstBytes(const std::array<Replacement, N>& table) {
  std::string bytes;
  for (const Replacement& entry : table) {
    if (bytes.find(entry.first.front()) == std::string::npos) bytes += entry.first.front();
  }
  return bytes;
}

template <size_t N>
std::string Replaced(std::string_view text, const std::array<Replacement, N>& table) {
  const std::string first_bytes = FirstBytes(table);
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t candidate = std::min(text.find_first_of(first_bytes, at), text.size());
    result += text.substr(at, candidate - at);
    at = candidate;
    const std::string_view rest = text.substr(at);
    const auto known = std::find_if(table.begin(), table.end(), [&](const Replacement& entry) {
      return rest.starts_with(entry.first);
    });
    if (known != table.end()) {
      result += known->second;
      at += known->first.size();
    } else if (!rest.empty()) {
      result += text[at++];
    }
  }
  return result;
}

// At LF, or at CR in a text that has no LF.
std::vector<std::string_view> Lines(std::string_view text) {
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

bool IsBlank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

size_t Columns(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string_view WithoutQuoting(std::string_view line) {
  while (!line.empty() && (line.front() == '>' || (line.front() == '|' && line.size() > 1))) {
    line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  }
  return line;
}

bool IsFence(std::string_view line) {
  return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
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

std::string Repaired(std::string_view line) {
  std::string text = Replaced(WithoutQuoting(line), kEntities);
  text = Replaced(text, kTypography);
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

// What stands between the spelled-out breaks of a line, still with its other escapes.
std::vector<std::string_view> SpelledOutLines(std::string_view line) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t at = 0; at < line.size();) {
    const auto known =
        std::find_if(kJsonEscapes.begin(), kJsonEscapes.end(), [&](const Replacement& entry) {
          return line.substr(at, entry.first.size()) == entry.first;
        });
    const size_t length = known == kJsonEscapes.end() ? 1 : known->first.size();
    if (known != kJsonEscapes.end() && known->second == "\n") {
      parts.push_back(line.substr(begin, at - begin));
      begin = at + length;
    }
    at += length;
  }
  if (begin < line.size()) parts.push_back(line.substr(begin));
  return parts;
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

void AddLine(std::string_view line, int64_t number, std::vector<PasteLine>* lines) {
  PasteLine paste;
  paste.text = Repaired(line);
  paste.marks.push_back({0, number, std::string(line)});
  lines->push_back(std::move(paste));
}

std::vector<PasteLine> RepairedLines(std::string_view text) {
  std::vector<PasteLine> lines;
  int64_t number = 0;
  const std::vector<std::string_view> all = Lines(text);
  // A list beside the whole output repeats that.
  const bool list = HoldsList(all) && std::none_of(all.begin(), all.end(), HasSpelledOutBreaks);
  for (const std::string_view line : all) {
    ++number;
    if (IsFence(WithoutQuoting(line))) continue;
    std::string_view content = line;
    const bool is_element = list && IsListElement(line, &content);
    std::string unwrapped;
    if (!is_element && HasBreaksSpelledOutTwice(line)) {
      unwrapped = Replaced(line, kJsonEscapes);
      content = unwrapped;
    }
    if (!is_element && !HasSpelledOutBreaks(content)) {
      AddLine(line, number, &lines);
      continue;
    }
    if (content.empty()) AddLine("", number, &lines);
    // Each keeps its own part as the original: with the whole line, a text of 3 MB filled the
    // memory.
    for (const std::string_view part : SpelledOutLines(content)) {
      AddLine(Replaced(part, kJsonEscapes), number, &lines);
      lines.back().marks.front().original = part;
    }
  }
  return lines;
}

// Mail programs and forums put a blank line between all lines.
void DropBlankLinesBetween(std::vector<PasteLine>* lines) {
  size_t blank = 0;
  size_t adjacent = 0;
  for (size_t i = 0; i < lines->size(); ++i) {
    const bool is_blank = IsBlank((*lines)[i].text);
    blank += is_blank;
    adjacent += i > 0 && !is_blank && !IsBlank((*lines)[i - 1].text);
  }
  if (lines->size() < 6 || blank * 5 < lines->size() * 2 || adjacent * 5 > lines->size()) return;
  lines->erase(std::remove_if(lines->begin(), lines->end(),
                              [](const PasteLine& line) { return IsBlank(line.text); }),
               lines->end());
}

// True for a line that may go on the one before it: a console continues in the first column, so
// what is indented or has a form of its own begins anew.
bool MayContinue(std::string_view line) {
  return !IsBlank(line) && line.substr(0, 2) != "  " && !IsHelpLink(line) &&
         ShapeOf(line).shape == LineShape::kContinuation;
}

// The column at which a console broke the lines: the length of most lines that another may
// continue, if at least three have it, or one has it and it is a usual width. 0: lines were not
// broken at a column.
size_t BreakColumn(const std::vector<PasteLine>& lines) {
  std::array<int, 201> count{};
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const size_t columns = Columns(lines[i].text);
    if (columns >= 60 && columns < count.size() && MayContinue(lines[i + 1].text)) ++count[columns];
  }
  const auto most = std::max_element(count.begin(), count.end());
  const size_t column = static_cast<size_t>(most - count.begin());
  const bool usual = column == 80 || column == 79 || column == 120;
  return *most >= 3 || (*most >= 1 && usual) ? column : 0;
}

void Append(PasteLine next, std::string_view between, PasteLine* line) {
  line->text += between;
  const size_t shift = line->text.size();
  for (LineMark& mark : next.marks) {
    mark.offset += shift;
    line->marks.push_back(std::move(mark));
  }
  line->text += next.text;
}

// Joins a line that reaches the break column with the next one; the break stands for nothing.
void JoinBrokenLines(std::vector<PasteLine>* lines) {
  const size_t column = BreakColumn(*lines);
  if (column == 0) return;
  std::vector<PasteLine> joined;
  bool open = false;
  for (PasteLine& line : *lines) {
    const bool full = Columns(line.text) == column;
    if (open && MayContinue(line.text)) {
      Append(std::move(line), "", &joined.back());
    } else {
      joined.push_back(std::move(line));
    }
    open = full;
  }
  *lines = std::move(joined);
}

// Setup writes many quotes, all of them plain; in a text that has none of these but others, a tool
// or an editor has changed them.
bool HasChangedQuotes(std::string_view head) {
  if (head.find_first_of("\"'") != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 7> kChanged = {"&quot;", "&#39;",  "&#x27;", "&#34;",
                                                        "&apos;", "\u201c", "\u2018"};
  return std::any_of(kChanged.begin(), kChanged.end(), [&](std::string_view changed) {
    return head.find(changed) != std::string_view::npos;
  });
}

}  // namespace

bool IsPlainLog(std::string_view head) {
  if (HasChangedQuotes(head)) return false;
  int lines = 0;
  int stamped = 0;
  int quoted = 0;
  bool title = false;
  size_t longest = 0;
  for (const std::string_view line : Lines(head)) {
    if (++lines > 400) break;
    longest = std::max(longest, line.size());
    quoted += !line.empty() && (line.front() == '>' || line.front() == '|' || IsFence(line));
    const ShapedLine shaped = ShapeOf(line);
    stamped += shaped.shape != LineShape::kContinuation;
    title = title || (shaped.shape != LineShape::kContinuation && IsTitle(shaped.text));
  }
  if (stamped == 0 || quoted > 0) return false;
  // Setup writes lines of any length; a text whose lines all end at a console's width was broken.
  const bool broken = lines - stamped > 4 && longest <= 132;
  return !broken && (title || (stamped * 10 >= lines * 9 && stamped > 20));
}

std::vector<PasteLine> RepairPaste(std::string_view text) {
  std::vector<PasteLine> lines = RepairedLines(text);
  DropBlankLinesBetween(&lines);
  JoinBrokenLines(&lines);
  return lines;
}

bool SpeaksOfSetup(std::string_view text) {
  static const RE2 pattern(
      R"re((?i)exchange|error\.Clear ?\(|\[ERROR\]|\[REQUIRED\]|\[ERROR-REFERENCE\]|Failed \[Rule:|setupreadiness|v=ExBPA|ldifde|\.ldf\b|exsetdata|was run: "|Mailbox (?:role|database|server)|Hub Transport|Unified Messaging|setup\.exe|(?:Microsoft|System)\.[\w.]+Exception|exit code \d+|(?:remove|install)\w* product with code|installation source for this product|error code (?:is )?'?\d+|HResult\b|W3SVC/|Service '[^']+' (?:failed|cannot)|AppSettings|SharedWebConfig|Active Directory|Windows (?:Installer|component)|PrepareSchema|PrepareAD|readiness check|is not installed on this computer|[Tt]his computer requires|Setup (?:can(?:'|no)t|will|encountered)|(?:before|exit|(?:re)?(?:run|start)) Setup\b|Send connector|[Uu]ninstall can(?:'|no)t|database availability group|primary DNS server|Knowledge Base article KB)re");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace exdiag::setuplog
