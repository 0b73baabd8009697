#include "matching/nearest.h"

#include <algorithm>
#include <cctype>

#include "matching/evidence_lines.h"
#include "matching/facts.h"
#include "matching/names.h"
#include "rules/plain_form.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

constexpr size_t kLongest = 200;
constexpr size_t kMostNames = 12;

// The words of a pattern that may stand in a text: letters only, without the names of groups and
// what a backslash makes of a letter.
std::vector<std::string> WordsOf(std::string_view pattern) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (word.size() >= 3 && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
    word.clear();
  };
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern.substr(at, 4) == "(?P<") at = std::min(pattern.find('>', at), pattern.size() - 1);
    const auto c = static_cast<unsigned char>(pattern[at]);
    if (std::isalpha(c) != 0 || c >= 0x80) {
      word += static_cast<char>(c);
      continue;
    }
    end_word();
    if (c == '\\') ++at;
    if (c == '[') at = std::min(pattern.find(']', at + 2), pattern.size() - 1);
  }
  end_word();
  for (std::string& w : words) w = rules::FoldCase(w);
  return words;
}

// The densest place: a window of a text with most of the words, weighed by their length.
struct Nearest {
  size_t weight = 0;
  std::string text;
};

size_t WeightIn(std::string_view folded, const std::vector<std::string>& words) {
  size_t weight = 0;
  for (const std::string& word : words) {
    if (folded.find(word) != std::string_view::npos) weight += word.size();
  }
  return weight;
}

// Cuts a text to a window that begins at the first word after which most words follow.
std::string BestWindow(const SqueezedText& text, const std::vector<std::string>& words) {
  size_t best_at = 0;
  size_t best = 0;
  for (const std::string& word : words) {
    size_t at = text.folded().find(word);
    for (int tries = 0; at != std::string_view::npos && tries < 20; ++tries) {
      const size_t weight = WeightIn(text.folded().substr(at, kLongest), words);
      if (weight > best) {
        best = weight;
        best_at = at;
      }
      at = text.folded().find(word, at + word.size());
    }
  }
  const size_t begin = text.text().substr(0, best_at).rfind(' ') + 1;  // npos + 1 is 0
  return Shortened(text.text().substr(begin), kLongest);
}

void Compare(const TextSet& texts, const std::vector<std::string>& words, Nearest* nearest) {
  size_t best_unit = texts.size();
  for (size_t unit = 0; unit < texts.size(); ++unit) {
    const size_t weight = WeightIn(texts.Squeezed(unit).folded(), words);
    if (weight <= nearest->weight) continue;
    nearest->weight = weight;
    best_unit = unit;
  }
  if (best_unit < texts.size()) nearest->text = BestWindow(texts.Squeezed(best_unit), words);
}

std::string NearestText(const Condition& condition, const TextSet& texts) {
  const std::vector<std::string> words = WordsOf(condition.predicate->pattern);
  Nearest nearest;
  Compare(texts, words, &nearest);
  // One word of many is a coincidence.
  size_t all = 0;
  for (const std::string& word : words) all += word.size();
  return nearest.weight * 3 >= all ? nearest.text : std::string();
}

std::string Listed(const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    if (name.empty() || std::find(shown.begin(), shown.end(), name) != shown.end()) continue;
    shown.push_back(name);
  }
  std::string list;
  for (size_t i = 0; i < shown.size() && i < kMostNames; ++i)
    list += (i == 0 ? "" : ", ") + Shortened(shown[i], 120);
  if (shown.size() > kMostNames) list += ", …";
  return list;
}

std::string NearestException(const Condition& condition, const ReportTexts& report) {
  const auto& predicate = *condition.predicate;
  std::vector<std::string> described;
  for (const auto& exception : report.report().exceptions) {
    const bool same_type =
        std::any_of(predicate.names.begin(), predicate.names.end(),
                    [&](const std::string& name) { return IsTypeOrItsEnd(exception.type, name); });
    std::string text = exception.type;
    if (!exception.hresult.empty()) text += " (" + exception.hresult + ")";
    if (same_type) text += ": " + exception.message;
    described.push_back(std::move(text));
  }
  return Listed(described);
}

std::string NearestCheck(const Condition& condition, const SubjectTexts& subject) {
  const auto& predicate = *condition.predicate;
  std::vector<std::string> names;
  for (const auto& check : subject.attempt()->prerequisites) {
    const bool named = !predicate.names.empty() && IsOneOf(check.rule, predicate.names);
    if (named) return Shortened(check.rule + ": " + check.message, kLongest);
    names.push_back(check.rule);
  }
  if (!predicate.pattern.empty()) return NearestText(condition, subject.checks());
  return Listed(names);
}

std::string NearestSetting(const Condition& condition, const setuplog::Attempt& attempt) {
  std::vector<std::string> values;
  for (const auto& setting : attempt.settings) {
    if (IsOneOf(setting.name, condition.predicate->names)) values.emplace_back(setting.value);
  }
  return Listed(values);
}

std::string NearestCode(const SubjectTexts& subject, const ReportTexts* report) {
  std::vector<std::string> codes;
  if (report != nullptr) {
    for (const PlacedCode& code : report->codes()) codes.push_back(code.written);
  }
  for (const PlacedCode& code : subject.companion_codes()) codes.push_back(code.written);
  return Listed(codes);
}

std::string NearestOfReport(const Condition& condition, const ReportTexts& report) {
  switch (condition.predicate->kind) {
    case Kind::kError:
      return NearestText(condition, report.errors());
    case Kind::kException:
      return NearestException(condition, report);
    case Kind::kCmdlet:
      return Listed(report.report().cmdlets);
    case Kind::kScript: {
      const std::string nearest = NearestText(condition, report.script());
      return nearest.empty() ? Shortened(report.script().Squeezed(0).text(), kLongest) : nearest;
    }
    case Kind::kComponent:
      return Listed({report.report().reference_id, report.report().component});
    case Kind::kRole:
      return report.report().role;
    case Kind::kTask:
      return report.report().task;
    default:
      return {};
  }
}

}  // namespace

std::string NearestTo(const Condition& condition, const Scene& scene) {
  const SubjectTexts& subject = *scene.subject;
  const Kind kind = condition.predicate->kind;
  if (kind == Kind::kFile) return NearestText(condition, subject.files());
  if (kind == Kind::kCode) return NearestCode(subject, scene.report);
  if (subject.attempt() == nullptr) return {};
  switch (kind) {
    case Kind::kMessage:
      return NearestText(condition, subject.messages());
    case Kind::kPrerequisite:
      return NearestCheck(condition, subject);
    case Kind::kSetting:
      return NearestSetting(condition, *subject.attempt());
    case Kind::kFact:
      return Listed(FactValues(*subject.attempt(), condition.predicate->names.front()));
    default:
      break;
  }
  if (scene.report != nullptr) return NearestOfReport(condition, *scene.report);
  return "the attempt has no fatal error";
}

}  // namespace exdiag::matching
