#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string>

#include "authoring/captures.h"
#include "authoring/lint_checks.h"
#include "rules/pattern.h"
#include "rules/required_literals.h"

namespace exdiag::authoring {
namespace {

using Kind = rules::Predicate::Kind;

constexpr size_t kShortestLiteral = 6;
// A counted gap such as .{0,200} takes an instruction or more for each count, but as the text is
// found by a literal first, it is run over one record only. What makes RE2 slow is size besides
// gaps, and counted gaps in counted gaps. The largest honest pattern of the pack has 7,300.
constexpr int kMostWithoutGaps = 1000;
constexpr int kMostWithGaps = 10000;
constexpr int kMostUnbounded = 2;

std::string Quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Goes over a pattern, telling for each position whether it stands in a class, and skipping
// escapes. visit(at, in_class) for characters, visit_escape(at) for the backslash of an escape.
template <typename Visit, typename VisitEscape>
void Scan(std::string_view pattern, Visit visit, VisitEscape visit_escape) {
  bool in_class = false;
  size_t class_begin = 0;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '\\') {
      visit_escape(at);
      ++at;
    } else if (!in_class && c == '[') {
      in_class = true;
      class_begin = at + (at + 1 < pattern.size() && pattern[at + 1] == '^' ? 1 : 0);
    } else if (in_class && c == ']' && at > class_begin + 1) {
      in_class = false;
    } else {
      visit(at, in_class);
    }
  }
}

// The place of what can never be found in squeezed text, or npos; `what` names it.
size_t ImpossiblePart(std::string_view pattern, bool anchors_are_wrong, std::string* what) {
  size_t found = std::string_view::npos;
  const auto note = [&](size_t at, std::string name) {
    if (found != std::string_view::npos) return;
    found = at;
    *what = std::move(name);
  };
  Scan(
      pattern,
      [&](size_t at, bool in_class) {
        const char c = pattern[at];
        if (in_class) return;
        const std::string_view rest = pattern.substr(at);
        if (rest.starts_with("  ")) note(at, "two blanks in a row");
        if (anchors_are_wrong && (c == '^' || c == '$')) note(at, std::string("the anchor ") + c);
      },
      [&](size_t at) {
        const char c = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
        if (c == 'n' || c == 'r') note(at, "a line break");
        if (c == 't') note(at, "a tab");
        if (anchors_are_wrong && (c == 'A' || c == 'z')) note(at, std::string("the anchor \\") + c);
      });
  return found;
}

// The pattern with counted repeats over 16 made uncounted.
std::string WithoutGaps(std::string_view pattern) {
  std::string result;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
      result += pattern.substr(at++, 2);
      continue;
    }
    const size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    const size_t comma = pattern.find(',', at);
    if (end == std::string_view::npos || comma > end || end - comma < 3) {
      result += pattern[at];
      continue;
    }
    result += '*';
    at = end;
  }
  return result;
}

int UnboundedGaps(std::string_view pattern) {
  int gaps = 0;
  Scan(
      pattern,
      [&](size_t at, bool in_class) {
        if (in_class || pattern[at] != '.') return;
        const std::string_view next = pattern.substr(at + 1);
        const size_t brace = next.starts_with('{') ? next.find('}') : std::string_view::npos;
        const bool open_count = brace != std::string_view::npos && next[brace - 1] == ',';
        if (next.starts_with('*') || next.starts_with('+') || open_count) ++gaps;
      },
      [](size_t) {});
  return gaps;
}

// An unescaped dot in "System.IO", "where.exe": the word before and after it, or empty.
std::string UnescapedName(std::string_view pattern) {
  static constexpr std::array<std::string_view, 12> kEndings = {
      "exe", "dll", "ps1", "config", "xml", "ldf", "msi", "log", "err", "msp", "psm1", "inf"};
  std::string name;
  Scan(
      pattern,
      [&](size_t at, bool in_class) {
        if (in_class || pattern[at] != '.' || at == 0 || !name.empty()) return;
        size_t begin = at;
        while (begin > 0 && IsWordCharacter(pattern[begin - 1])) --begin;
        size_t end = at + 1;
        while (end < pattern.size() && IsWordCharacter(pattern[end])) ++end;
        const std::string_view before = pattern.substr(begin, at - begin);
        const std::string_view after = pattern.substr(at + 1, end - at - 1);
        if (before.size() < 2 || after.size() < 2) return;
        if (begin > 0 && pattern[begin - 1] == '\\') return;  // "\d", "\w": no word
        const bool is_type = std::isupper(static_cast<unsigned char>(before[0])) != 0 &&
                             std::isupper(static_cast<unsigned char>(after[0])) != 0;
        const bool is_file = std::find(kEndings.begin(), kEndings.end(), after) != kEndings.end();
        if (is_type || is_file) name = pattern.substr(begin, end - begin);
      },
      [](size_t) {});
  return name;
}

