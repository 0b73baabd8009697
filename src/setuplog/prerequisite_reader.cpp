#include "setuplog/prerequisite_reader.h"

#include <algorithm>
#include <cctype>

#include "setuplog/ascii_case.h"
#include "setuplog/phrase.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kMostSettings = 4000;
constexpr size_t kLongestSetting = 2048;
constexpr size_t kMostRules = 1000;  // setup has some two hundred
constexpr size_t kMostChecks = 500;  // that failed; each is compared with all others
constexpr size_t kLongestCheck = 4096;

constexpr Phrase kHasException{"[HasException:True]"};
constexpr Phrase kIsTrue{"[HasException:False] [Value:\"True\"]"};
constexpr Phrase kValue{"[Value:\""};
constexpr Phrase kEndOfValue{"\"] [ParentValue:"};
constexpr Phrase kReadinessLink{"setupreadiness"};

// The name in "…[Rule:NAME]" that stands at `at`.
std::string_view NameAt(std::string_view text, size_t at) {
  const size_t end = text.find(']', at);
  return end == std::string_view::npos ? std::string_view() : text.substr(at, end - at);
}

// The line that is quoted: the log's own where a repair changed it, else that of `text`.
std::string_view QuotedLine(std::string_view text, std::string_view original, size_t most) {
  const std::string_view line = original.empty() ? text.substr(0, text.find('\n')) : original;
  return line.substr(0, most);
}

// The value between `[Value:"` and `"] [ParentValue:"`, cut from the right: it may hold brackets.
std::string_view EvaluatedValue(std::string_view text) {
  const size_t begin = kValue.In(text);
  if (begin == std::string_view::npos) return {};
  const size_t from = begin + kValue.size();
  size_t end = kEndOfValue.LastIn(text);
  if (end == std::string_view::npos || end < from) end = text.find("\"]", from);
  return end == std::string_view::npos ? text.substr(from) : text.substr(from, end - from);
}

std::string Squeezed(std::string_view text) {
  std::string squeezed;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (blank && (squeezed.empty() || squeezed.back() == ' ')) continue;
    squeezed += blank ? ' ' : c;
  }
  while (!squeezed.empty() && squeezed.back() == ' ') squeezed.pop_back();
  return squeezed;
}

bool SameRule(std::string_view a, std::string_view b) { return LowerCase(a) == LowerCase(b); }

}  // namespace

std::string RuleOfHelpLink(std::string_view link) {
  const std::string lower = LowerCase(link);
  size_t at = lower.find("setupreadiness");
  if (at == std::string::npos) return {};
  at += 14;
  if (at >= link.size() || (link[at] != '.' && link[at] != '-')) return {};
  ++at;
  size_t end = at;
  while (end < link.size() && std::isalnum(static_cast<unsigned char>(link[end]))) ++end;
  return std::string(link.substr(at, end - at));
}

void PrerequisiteReader::ReadStarted(std::string_view text, int64_t line,
                                     std::string_view original) {
  constexpr std::string_view kRule = "Started [Rule:";
  constexpr std::string_view kSetting = "Started [Setting:";
  if (text.substr(0, kSetting.size()) == kSetting) return StartSetting(text, line, original);
  if (text.substr(0, kRule.size()) != kRule) return;
  if (text.find("[RuleType:Warning]") == std::string_view::npos) return;
  if (warning_rules_.size() < kMostRules)
    warning_rules_.insert(LowerCase(NameAt(text, kRule.size())));
}

void PrerequisiteReader::ReadEvaluated(std::string_view text, int64_t line,
                                       std::string_view original) {
  constexpr std::string_view kRule = "Evaluated [Rule:";
  constexpr std::string_view kSetting = "Evaluated [Setting:";
  if (text.substr(0, kRule.size()) == kRule) {
    if (!kIsTrue.IsIn(text)) return;
    PrerequisiteCheck check;
    check.rule = NameAt(text, kRule.size());
    check.line = line;
    check.line_text = QuotedLine(text, original, kLongestCheck);
    if (true_rules_.size() < kMostRules) true_rules_.push_back(std::move(check));
  } else if (text.substr(0, kSetting.size()) == kSetting) {
    AddSetting(text, line, original);
  }
}

void PrerequisiteReader::StartSetting(std::string_view text, int64_t line,
                                      std::string_view original) {
  const std::string_view name = NameAt(text, std::string_view("Started [Setting:").size());
  if (started_count_ >= kMostSettings || Started(name) != started_settings_.end()) return;
  ++started_count_;
  started_settings_.push_back(
      MakeSetting(name, "<NULL>", line, QuotedLine(text, original, kLongestSetting)));
}

void PrerequisiteReader::AddSetting(std::string_view text, int64_t line,
                                    std::string_view original) {
  if (settings_.size() >= kMostSettings || kHasException.IsIn(text)) return;
  const std::string_view name = NameAt(text, std::string_view("Evaluated [Setting:").size());
  const std::string_view value = EvaluatedValue(text);
  if (value.size() > kLongestSetting) return;
  settings_.push_back(MakeSetting(name, value, line, QuotedLine(text, original, kLongestCheck)));
  if (const auto started = Started(name); started != started_settings_.end())
    started_settings_.erase(started);
}

