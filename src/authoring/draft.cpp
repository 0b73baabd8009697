#include "authoring/draft.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "authoring/message_pattern.h"
#include "authoring/rule_tests.h"
#include "authoring/test_excerpt.h"
#include "diagnosis/failure.h"
#include "rules/pattern.h"
#include "rules/rule_file.h"
#include "rules/rule_pack.h"

namespace exdiag::authoring {
namespace {

using diagnosis::Failure;
using setuplog::Attempt;

// Codes that any error of a kind has, and so tell nothing.
constexpr std::array<std::string_view, 6> kVagueCodes = {"0x80131500", "0x80131501", "0x80131509",
                                                         "0x80004005", "0x80131604", "0x80131577"};

std::string SingleQuoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + '\'';
}

std::string Block(std::string_view text, const std::string& indent) {
  std::string block;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    block += indent + std::string(text.substr(0, end)) + '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return block;
}

// Without regard to case, as names of cmdlets and types are spelt.
std::string ReplacedAll(std::string text, std::string_view from, std::string_view to) {
  const auto equal = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  for (size_t at = 0;;) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
    const auto found = std::search(begin, text.end(), from.begin(), from.end(), equal);
    if (found == text.end()) return text;
    at = static_cast<size_t>(found - text.begin());
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

// "cryptographic-exception" of "…CryptographicException": an id's words.
std::string Hyphenated(std::string_view name) {
  std::string words;
  for (size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool begins =
        std::isupper(c) != 0 && i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
    if ((begins || std::isalnum(c) == 0) && !words.empty() && words.back() != '-') words += '-';
    if (std::isalnum(c) != 0) words += static_cast<char>(std::tolower(c));
  }
  while (!words.empty() && words.back() == '-') words.pop_back();
  return words;
}

std::string LastPart(std::string_view type) {
  std::string part(type.substr(type.rfind('.') + 1));
  if (part.size() > 9 && part.ends_with("Exception")) part.resize(part.size() - 9);
  return part;
}

// The category by what the failure speaks of; the writer may know better.
std::string CategoryOf(const Failure& failure, const std::string& exception) {
  struct Hint {
    std::string_view part;
    std::string_view category;
  };
  constexpr std::array<Hint, 12> kHints = {{{"certificate", "certificates"},
                                            {"cryptograph", "certificates"},
                                            {"msipackage", "msi"},
                                            {"ldifde", "schema"},
                                            {"schema", "schema"},
                                            {"virtualdirectory", "iis"},
                                            {"unauthorizedaccess", "permissions"},
                                            {"service", "services"},
                                            {"mailboxdatabase", "mailbox-database"},
                                            {"transport", "transport"},
                                            {"directory", "active-directory"},
                                            {"adobject", "active-directory"}}};
  if (!failure.blocking_prerequisites.empty() && failure.exceptions.empty()) return "prerequisites";
  std::string all = failure.cmdlet + ' ' + exception;
  for (char& c : all) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const Hint& hint : kHints) {
    if (all.find(hint.part) != std::string::npos) return std::string(hint.category);
  }
  return "other";
}

// The exception that tells most: Exchange's own before those of .NET, which many failures share.
std::string TellingException(const Failure& failure) {
  for (auto at = failure.exceptions.rbegin(); at != failure.exceptions.rend(); ++at) {
    if (at->type.starts_with("Microsoft.Exchange.")) return at->type;
  }
  return failure.exceptions.empty() ? std::string() : failure.exceptions.front().type;
}

std::string TellingCode(const Failure& failure) {
  for (const auto& code : failure.codes) {
    const bool vague =
        std::find(kVagueCodes.begin(), kVagueCodes.end(), code.code) != kVagueCodes.end();
    if (!code.name.empty() && !vague) return code.code;
  }
  return {};
}

// A condition as a line of YAML, and whether the draft can do without it.
struct Condition {
  std::string key;
  std::string value;  // as YAML writes it
};

class Drafter {
 public:
  explicit Drafter(const DraftRequest& request) : request_(request), attempt_(*request.attempt) {}

  std::optional<Draft> Write() {
    const auto failure = diagnosis::FailureOf(attempt_);
    if (!failure) return std::nullopt;
    failure_ = *failure;
    error_ = diagnosis::FatalError(attempt_);
    if (error_ == nullptr || attempt_.ending == setuplog::Ending::kBlocked)
      check_ = BlockingCheck();
    if (check_ == nullptr && error_ == nullptr) return std::nullopt;
    if (check_ != nullptr) {
      AddCheck();
    } else {
      AddError();
    }
    DropWhatDoesNotHold();
    Name();
    Relate();
    draft_.text = FileText();
    return std::move(draft_);
  }

