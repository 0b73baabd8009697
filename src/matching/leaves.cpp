#include <algorithm>
#include <optional>

#include "knowledge/components.h"
#include "knowledge/error_codes.h"
#include "matching/condition.h"
#include "matching/evidence_lines.h"
#include "matching/facts.h"
#include "matching/names.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

// One predicate on one scene. Every function answers whether it holds and adds the proof, if one is
// asked for.
class Leaf {
 public:
  Leaf(const Condition& condition, const PatternSet& patterns, const Scene& scene, Proof* proof)
      : condition_(condition),
        predicate_(*condition.predicate),
        patterns_(patterns),
        subject_(*scene.subject),
        report_(scene.report),
        proof_(proof) {}

  bool Holds() {
    switch (predicate_.kind) {
      case Kind::kError:
        return report_ != nullptr && InTexts(report_->errors());
      case Kind::kMessage:
        return Message();
      case Kind::kException:
        return report_ != nullptr && Exception();
      case Kind::kCmdlet:
        return report_ != nullptr && Cmdlet();
      case Kind::kScript:
        return report_ != nullptr && Script();
      case Kind::kComponent:
        return report_ != nullptr && Component();
      case Kind::kPrerequisite:
        return subject_.attempt() != nullptr && Prerequisite();
      case Kind::kSetting:
        return subject_.attempt() != nullptr && Setting();
      case Kind::kCode:
        return Code();
      case Kind::kFact:
        return subject_.attempt() != nullptr && Fact();
      case Kind::kRole:
        return report_ != nullptr && Role();
      case Kind::kTask:
        return report_ != nullptr && Task();
      case Kind::kFile:
        return File();
      case Kind::kAll:
      case Kind::kAny:
      case Kind::kNot:
      case Kind::kPreviousAttempt:
        break;
    }
    return false;
  }

 private:
  void Prove(Evidence evidence) {
    if (proof_ != nullptr) proof_->evidence.push_back(std::move(evidence));
  }

  void Capture(const PatternMatch& match) {
    for (auto& capture : match.Named()) proof_->captures.push_back(std::move(capture));
  }

  // The pattern in a set of texts with records.
  bool InTexts(const TextSet& texts) {
    if (proof_ == nullptr) return texts.Holds(condition_.pattern);
    return Prove(texts.Find(condition_.pattern));
  }

  bool Prove(const std::optional<Finding>& finding) {
    if (!finding) return false;
    Capture(finding->match);
    Prove(LineOf(*finding));
    return true;
  }

  // A look-up or predicate on any record prefers those of the error that is asked about: they tell
  // of the failure, others may tell of something like it.
  bool Message() {
    if (subject_.attempt() == nullptr) return false;
    if (proof_ != nullptr && report_ != nullptr) {
      // Not in the joined text: a message is one record.
      const size_t records = report_->report().records.size();
      if (Prove(report_->errors().Find(condition_.pattern,
                                       [&](size_t source) { return source < records; })))
        return true;
    }
    return InTexts(subject_.messages());
  }

  // The pattern in one short text; captures, but no evidence.
  bool InText(std::string_view text) {
    SqueezedText squeezed;
    squeezed.Append(text);
    if (proof_ == nullptr) return patterns_.Matches(condition_.pattern, squeezed);
    const auto match = patterns_.Search(condition_.pattern, squeezed);
    if (match) Capture(*match);
    return match.has_value();
  }