Setting PrerequisiteReader::MakeSetting(std::string_view name, std::string_view value, int64_t line,
                                        std::string_view quoted) {
  return {texts_->Keep(name), texts_->Keep(value), line, texts_->Keep(quoted)};
}

// What was started last is looked at first.
std::vector<Setting>::iterator PrerequisiteReader::Started(std::string_view name) {
  for (size_t i = started_settings_.size(); i-- > 0;) {
    if (started_settings_[i].name == name)
      return started_settings_.begin() + static_cast<std::ptrdiff_t>(i);
  }
  return started_settings_.end();
}

bool PrerequisiteReader::ReadMessage(const Record& record) {
  const std::string_view text = record.text;
  if (text.substr(0, 13) == "Failed [Rule:") {
    ReadFailed(record);
    return true;
  }
  if (record.tag == Tag::kRequired || record.tag == Tag::kRecommended) {
    ReadShown(record, record.tag == Tag::kRequired ? Severity::kError : Severity::kWarning);
    return true;
  }
  const bool link = kReadinessLink.IsIn(text.substr(0, 1000)) || text.substr(0, 9) == "Help URL:";
  if (link) ReadHelpLink(text);
  return link;
}

void PrerequisiteReader::ReadFailed(const Record& record) {
  const std::string_view text = record.text;
  PrerequisiteCheck check;
  check.rule = NameAt(text, 13);
  check.line = record.line;
  check.line_text = LineTextAt(record, 0);
  constexpr std::string_view kMessage = "[Message:";
  if (const size_t at = text.find(kMessage); at != std::string_view::npos) {
    std::string_view message = text.substr(at + kMessage.size());
    if (const size_t end = message.rfind(']'); end != std::string_view::npos)
      message = message.substr(0, end);
    check.message = Squeezed(message);
  }
  // A REQUIRED line may have come first: the threads write as they like.
  for (PrerequisiteCheck& other : checks_) {
    const bool twin =
        SameRule(other.rule, check.rule) || (other.rule.empty() && other.message == check.message);
    if (!twin || other.severity != Severity::kError) continue;
    check.help_link = other.help_link;
    if (check.message.empty() || check.message == other.message) {
      other = check;
      return;
    }
  }
  if (checks_.size() < kMostChecks) checks_.push_back(std::move(check));
}

void PrerequisiteReader::ReadShown(const Record& record, Severity severity) {
  const std::string message = Squeezed(record.text);
  for (size_t i = 0; i < checks_.size(); ++i) {
    if (checks_[i].message == message && checks_[i].severity == severity) {
      awaiting_link_ = i + 1;
      return;
    }
  }
  if (checks_.size() >= kMostChecks) return;
  PrerequisiteCheck check;
  check.message = message;
  check.severity = severity;
  check.line = record.line;
  check.line_text = LineTextAt(record, 0);
  checks_.push_back(std::move(check));
  awaiting_link_ = checks_.size();
}

void PrerequisiteReader::ReadHelpLink(std::string_view text) {
  const size_t at = text.find("http");
  if (awaiting_link_ == 0 || at == std::string_view::npos) return;
  PrerequisiteCheck& check = checks_[awaiting_link_ - 1];
  check.help_link = text.substr(at, text.find_first_of(" \r\n\t", at) - at);
  if (check.rule.empty()) check.rule = RuleOfHelpLink(check.help_link);
  awaiting_link_ = 0;
}

std::vector<PrerequisiteCheck> PrerequisiteReader::TakeChecks() {
  const auto known = [this](std::string_view rule) {
    return std::any_of(checks_.begin(), checks_.end(),
                       [&](const PrerequisiteCheck& check) { return SameRule(check.rule, rule); });
  };
  for (PrerequisiteCheck& check : true_rules_) {
    if (known(check.rule) || warning_rules_.count(LowerCase(check.rule)) == 0) continue;
    check.severity = Severity::kWarning;
    checks_.push_back(std::move(check));
  }
  std::vector<PrerequisiteCheck> taken = std::move(checks_);
  checks_.clear();
  true_rules_.clear();
  warning_rules_.clear();
  awaiting_link_ = 0;
  return taken;
}

std::vector<Setting> PrerequisiteReader::TakeSettings() {
  std::vector<Setting> taken = std::move(settings_);
  const auto is_evaluated = [&, evaluated = taken.size()](std::string_view name) {
    return std::any_of(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(evaluated),
                       [&](const Setting& setting) { return setting.name == name; });
  };
  for (const Setting& started : started_settings_) {
    if (!is_evaluated(started.name)) taken.push_back(started);
  }
  settings_.clear();
  started_settings_.clear();
  started_count_ = 0;
  return taken;
}

}  // namespace exdiag::setuplog
