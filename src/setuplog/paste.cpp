#include "setuplog/paste.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "setuplog/header_reader.h"
#include "setuplog/line_repair.h"
#include "setuplog/line_shape.h"
#include "setuplog/shown_checks.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kWidest = 320;  // columns of a console that fills a large screen

size_t Columns(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
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

// A block that was marked in a console comes with each line filled up by blanks to its width, so
// that every line seems to have reached it.
void DropPadding(std::vector<PasteLine>* lines) {
  constexpr size_t kFewest = 5;
  std::array<size_t, kWidest + 1> count{};
  size_t padded = 0;
  for (const PasteLine& line : *lines) {
    ++count[std::min(Columns(line.text), kWidest)];
    padded += line.text.ends_with("  ");
  }
  const size_t most = *std::max_element(count.begin() + 1, count.end());
  if (padded < kFewest || most < kFewest || most * 4 < lines->size() * 3) return;
  for (PasteLine& line : *lines) {
    const size_t end = line.text.find_last_not_of(' ') + 1;
    line.text.resize(std::max(end, line.marks.back().offset));
  }
}

// True for a line that may go on the one before it: a console continues in the first column, so
// what is indented or has a form of its own begins anew.
bool MayContinue(std::string_view line) {
  return !IsBlank(line) && line.substr(0, 2) != "  " && !IsHelpLink(line) &&
         ShapeOf(line, false).shape == LineShape::kContinuation;
}

// The column at which a console broke the lines: the length of most lines that another may
// continue, if at least three have it, or one has it and it is a usual width. 0: lines were not
// broken at a column. A mail program breaks at blanks, some columns before its width as often as at
// it.
size_t BreakColumn(const std::vector<PasteLine>& lines) {
  constexpr size_t kNarrowest = 40;
  constexpr int kLastWord = 15;  // columns that a word at the end of a line may have
  std::array<int, kWidest + 1> count{};
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const size_t columns = Columns(lines[i].text);
    if (columns < count.size() && MayContinue(lines[i + 1].text)) ++count[columns];
  }
  const auto most = std::max_element(count.begin() + kNarrowest, count.end());
  const size_t column = static_cast<size_t>(most - count.begin());
  const bool usual = column == 80 || column == 79 || column == 120;
  // Without a blank at its end, a full line has a column less.
  if (std::accumulate(most - kLastWord, most - 1, 0) > *most) return 0;
  return *most >= 3 || (*most >= 1 && usual) ? column : 0;
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
      Join(std::move(line), "", &joined.back());
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
  constexpr std::array<std::string_view, 10> kChanged = {"&quot;", "&#39;",   "&#x27;",  "&#34;",
                                                         "&apos;", "&ldquo;", "&lsquo;", "&amp;",
                                                         "\u201c", "\u2018"};
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
  int long_lines = 0;
  size_t longest = 0;
  for (const std::string_view line : LinesOf(head)) {
    if (++lines > 400) break;
    longest = std::max(longest, line.size());
    long_lines += line.size() > 132;
    quoted += !line.empty() && (line.front() == '>' || line.front() == '|' || IsFence(line));
    const ShapedLine shaped = ShapeOf(line);
    stamped += shaped.shape != LineShape::kContinuation;
    title = title || (shaped.shape != LineShape::kContinuation && IsTitle(shaped.text));
  }
  if (stamped == 0 || quoted > 0) return false;
  // Setup's longest lines stand among others; a form of one line has swallowed the breaks.
  if (lines <= 2 && longest > 2000) return false;
  // Setup writes lines of any length, one in ten over 132; a text whose lines end at the width of a
  // console or mail, but for names that had no blank, was broken.
  const bool broken = lines - stamped > 4 && long_lines * 50 <= lines;
  return !broken && (title || (stamped * 10 >= lines * 9 && stamped > 20));
}

std::vector<PasteLine> RepairPaste(std::string_view text) {
  std::vector<PasteLine> lines = RepairedLines(text);
  DropPadding(&lines);
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
