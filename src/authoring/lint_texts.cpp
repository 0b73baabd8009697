#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "authoring/captures.h"
#include "authoring/lint_checks.h"
#include "rules/pattern.h"
#include "rules/spelling.h"

namespace exdiag::authoring {
namespace {

using rules::Rule;
using rules::YamlNode;

constexpr size_t kLongestTitle = 100;
constexpr size_t kMostSentences = 4;  // three, and one for an abbreviation
constexpr size_t kLongestCause = 600;

bool Matches(std::string_view text, const char* pattern) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Marks are looked for in the text of the file, so that comments count, too.
void CheckMarks(FindingList* findings) {
  std::istringstream lines(findings->text().text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    for (const std::string_view mark : {"TODO", "FIXME"}) {
      const size_t at = line.find(mark);
      if (at == std::string::npos) continue;
      if ((at > 0 && IsWordCharacter(line[at - 1])) ||
          (at + mark.size() < line.size() && IsWordCharacter(line[at + mark.size()])))
        continue;
      findings->AddAt("todo", {number, static_cast<int>(at) + 1},
                      "something is left to fill in here",
                      "write what the mark asks for and remove it");
    }
  }
}

// Words that say no more than that setup failed.
bool IsUnclear(const std::string& title) {
  static const std::set<std::string> kVague = {
      "setup",   "failed",   "fails",        "error",  "errors",     "exchange", "problem",
      "issue",   "an",       "the",          "a",      "of",         "in",       "with",
      "unknown", "occurred", "installation", "update", "cumulative", "server",   "does",
      "not",     "work",     "is",           "has",    "during"};
  std::string word;
  size_t telling = 0;
  for (const char c : title + " ") {
    if (IsWordCharacter(c) || c == '{' || c == '}') {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      telling += !word.empty() && kVague.count(word) == 0 ? 1u : 0u;
      word.clear();
    }
  }
  return telling < 2;
}

void CheckTitle(const Rule& rule, FindingList* findings) {
  const YamlNode* title = findings->text().Find("title");
  if (rule.title.ends_with('.') || rule.title.ends_with('!')) {
    findings->Add("title-form", title, "the title ends with a full stop",
                  "remove it: a title is no sentence");
  }
  if (rule.title.size() > kLongestTitle) {
    findings->Add("title-form", title,
                  "the title has " + std::to_string(rule.title.size()) +
                      " characters, but lists have room for 100",
                  "leave to \"cause\" what is not needed to tell the rule from others");
  }
  if (IsUnclear(rule.title)) {
    findings->Add(
        "title-unclear", title, "the title does not say what is wrong",
        "name the thing and its state, as in \"The certificate bound to IIS has expired\"");
  }
}

void CheckCaptureName(const AdvicePlace& place, std::string_view name,
                      const std::set<std::string>& set, FindingList* findings) {
  const std::string shown = "{{" + std::string(name) + "}}";
  if (!Matches(name, "[a-z][a-z0-9_]*")) {
    findings->Add("capture-form", place.node, shown + " is no name of a capture",
                  "write {{name}} with lower-case letters, digits and underscores, without blanks",
                  shown);
    return;
  }
  if (set.count(std::string(name)) > 0) return;
  const std::vector<std::string_view> known(set.begin(), set.end());
  const std::string_view nearest = rules::NearestWord(name, known);
  findings->Add("unset-capture", place.node, shown + " is never captured",
                nearest.empty() ? "capture it by (?P<" + std::string(name) +
                                      ">…) in match or capture, or write the text without it"
                                : "did you mean {{" + std::string(nearest) + "}}?",
                shown);
}

void CheckCaptures(const Rule& rule, FindingList* findings) {
  std::set<std::string> set = SetCaptures(rule);
  set.merge(BuiltinCaptures());
  for (const AdvicePlace& place : AdviceOf(findings->text())) {
    const std::string& text = place.node->text;
    for (const std::string_view name : Placeholders(text))
      CheckCaptureName(place, name, set, findings);
    const size_t open = text.rfind("{{");
    if (open != std::string::npos && text.find("}}", open) == std::string::npos) {
      findings->Add("capture-form", place.node, "the {{ is not closed", "close it by }}", "{{");
    }
  }
}

void CheckHead(const Rule& rule, FindingList* findings) {
  const RuleText& text = findings->text();
  constexpr std::array<std::string_view, 6> kOrder = {"2007", "2010", "2013", "2016", "2019", "SE"};
  const auto rank = [&](const std::string& product) {
    return std::find(kOrder.begin(), kOrder.end(), product);
  };
  if (!std::is_sorted(rule.products.begin(), rule.products.end(),
                      [&](const auto& a, const auto& b) { return rank(a) < rank(b); })) {
    findings->Add("product-order", text.Find("products"), "the products are not in their order",
                  "list them from old to new");
  }
  if (!rule.since.empty() && !Matches(rule.since, "\\d+\\.\\d+")) {
    findings->Add("since-form", text.Find("since"), '"' + rule.since + "\" is no version of exdiag",
                  "write for instance \"1.0\"");
  }
  if (!rule.updated.empty() &&
      !Matches(rule.updated, "20\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])")) {
    findings->Add("updated-form", text.Find("updated"),
                  '"' + rule.updated + "\" is no day as rules write it",
                  "write year, month and day, as in 2026-03-12");
  }
}

void CheckStatus(const Rule& rule, FindingList* findings) {
  const RuleText& text = findings->text();
  if (rule.status == rules::Status::kDeprecated && rule.replaced_by.empty()) {
    findings->Add("deprecated", text.Find("status"),
                  "the rule is deprecated, but names no successor",
                  "add \"replaced_by:\" with the id of the rule that took its place");
  }
  if (rule.status != rules::Status::kDeprecated && !rule.replaced_by.empty()) {
    findings->Add("deprecated", text.Find("replaced_by"),
                  "the rule names a successor, but is not deprecated",
                  "set \"status: deprecated\" or remove \"replaced_by\"");
  }
  if (rule.status == rules::Status::kExperimental && rule.false_positives.empty()) {
    findings->Add("false-positives", text.Find("status"),
                  "the rule is experimental, but does not say where it may mislead",
                  "add \"false_positives:\"");
  }
}

size_t Sentences(std::string_view text) {
  size_t sentences = 1;
  for (size_t at = 0; at + 2 < text.size(); ++at) {
    if (text[at] == '.' && text[at + 1] == ' ' &&
        std::isupper(static_cast<unsigned char>(text[at + 2])) != 0)
      ++sentences;
  }
  return sentences;
}

void CheckCause(const Rule& rule, FindingList* findings) {
  if (Sentences(rule.cause) <= kMostSentences && rule.cause.size() <= kLongestCause) return;
  findings->Add("long-cause", findings->text().Find("cause"), "the cause is long",
                "keep to one to three sentences; what to do belongs into \"steps\"");
}

}  // namespace

void CheckTexts(FindingList* findings) {
  const Rule& rule = *findings->text().parsed.rule;
  CheckMarks(findings);
  CheckTitle(rule, findings);
  CheckCaptures(rule, findings);
  CheckHead(rule, findings);
  CheckStatus(rule, findings);
  CheckCause(rule, findings);
}

}  // namespace exdiag::authoring
