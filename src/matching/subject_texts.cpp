#include "matching/subject_texts.h"

#include <algorithm>

#include "knowledge/error_codes.h"
#include "matching/codes.h"
#include "matching/name_keys.h"

namespace exdiag::matching {
namespace {

constexpr size_t kMostFatal = 64;  // reports; more are told only by logs that are no logs of setup

void AddCode(PlacedCode code, std::vector<PlacedCode>* codes) {
  if (code.written.empty()) return;
  code.canonical = knowledge::CanonicalCode(code.written);
  const bool known = std::any_of(codes->begin(), codes->end(), [&](const PlacedCode& other) {
    return other.canonical == code.canonical && other.companion == code.companion;
  });
  if (!known) codes->push_back(std::move(code));
}

// The first record of a companion that spells the code, or null.
const setuplog::Record* RecordWith(const companion::CompanionLog& log, const std::string& code,
                                   size_t* offset) {
  for (const setuplog::Record& record : log.records) {
    *offset = record.text.find(code);
    if (*offset != std::string::npos) return &record;
  }
  *offset = 0;
  return nullptr;
}

using Kind = rules::Predicate::Kind;

template <typename Add>
void AddKeys(const ReportTexts& texts, Add add) {
  const setuplog::ErrorReport& report = texts.report();
  for (const std::string& cmdlet : report.cmdlets) add(Kind::kCmdlet, cmdlet);
  for (const auto& exception : report.exceptions) add(Kind::kException, exception.type);
  add(Kind::kComponent, report.reference_id);
  add(Kind::kComponent, report.component);
  for (const PlacedCode& code : texts.codes()) add(Kind::kCode, code.canonical);
}

}  // namespace

const TextSet& ReportTexts::errors() const {
  if (!errors_) {
    errors_.emplace(patterns_);
    for (const setuplog::Record& record : report_.records) errors_->Add(record);
    errors_->AddJoined(report_.records);
  }
  return *errors_;
}

const TextSet& ReportTexts::script() const {
  if (!script_) {
    script_.emplace(patterns_);
    script_->Add(report_.script);
  }
  return *script_;
}

const std::vector<PlacedCode>& ReportTexts::codes() const {
  if (!codes_) {
    codes_.emplace();
    for (const setuplog::Record& record : report_.records) {
      for (FoundCode& found : FindCodes(record.text)) {
        AddCode({"", std::move(found.code), &record, found.offset, nullptr}, &*codes_);
      }
    }
    for (const auto& exception : report_.exceptions)
      AddCode({"", exception.hresult, nullptr, 0, nullptr}, &*codes_);
  }
  return *codes_;
}

SubjectTexts::SubjectTexts(const setuplog::Attempt* attempt,
                           const std::vector<companion::CompanionLog>* companions,
                           const PatternSet& patterns)
    : attempt_(attempt), companions_(companions), patterns_(patterns) {
  if (attempt == nullptr) return;
  for (const setuplog::ErrorReport& report : attempt->errors) {
    if (report.fate != setuplog::ErrorReport::Fate::kFatal || report.records.empty()) continue;
    if (fatal_.size() < kMostFatal) fatal_.emplace_back(report, patterns);
  }
}

const TextSet& SubjectTexts::messages() const {
  if (!messages_) {
    messages_.emplace(patterns_);
    if (attempt_ != nullptr) {
      for (const setuplog::Record& record : attempt_->notable) messages_->Add(record);
    }
  }
  return *messages_;
}

const TextSet& SubjectTexts::checks() const {
  if (!checks_) {
    checks_.emplace(patterns_);
    if (attempt_ != nullptr) {
      for (const setuplog::PrerequisiteCheck& check : attempt_->prerequisites)
        checks_->Add(check.message);
    }
  }
  return *checks_;
}

const TextSet& SubjectTexts::files() const {
  if (!files_) {
    files_.emplace(patterns_);
    if (companions_ != nullptr) {
      for (const companion::CompanionLog& log : *companions_) {
        for (const setuplog::Record& record : log.records) {
          files_->Add(record);
          companion_of_.push_back(&log);
        }
      }
    }
  }
  return *files_;
}

const std::vector<PlacedCode>& SubjectTexts::companion_codes() const {
  if (!companion_codes_) {
    companion_codes_.emplace();
    if (companions_ != nullptr) {
      for (const companion::CompanionLog& log : *companions_) {
        for (const std::string& code : log.codes) {
          size_t offset = 0;
          const setuplog::Record* record = RecordWith(log, code, &offset);
          AddCode({"", code, record, offset, &log}, &*companion_codes_);
        }
      }
    }
  }
  return *companion_codes_;
}

const TextSet& SubjectTexts::names() const {
  if (names_) return *names_;
  const auto add = [&](Kind kind, std::string_view name) {
    if (!name_keys_.empty()) name_keys_ += ' ';
    AppendKey(kind, name, &name_keys_);
  };
  for (const ReportTexts& report : fatal_) AddKeys(report, add);
  for (const PlacedCode& code : companion_codes()) add(Kind::kCode, code.canonical);
  if (attempt_ != nullptr) {
    for (const auto& check : attempt_->prerequisites) add(Kind::kPrerequisite, check.rule);
    for (const auto& setting : attempt_->settings) add(Kind::kSetting, setting.name);
  }
  names_.emplace(patterns_);
  names_->Add(name_keys_);
  return *names_;
}

bool SubjectTexts::HasLiteral(uint32_t literal) const {
  if (!present_) {
    present_.emplace(patterns_.index().size());
    for (const TextSet* texts : {&names(), &messages(), &checks(), &files()}) AddLiterals(*texts);
    for (const ReportTexts& report : fatal_) {
      AddLiterals(report.errors());
      AddLiterals(report.script());
    }
  }
  return (*present_)[literal];
}

void SubjectTexts::AddLiterals(const TextSet& texts) const {
  for (const uint32_t literal : texts.literals()) (*present_)[literal] = true;
}

}  // namespace exdiag::matching