bool NeedsLiteral(const PatternPlace& place) {
  const bool by_name = place.kind == Kind::kSetting || place.kind == Kind::kFact ||
                       place.kind == Kind::kFile || place.kind == Kind::kException ||
                       place.kind == Kind::kPrerequisite;
  return !(by_name && place.named);
}

void CheckLiteral(const PatternPlace& place, FindingList* findings) {
  if (!NeedsLiteral(place)) return;
  const size_t length = rules::ShortestLiteral(rules::RequiredLiterals(place.node->text));
  if (length >= kShortestLiteral) return;
  const std::string has = length == 0
                              ? "no fixed text"
                              : "only " + std::to_string(length) + " fixed characters in a row";
  findings->Add("short-literal", place.node,
                "the pattern has " + has + " to find it by, but needs six",
                "take in more of the words around it, or split alternatives into several patterns "
                "under any:");
}

// False if the pattern is nothing to search by at all.
bool CheckEmpty(const PatternPlace& place, const RE2& pattern, FindingList* findings) {
  if (!RE2::PartialMatch("", pattern)) return true;
  findings->Add("empty-match", place.node, "the pattern matches the empty text, and so every log",
                "make a part of it required: + in place of *, {1,80} in place of {0,80}");
  return false;
}

void CheckPossible(const PatternPlace& place, FindingList* findings) {
  std::string what;
  const bool whole_text = place.kind == Kind::kSetting || place.kind == Kind::kFact ||
                          place.kind == Kind::kRole || place.kind == Kind::kTask || place.named;
  const size_t at = ImpossiblePart(place.node->text, !whole_text, &what);
  if (at == std::string::npos) return;
  findings->Add(
      "never-matches", place.node,
      "the pattern asks for " + what + ", which the squeezed text does not have",
      "patterns see each run of blanks and line breaks as one blank and are searched anywhere",
      std::string_view(place.node->text).substr(at, 2));
}

void CheckSpeed(const PatternPlace& place, const RE2& pattern, FindingList* findings) {
  const int gaps = UnboundedGaps(place.node->text);
  if (gaps > kMostUnbounded) {
    findings->Add("slow-pattern", place.node,
                  "the pattern has " + std::to_string(gaps) + " unbounded gaps",
                  "bound them, as in .{0,80}, or use several patterns under all:");
    return;
  }
  const int size = pattern.ProgramSize();
  if (size <= kMostWithoutGaps) return;
  const auto plain = rules::CompilePattern(WithoutGaps(place.node->text));
  const bool large = plain->ok() && plain->ProgramSize() > kMostWithoutGaps;
  if (!large && size <= kMostWithGaps) return;
  findings->Add(
      "slow-pattern", place.node,
      "the pattern takes " + std::to_string(size) + " instructions of RE2, which makes it slow",
      "shorten its counted gaps, do not nest them, and split long alternatives into several "
      "patterns");
}

void CheckDots(const PatternPlace& place, FindingList* findings) {
  const std::string name = UnescapedName(place.node->text);
  if (name.empty()) return;
  findings->Add("unescaped-dot", place.node,
                "the dot in " + Quoted(name) + " stands for any character", "write \\. for a dot",
                name);
}

void CheckNamesOf(FindingList* findings) {
  for (const NamePlace& place : ConditionsOf(findings->text()).names) {
    const std::string& name = place.node->text;
    if (place.kind == Kind::kCode) continue;
    const size_t at = name.find_first_of("\\*?[](){}|^$");
    if (at == std::string::npos) continue;
    findings->Add("name-not-pattern", place.node,
                  std::string(rules::PredicateName(place.kind)) + " compares a name, but " +
                      Quoted(name) + " is a pattern",
                  "write the name as the log has it, or a list of names; patterns belong under "
                  "error: or message:",
                  std::string_view(name).substr(at, 1));
  }
}

void CheckUsed(FindingList* findings) {
  const rules::Rule& rule = *findings->text().parsed.rule;
  const auto used = UsedCaptures(rule);
  for (const PatternPlace& place : ConditionsOf(findings->text()).patterns) {
    const auto pattern = rules::CompilePattern(place.node->text);
    for (const std::string& name : rules::GroupNames(*pattern)) {
      if (used.count(name) > 0) continue;
      findings->Add(
          "unused-capture-name", place.node,
          "the captured " + Quoted(name) + " is used by no text and no test",
          "show it by {{" + name + "}} in cause or steps, check it in a test, or drop the group",
          "(?P<" + name);
    }
  }
}

}  // namespace

void CheckPatterns(FindingList* findings) {
  for (const PatternPlace& place : ConditionsOf(findings->text()).patterns) {
    const auto pattern = rules::CompilePattern(place.node->text);
    if (CheckEmpty(place, *pattern, findings)) CheckLiteral(place, findings);
    CheckPossible(place, findings);
    CheckSpeed(place, *pattern, findings);
    CheckDots(place, findings);
  }
  CheckNamesOf(findings);
  CheckUsed(findings);
}

}  // namespace exdiag::authoring
