#include "authoring/lint_fix.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "authoring/known_hosts.h"
#include "rules/rule_pack.h"

namespace exdiag::authoring {
namespace {

using rules::YamlNode;

// A fix changes the text; it is kept only if the file still reads as the same rule.
using Fix = std::function<std::string(const RuleText&)>;

std::string LineEndsFixed(const RuleText& text) {
  std::string_view rest = text.text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  std::string fixed;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);  // npos + 1 is 0
    fixed += std::string(line) + '\n';
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return fixed;
}

std::vector<std::string> LinesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// The lines of one key with the comments above it.
struct Section {
  size_t rank = 0;
  size_t begin = 0;
};

bool IsCommentOrBlank(const std::string& line) { return line.empty() || line.starts_with('#'); }

// Keys of the rule itself: those of steps stand within lines that may share a dash.
std::string OrderFixed(const RuleText& text) {
  const auto keys = rules::RuleKeys();
  const std::vector<std::string> lines = LinesOf(text.text);
  std::vector<Section> sections;
  for (const auto& [key, value] : text.root->entries) {
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&name = key.text](const auto& k) { return k.name == name; });
    auto begin = static_cast<size_t>(key.line - 1);
    if (key.column != 1) return text.text;
    while (begin > 0 && IsCommentOrBlank(lines[begin - 1])) --begin;
    sections.push_back({static_cast<size_t>(found - keys.begin()), begin});
  }
  if (sections.empty()) return text.text;
  std::vector<std::pair<size_t, std::string>> parts;
  for (size_t i = 0; i < sections.size(); ++i) {
    const size_t end = i + 1 < sections.size() ? sections[i + 1].begin : lines.size();
    std::string part;
    for (size_t line = sections[i].begin; line < end; ++line) part += lines[line] + '\n';
    parts.emplace_back(sections[i].rank, std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string fixed;
  for (size_t line = 0; line < sections.front().begin; ++line) fixed += lines[line] + '\n';
  for (const auto& [rank, part] : parts) fixed += part;
  return fixed;
}

// Offset of a value's first character.
size_t OffsetOf(const RuleText& text, const YamlNode& node) {
  size_t at = 0;
  for (int line = 1; line < node.line; ++line) at = text.text.find('\n', at) + 1;
  return at + static_cast<size_t>(node.column - 1);
}

// End of a double-quoted value, behind its quote; npos if it takes more than one line.
size_t EndOfQuoted(std::string_view text, size_t begin) {
  for (size_t at = begin + 1; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::string SingleQuoted(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + '\'';
}

// From the end to the start, so that places stay right.
std::string QuotesFixed(const RuleText& text) {
  std::string fixed = text.text;
  std::vector<PatternPlace> places = ConditionsOf(text).patterns;
  std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    return OffsetOf(text, *a.node) > OffsetOf(text, *b.node);
  });
  for (const PatternPlace& place : places) {
    const size_t begin = OffsetOf(text, *place.node);
    if (begin >= fixed.size() || fixed[begin] != '"' ||
        place.node->text.find('\n') != std::string::npos)
      continue;
    const size_t end = EndOfQuoted(fixed, begin);
    if (end != std::string::npos) fixed.replace(begin, end - begin, SingleQuoted(place.node->text));
  }
  return fixed;
}

std::string AddressesFixed(const RuleText& text) {
  std::string fixed = text.text;
  const YamlNode* references = text.Find("references");
  if (references == nullptr) return fixed;
  for (size_t i = references->items.size(); i-- > 0;) {
    const YamlNode& item = references->items[i];
    const std::string_view address = item.text;
    if (!address.starts_with("http://")) continue;
    const std::string_view rest = address.substr(7);
    if (!SpeaksHttps(rest.substr(0, rest.find_first_of("/?#:")))) continue;
    const size_t at = fixed.find("http://", OffsetOf(text, item));
    if (at != std::string::npos) fixed.insert(at + 4, "s");
  }
  return fixed;
}

// "2026/3/12", "12.03.2026", "2026.03.12"; 03/12/2026 may be two days and stays.
std::string DayFixed(const RuleText& text) {
  std::string fixed = text.text;
  const YamlNode* updated = text.Find("updated");
  if (updated == nullptr) return fixed;
  std::string year, month, day;
  const bool from_year =
      RE2::FullMatch(updated->text, R"((20\d\d)[./ -](\d\d?)[./ -](\d\d?))", &year, &month, &day);
  if (!from_year &&
      !RE2::FullMatch(updated->text, R"((\d\d?)\.(\d\d?)\.(20\d\d))", &day, &month, &year))
    return fixed;
  const auto two = [](const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
  };
  const size_t at = fixed.find(updated->text, OffsetOf(text, *updated));
  if (at != std::string::npos)
    fixed.replace(at, updated->text.size(), year + '-' + two(month) + '-' + two(day));
  return fixed;
}

// What a rule says, without what the fixes are about.
std::string Meaning(const RuleText& text) {
  if (!text.parsed.rule) return {};
  rules::Rule rule = *text.parsed.rule;
  rule.updated.clear();
  rule.references.clear();
  const size_t tests = rule.tests.size();
  std::vector<rules::Rule> rules;
  rules.push_back(std::move(rule));
  return rules::RulePack(std::move(rules)).Digest() + ' ' + std::to_string(tests);
}

}  // namespace

std::string FixedText(const RuleText& text) {
  if (!text.parsed.rule) return text.text;
  const std::string meaning = Meaning(text);
  RuleText current = text;
  for (const Fix& fix : {Fix(LineEndsFixed), Fix(OrderFixed), Fix(QuotesFixed), Fix(AddressesFixed),
                         Fix(DayFixed)}) {
    RuleText next = ReadRuleText(fix(current), current.path, current.folder);
    if (Meaning(next) == meaning) current = std::move(next);
  }
  return current.text;
}

}  // namespace exdiag::authoring