 private:
  const setuplog::PrerequisiteCheck* BlockingCheck() const {
    for (const auto& check : attempt_.prerequisites) {
      if (check.blocks()) return &check;
    }
    return nullptr;
  }

  std::string Redacted(const std::string& text) const {
    return request_.redact ? request_.redact(text) : text;
  }

  MessagePattern PatternOf(const std::string& message) const {
    return PatternOfMessage(message, [this](std::string_view word) {
      const std::string text(word);
      return request_.redact && Redacted(text) != text;
    });
  }

  void AddCheck() {
    excerpt_ = Redacted(ExcerptOf(*check_));
    if (!check_->rule.empty()) {
      conditions_.push_back({"prerequisite", check_->rule});
      const MessagePattern message = PatternOf(check_->message);
      if (!message.names.empty()) {
        capture_ = "  - prerequisite:\n      name: " + check_->rule +
                   "\n      message: " + SingleQuoted(message.pattern) + '\n';
      }
    } else {
      const MessagePattern message = PatternOf(check_->message);
      if (!message.pattern.empty())
        conditions_.push_back({"prerequisite", "{message: " + SingleQuoted(message.pattern) + '}'});
    }
  }

  void AddError() {
    exception_ = TellingException(failure_);
    if (!exception_.empty()) conditions_.push_back({"exception", exception_});
    if (!failure_.cmdlet.empty()) conditions_.push_back({"cmdlet", failure_.cmdlet});
    const std::string component = failure_.component.substr(0, failure_.component.find("___"));
    if (failure_.cmdlet.empty() && !error_->reference_id.empty())
      conditions_.push_back({"component", component});
    const std::string code = TellingCode(failure_);
    const bool specific = exception_.starts_with("Microsoft.Exchange.") &&
                          !exception_.starts_with("Microsoft.Exchange.Data.");
    if (!code.empty() && !specific) conditions_.push_back({"code", SingleQuoted(code)});
    const MessagePattern message = PatternOf(failure_.message);
    if (!message.pattern.empty()) conditions_.push_back({"error", SingleQuoted(message.pattern)});
    excerpt_ = Redacted(ExcerptOf(*error_));
  }

  // The same report of another failure: with another exception, or else of another cmdlet.
  std::vector<std::string> LookAlikes() const {
    std::vector<std::string> texts;
    if (check_ != nullptr && !check_->rule.empty()) texts.push_back(PassedCheck(check_->rule));
    if (!exception_.empty()) {
      const bool taken = exception_ == "System.TimeoutException";
      texts.push_back(
          ReplacedAll(excerpt_, exception_,
                      taken ? "System.InvalidOperationException" : "System.TimeoutException"));
    }
    if (!failure_.cmdlet.empty())
      texts.push_back(ReplacedAll(excerpt_, failure_.cmdlet, "Test-SystemHealth"));
    return texts;
  }

  void ChooseLookAlike() {
    for (std::string& text : LookAlikes()) {
      const TestLogs logs = ReadTestLogs({"", text, {}, false, {}, 0});
      if (conditions_.empty() || Holds(conditions_, logs.Subject())) continue;
      look_alike_ = std::move(text);
      return;
    }
  }

  rules::ParsedRule Parsed(const std::vector<Condition>& conditions) const {
    const std::string text =
        "id: draft\ntitle: Draft of a rule\ncategory: other\nseverity: error\nmatch:\n  all:\n" +
        Lines(conditions) + (capture_.empty() ? "" : "capture:\n" + capture_) +
        "cause: none\nsteps:\n  - text: none\n";
    return rules::ParseRule(text, "draft.yaml");
  }

  bool Holds(const std::vector<Condition>& conditions, const matching::Subject& subject,
             std::map<std::string, std::string>* captures = nullptr) const {
    rules::ParsedRule parsed = Parsed(conditions);
    if (!parsed.rule) return false;
    std::vector<rules::Rule> rules;
    rules.push_back(std::move(*parsed.rule));
    const rules::RulePack pack(std::move(rules));
    const matching::Matcher matcher(pack);
    const auto matches = matcher.Find(subject);
    if (!matches.empty() && captures != nullptr) *captures = matches.front().captures;
    return !matches.empty();
  }

  // Conditions that the log or the excerpt does not meet, taken one by one, so that the draft
  // matches both at once.
  void DropWhatDoesNotHold() {
    const TestLogs excerpt = ReadTestLogs({"", excerpt_, {}, true, {}, 0});
    const matching::Subject own{&attempt_, nullptr, nullptr};
    std::vector<Condition> kept;
    for (const Condition& condition : conditions_) {
      if (Holds({condition}, own) && Holds({condition}, excerpt.Subject()))
        kept.push_back(condition);
    }
    conditions_ = std::move(kept);
    if (conditions_.empty() || !Holds(conditions_, excerpt.Subject(), &captures_)) {
      draft_.notes.push_back(
          "No condition was found that holds on the log and on its excerpt; write match yourself");
    }
    ChooseLookAlike();
  }