  bool Exception() {
    const auto& exceptions = report_->report().exceptions;
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [&](const setuplog::ExceptionInfo& exception) {
                         if (!IsException(exception)) return false;
                         Prove(LineNaming(exception.type, report_->report(), report_->joined()));
                         return true;
                       });
  }

  bool IsException(const setuplog::ExceptionInfo& exception) {
    const bool type =
        predicate_.names.empty() || std::any_of(predicate_.names.begin(), predicate_.names.end(),
                                                [&](const std::string& wanted) {
                                                  return IsTypeOrItsEnd(exception.type, wanted);
                                                });
    if (!type) return false;
    if (!condition_.codes.empty() &&
        (exception.hresult.empty() ||
         knowledge::CanonicalCode(exception.hresult) != condition_.codes.front())) {
      return false;
    }
    return condition_.pattern < 0 || InText(exception.message) ||
           InText(TextBehind(exception.type));
  }

  // A message of several lines is kept by its first line only; what follows ends at the next
  // exception or at the stack.
  std::string_view TextBehind(std::string_view type) const {
    constexpr size_t kFarthest = 1500;
    const std::string_view text = report_->joined().text();
    const size_t at = text.find(type);
    if (type.empty() || at == std::string_view::npos) return {};
    std::string_view behind = text.substr(at + type.size(), kFarthest);
    for (const std::string_view end : {" ---> ", " at Microsoft.", " at System."}) {
      behind = behind.substr(0, behind.find(end));
    }
    return behind;
  }

  bool Cmdlet() {
    for (const std::string& cmdlet : report_->report().cmdlets) {
      if (!IsOneOf(cmdlet, predicate_.names)) continue;
      Prove(LineNaming(cmdlet, report_->report(), report_->joined()));
      return true;
    }
    return false;
  }

  bool Script() {
    if (!report_->script().Holds(condition_.pattern)) return false;
    if (proof_ == nullptr) return true;
    const auto finding = report_->script().Find(condition_.pattern);
    Capture(finding->match);
    // The script stands in the error's own records, unless it was logged where it was started.
    const auto in_error = report_->errors().Find(condition_.pattern);
    Prove(in_error ? LineOf(*in_error) : LineNaming({}, report_->report(), report_->joined()));
    return true;
  }

  bool Component() {
    const setuplog::ErrorReport& report = report_->report();
    const bool known = std::any_of(
        predicate_.names.begin(), predicate_.names.end(), [&](const std::string& wanted) {
          return IsComponent(report.reference_id, wanted) || IsComponent(report.component, wanted);
        });
    if (!known) return false;
    Prove(LineNaming(report.reference_id, report, report_->joined()));
    return true;
  }

  bool IsAskedFor(const setuplog::PrerequisiteCheck& check) const {
    const std::string_view severity =
        check.severity == setuplog::Severity::kError ? "error" : "warning";
    if (!predicate_.severity.empty() && predicate_.severity != severity) return false;
    return predicate_.names.empty() || IsOneOf(check.rule, predicate_.names);
  }

  bool Prerequisite() {
    const auto& checks = subject_.attempt()->prerequisites;
    if (condition_.pattern < 0) {
      const auto found = std::find_if(checks.begin(), checks.end(),
                                      [&](const auto& check) { return IsAskedFor(check); });
      if (found == checks.end()) return false;
      Prove(LineOf(*found));
      return true;
    }
    const auto finding = subject_.checks().Find(condition_.pattern,
                                                [&](size_t at) { return IsAskedFor(checks[at]); });
    if (!finding) return false;
    if (proof_ != nullptr) {
      Capture(finding->match);
      Prove(LineOf(checks[subject_.checks().SourceOf(finding->unit)]));
    }
    return true;
  }

  bool Setting() {
    const auto& settings = subject_.attempt()->settings;
    return std::any_of(settings.begin(), settings.end(), [&](const setuplog::Setting& setting) {
      if (!IsOneOf(setting.name, predicate_.names) || !InText(setting.value)) return false;
      Prove(LineOf(setting));
      return true;
    });
  }

  bool IsAskedFor(const PlacedCode& code) const {
    return std::find(condition_.codes.begin(), condition_.codes.end(), code.canonical) !=
           condition_.codes.end();
  }

  bool Code() {
    if (report_ != nullptr && CodeIn(report_->codes())) return true;
    return CodeIn(subject_.companion_codes());
  }

  bool CodeIn(const std::vector<PlacedCode>& codes) {
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const PlacedCode& code) { return IsAskedFor(code); });
    if (found == codes.end()) return false;
    if (proof_ != nullptr) ProveCode(*found);
    return true;
  }

  void ProveCode(const PlacedCode& code) {
    if (code.companion == nullptr && code.record == nullptr) {
      Prove(LineNaming(code.written, report_->report(), report_->joined()));
      return;
    }
    Evidence evidence;
    if (code.record != nullptr) {
      evidence = LineOf(*code.record, code.offset, code.written);
    } else {
      evidence.line = code.companion->failure_line;
      evidence.text = Shortened(code.companion->failure_message, 1900);
    }
    if (code.companion != nullptr) evidence.path = code.companion->path;
    Prove(std::move(evidence));
  }

  bool Fact() {
    const setuplog::Attempt& attempt = *subject_.attempt();
    const std::string& name = predicate_.names.front();
    const std::vector<std::string> values = FactValues(attempt, name);
    if (!std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) { return InText(value); }))
      return false;
    if (proof_ != nullptr && name == "certificate_days_left")
      ProveCertificate(*FirstToExpire(attempt));
    return true;
  }

  void ProveCertificate(const setuplog::BoundCertificate& certificate) {
    for (const setuplog::Record& record : subject_.attempt()->notable) {
      if (record.line == certificate.line) return Prove(LineOf(record, 0, {}));
    }
    Evidence evidence;
    evidence.line = certificate.line;
    evidence.text = Shortened(certificate.subject + ": " + certificate.valid_until, 1900);
    Prove(std::move(evidence));
  }

  bool Role() {
    const setuplog::ErrorReport& report = report_->report();
    const std::string_view by_task = knowledge::RoleOfTask(report.task);
    if (!InText(report.role) && (by_task.empty() || !InText(by_task))) return false;
    Prove(LineNaming(report.role, report, report_->joined()));
    return true;
  }

  bool Task() {
    if (!InText(report_->report().task)) return false;
    Prove(LineNaming({}, report_->report(), report_->joined()));
    return true;
  }

  bool IsOfKind(const companion::CompanionLog& log) const {
    return predicate_.names.empty() || IsOneOf(companion::KindName(log.kind), predicate_.names);
  }

  bool File() {
    const TextSet& files = subject_.files();
    const auto finding = files.Find(
        condition_.pattern, [&](size_t source) { return IsOfKind(subject_.CompanionOf(source)); });
    if (!finding) return false;
    if (proof_ != nullptr) {
      Capture(finding->match);
      Evidence evidence = LineOf(*finding);
      evidence.path = subject_.CompanionOf(files.SourceOf(finding->unit)).path;
      Prove(std::move(evidence));
    }
    return true;
  }

  const Condition& condition_;
  const rules::Predicate& predicate_;
  const PatternSet& patterns_;
  const SubjectTexts& subject_;
  const ReportTexts* report_;
  Proof* proof_;
};

}  // namespace

bool LeafMayHold(const Condition& condition, const Scene& scene) {
  const int pattern = condition.pattern;
  if (pattern < 0) return true;
  switch (condition.predicate->kind) {
    case Kind::kError:
      return scene.report != nullptr && scene.report->errors().MayHold(pattern);
    case Kind::kScript:
      return scene.report != nullptr && scene.report->script().MayHold(pattern);
    case Kind::kException:
      return scene.report != nullptr;
    case Kind::kMessage:
      return scene.subject->messages().MayHold(pattern);
    case Kind::kPrerequisite:
      return scene.subject->checks().MayHold(pattern);
    case Kind::kFile:
      return scene.subject->files().MayHold(pattern);
    default:
      return true;
  }
}

bool LeafHolds(const Condition& condition, const PatternSet& patterns, const Scene& scene,
               Proof* proof) {
  return Leaf(condition, patterns, scene, proof).Holds();
}

}  // namespace exdiag::matching
