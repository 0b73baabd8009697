#include "setuplog/shown_checks.h"

#include <re2/re2.h>

#include <algorithm>

#include "setuplog/prerequisite_reader.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kMostChecks = 300;
constexpr size_t kLongestCheck = 4096;

bool MayShowCheck(const Record& record) {
  const bool told_otherwise = record.tag == Tag::kError || record.tag == Tag::kErrorReference ||
                              record.tag == Tag::kRequired || record.tag == Tag::kRecommended;
  return !told_otherwise && record.text.size() <= kLongestCheck;
}

bool IsHeading(std::string_view text) {
  static const RE2 pattern(R"re((?i)prerequisite (?:analysis|check)|readiness check)re");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// The lines of a record: its message, and the line with the link.
struct ShownText {
  std::string message;
  std::string link;
};

std::string UrlIn(std::string_view line) {
  const size_t at = line.find("http");
  if (at == std::string_view::npos) return {};
  return std::string(line.substr(at, line.find_first_of(" \r\t>]\"'", at) - at));
}

ShownText TextOf(std::string_view record) {
  ShownText shown;
  while (!record.empty()) {
    const size_t end = std::min(record.find('\n'), record.size());
    const std::string_view line = record.substr(0, end);
    record.remove_prefix(std::min(end + 1, record.size()));
    if (IsHelpLink(line)) {
      shown.link = UrlIn(line);
      return shown;
    }
    if (!shown.message.empty()) shown.message += ' ';
    shown.message += line;
  }
  return shown;
}

// The names of checks that only warn end so.
Severity SeverityOf(std::string_view rule) {
  return rule.ends_with("Warning") ? Severity::kWarning : Severity::kError;
}

class Shown {
 public:
  void Add(const Record& record) {
    in_analysis_ = in_analysis_ || IsHeading(record.text);
    ShownText text = TextOf(record.text);
    if (text.message.empty() && !text.link.empty() && awaited_ != Awaited::kNothing) {
      if (awaited_ == Awaited::kLink) GiveLink(text.link);
      awaited_ = Awaited::kNothing;
      return;
    }
    awaited_ = text.link.empty() ? Awaited::kLink : Awaited::kNothing;
    PrerequisiteCheck check;
    check.line = record.line;
    check.line_text = LineTextAt(record, 0);
    check.message = text.message.empty() ? record.text : text.message;
    check.presumed = true;
    checks_.push_back(std::move(check));
    if (!text.link.empty()) GiveLink(text.link);
  }

  // A record that is told as a check elsewhere; a link behind it is its own.
  void PassOver() { awaited_ = Awaited::kOthersLink; }

  size_t size() const { return checks_.size(); }
  std::vector<PrerequisiteCheck> Take() { return std::move(checks_); }

 private:
  // What a link would be that comes next: that of the last check, or of a record passed over.
  enum class Awaited { kNothing, kLink, kOthersLink };

  void GiveLink(const std::string& link) {
    PrerequisiteCheck& check = checks_.back();
    check.help_link = link;
    check.rule = RuleOfHelpLink(link);
    check.severity = SeverityOf(check.rule);
    check.presumed = check.rule.empty() && !in_analysis_;
  }

  std::vector<PrerequisiteCheck> checks_;
  Awaited awaited_ = Awaited::kNothing;
  bool in_analysis_ = false;
};

}  // namespace

std::string FailedRole(std::string_view line) {
  // No \b, which RE2 knows between ASCII letters alone.
  static const RE2 pattern(
      R"re(^\s*(\S.{2,70}?)[\s.]+(?:FAILED|Failed|FEHLGESCHLAGEN|FEHLER|ÉCHEC|FALHA|FALHOU|FALLIDO)re"
      R"re(|NON RIUSCIT[AO]|СБОЙ|ОШИБКА|失敗|失败|실패)\s*$)re");
  std::string role;
  RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &role);
  return role;
}

bool IsHelpLink(std::string_view line) {
  static const RE2 pattern(
      R"re(^\s*(?:For more information,? visit|Help URL|Click here for help)|(?i)https?://.*setupreadiness[.-])re");
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

std::vector<PrerequisiteCheck> ShownChecks(const std::vector<Record>& pasted) {
  Shown shown;
  for (const Record& record : pasted) {
    if (shown.size() >= kMostChecks) break;
    if (MayShowCheck(record)) {
      shown.Add(record);
    } else {
      shown.PassOver();
    }
  }
  return shown.Take();
}

}  // namespace exdiag::setuplog