  void Name() {
    draft_.id = request_.id;
    if (draft_.id.empty()) {
      const bool by_exception = exception_.starts_with("Microsoft.Exchange.");
      const std::string error =
          by_exception ? LastPart(exception_) : failure_.cmdlet + '-' + LastPart(exception_);
      const std::string what = check_ != nullptr ? "prereq-" + check_->rule : error;
      draft_.id = Hyphenated(what);
    }
    if (draft_.id.empty()) draft_.id = "new-rule";
    draft_.category = CategoryOf(failure_, exception_);
  }

  // Rules in force that hold on the same failure.
  void Relate() {
    if (request_.known == nullptr) return;
    for (const auto& match : request_.known->Find({&attempt_, nullptr, nullptr})) {
      const rules::Rule& other = *match.rule;
      if (rules::IsGeneric(other) || other.severity != rules::Severity::kError ||
          other.id == draft_.id)
        continue;
      supersedes_.push_back(other.id);
      draft_.notes.push_back(
          "\"" + other.id +
          "\" matches this log already; mend it instead if it only needs another condition");
    }
  }

  static std::string Lines(const std::vector<Condition>& conditions) {
    std::string lines;
    for (const Condition& condition : conditions)
      lines += "    - " + condition.key + ": " + condition.value + '\n';
    return lines;
  }

  std::string HeadText() const {
    std::string text = "id: " + draft_.id + '\n';
    text += "title: TODO say what is wrong, in one line without full stop\n";
    text += "category: " + draft_.category + '\n';
    text += "severity: error\nstatus: experimental\nproducts: []\nsince: \"1.0\"\n";
    return text;
  }

  std::string MatchText() const {
    std::string text = "match:\n  all:\n" + (conditions_.empty() ? "    - error: 'TODO a pattern'\n"
                                                                 : Lines(conditions_));
    if (!capture_.empty()) text += "capture:\n" + capture_;
    if (!supersedes_.empty()) {
      text += "supersedes: [";
      for (const std::string& id : supersedes_)
        text += (id == supersedes_.front() ? "" : ", ") + id;
      text += "]\n";
    }
    return text;
  }

  std::string AdviceText() const {
    std::string text =
        "cause: >-\n  TODO say what is wrong and why setup stops at it, in one to three sentences.";
    if (!captures_.empty()) text += " Captured\n  values may stand here:";
    for (const auto& [name, value] : captures_) text += " {{" + name + "}}";
    text +=
        "\nsteps:\n  - text: TODO say what to do first.\n    command: TODO the command for it, or "
        "remove this line\n";
    text += "  - text: Run setup again with the same options as before.\nrerun: after-fix\n";
    text += "false_positives: TODO say where the rule may mislead.\n";
    return text;
  }

  std::string TestsText() const {
    std::string text = "tests:\n  - name: the failure\n    log: |\n" + Block(excerpt_, "      ");
    if (!captures_.empty()) text += "    captures:\n";
    for (const auto& [name, value] : captures_)
      text += "      " + name + ": " + SingleQuoted(value) + '\n';
    if (look_alike_.empty()) {
      return text +
             "  - name: TODO the nearest other failure\n    log: |\n      TODO an excerpt of it\n  "
             "  match: false\n";
    }
    const std::string_view name =
        check_ != nullptr ? "the check passed" : "the same words of another failure";
    return text + "  - name: " + std::string(name) + "\n    log: |\n" +
           Block(look_alike_, "      ") + "    match: false\n";
  }

  std::string FileText() const { return HeadText() + MatchText() + AdviceText() + TestsText(); }

  const DraftRequest& request_;
  const Attempt& attempt_;
  Failure failure_;
  const setuplog::ErrorReport* error_ = nullptr;
  const setuplog::PrerequisiteCheck* check_ = nullptr;
  std::string exception_;
  std::vector<Condition> conditions_;
  std::string capture_;                          // look-ups as YAML
  std::map<std::string, std::string> captures_;  // of the excerpt
  std::vector<std::string> supersedes_;
  std::string excerpt_;
  std::string look_alike_;
  Draft draft_;
};

}  // namespace

std::optional<Draft> DraftRule(const DraftRequest& request) {
  if (request.attempt == nullptr) return std::nullopt;
  return Drafter(request).Write();
}

}  // namespace exdiag::authoring
