#include "setuplog/kept_attempts.h"

#include <algorithm>
#include <utility>

namespace exdiag::setuplog {
namespace {

constexpr size_t kMostEnds = 100;  // informational records at either end of a thinned attempt

size_t BytesOf(const std::vector<Record>& records) {
  size_t bytes = records.size() * sizeof(Record);
  for (const Record& record : records) bytes += record.text.size();
  return bytes;
}

size_t BytesOf(const ErrorReport& report) {
  size_t bytes = sizeof(ErrorReport) + BytesOf(report.records) + report.script.size();
  for (const std::string& parameters : report.parameters) bytes += parameters.size();
  for (const ExceptionInfo& info : report.exceptions)
    bytes += sizeof(ExceptionInfo) + info.message.size();
  return bytes;
}

void ThinRecords(std::vector<Record>* records) {
  const auto untold = [](const Record& record) { return record.tag == Tag::kNone; };
  const auto count = static_cast<size_t>(std::count_if(records->begin(), records->end(), untold));
  size_t seen = 0;
  std::vector<Record> kept;
  for (Record& record : *records) {
    const bool near_an_end = untold(record) && (seen < kMostEnds || seen + kMostEnds >= count);
    if (untold(record)) ++seen;
    if (near_an_end || !untold(record)) kept.push_back(std::move(record));
  }
  *records = std::move(kept);
}

bool TellsSomething(const Step& step) {
  const bool took_long = step.started && step.ended &&
                         step.ended->milliseconds - step.started->milliseconds >= kLongStep;
  return step.kind != Step::Kind::kCmdlet || step.failed || !step.finished || took_long;
}

// Marks the steps to keep: those that tell something, those of errors, and all around them.
std::vector<bool> WantedSteps(const Attempt& attempt) {
  std::vector<bool> wanted(attempt.steps.size());
  const auto want = [&](int index) {
    for (; index >= 0 && !wanted[static_cast<size_t>(index)];
         index = attempt.steps[static_cast<size_t>(index)].parent) {
      wanted[static_cast<size_t>(index)] = true;
    }
  };
  for (size_t i = 0; i < attempt.steps.size(); ++i) {
    if (TellsSomething(attempt.steps[i])) want(static_cast<int>(i));
  }
  for (const ErrorReport& report : attempt.errors) want(report.step);
  return wanted;
}

void ThinSteps(Attempt* attempt) {
  const std::vector<bool> wanted = WantedSteps(*attempt);
  std::vector<int> moved(attempt->steps.size(), -1);
  std::vector<Step> kept;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i]) continue;
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(attempt->steps[i]);
  }
  const auto move = [&](int* index) {
    if (*index >= 0) *index = moved[static_cast<size_t>(*index)];
  };
  for (Step& step : kept) move(&step.parent);
  for (ErrorReport& report : attempt->errors) move(&report.step);
  attempt->steps = std::move(kept);
}

// Keeps the texts of steps and settings that are left, and no others.
void LetTextsGo(Attempt* attempt) {
  auto texts = std::make_shared<TextStore>();
  for (Step& step : attempt->steps) {
    step.name = texts->Keep(step.name);
    step.description = texts->Keep(step.description);
  }
  for (Setting& setting : attempt->settings) {
    setting.name = texts->Keep(setting.name);
    setting.value = texts->Keep(setting.value);
    setting.line_text = texts->Keep(setting.line_text);
  }
  attempt->texts = std::move(texts);
}

}  // namespace

size_t BytesOf(const Attempt& attempt) {
  size_t bytes = sizeof(Attempt) + BytesOf(attempt.notable);
  for (const Step& step : attempt.steps)
    bytes += sizeof(Step) + step.name.size() + step.description.size();
  for (const Setting& setting : attempt.settings)
    bytes += sizeof(Setting) + setting.value.size() + setting.line_text.size();
  for (const PrerequisiteCheck& check : attempt.prerequisites)
    bytes += sizeof(PrerequisiteCheck) + check.message.size() + check.line_text.size();
  for (const StateChange& change : attempt.state_changes)
    bytes += sizeof(StateChange) + change.text.size();
  for (const ErrorReport& report : attempt.errors) bytes += BytesOf(report);
  return bytes;
}

void Thin(Attempt* attempt) {
  ThinRecords(&attempt->notable);
  ThinSteps(attempt);
  LetTextsGo(attempt);
}

void KeptAttempts::Add(Attempt attempt) {
  attempt.number = ++count_;
  if (attempts_.size() >= kMost) Forget(kMostFirst);
  if (!attempts_.empty()) CountLatest();
  // What is left of thinned ones may be too much, too, in a log that is made to be so.
  while (earlier_bytes_ > kMostBytes && attempts_.size() > 1) Forget(1);
  attempts_.push_back(std::move(attempt));
}

// The latest attempt is about to be an earlier one.
void KeptAttempts::CountLatest() {
  bytes_.push_back(BytesOf(attempts_.back()));
  earlier_bytes_ += bytes_.back();
  while (earlier_bytes_ > kMostBytes && thinned_ < attempts_.size()) ThinOldest();
}

void KeptAttempts::Forget(size_t index) {
  earlier_bytes_ -= bytes_[index];
  attempts_.erase(attempts_.begin() + static_cast<std::ptrdiff_t>(index));
  bytes_.erase(bytes_.begin() + static_cast<std::ptrdiff_t>(index));
  if (index < thinned_) --thinned_;
}

void KeptAttempts::ThinOldest() {
  const size_t index = thinned_++;
  Thin(&attempts_[index]);
  earlier_bytes_ -= bytes_[index];
  bytes_[index] = BytesOf(attempts_[index]);
  earlier_bytes_ += bytes_[index];
  any_thinned_ = true;
}

std::vector<Attempt> KeptAttempts::Take(std::vector<std::string>* limits_hit) {
  if (static_cast<size_t>(count_) > attempts_.size()) {
    limits_hit->push_back("The log has " + std::to_string(count_) + " attempts, of which " +
                          std::to_string(attempts_.size()) +
                          " are kept; those in the middle were passed over.");
  }
  if (any_thinned_) {
    limits_hit->emplace_back(
        "The log is long: of its earlier attempts only errors, warnings, checks and long steps "
        "were kept.");
  }
  return std::exchange(attempts_, {});
}

}  // namespace exdiag::setuplog
