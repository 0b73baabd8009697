#include "setuplog/attempt_builder.h"

#include <algorithm>
#include <utility>

#include "setuplog/header_reader.h"
#include "setuplog/phrase.h"
#include "setuplog/state_reader.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kLongestContext = 16384;  // of a script or parameters that may explain an error
constexpr size_t kMostStateChanges = 2000;
constexpr size_t kMostCertificates = 500;

constexpr Phrase kDidNotComplete{"operation didn't complete"};
constexpr Phrase kDidNotCompleteInFull{"operation did not complete"};
constexpr Phrase kFailedCheck{"failed during prereq check"};

// What stands between the first two single quotes. REQUIRES: there is one.
std::string_view Quoted(std::string_view text) {
  const size_t begin = text.find('\'');
  const size_t end = text.find('\'', begin + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : text.substr(begin + 1, end - begin - 1);
}

// "Beginning processing install-Container" → "install-Container". Exchange 2010 RTM names none.
std::string_view CmdletOf(std::string_view text, size_t prefix) {
  text.remove_prefix(std::min(prefix, text.size()));
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  return text;
}

}  // namespace

ErrorCollector::Surroundings AttemptBuilder::Around() {
  return {&steps_, script_, script_is_non_critical_, parameters_.held.text(), object_.held.text()};
}

void AttemptBuilder::ReadBeginning(std::string_view text, int64_t line, std::string_view stamp) {
  const std::string_view name = CmdletOf(text, 20);
  if (!name.empty()) steps_.BeginCmdlet(name, line, stamp);
}

void AttemptBuilder::ReadEnding(std::string_view text, int64_t line, std::string_view stamp) {
  const std::string_view name = CmdletOf(text, 17);
  if (!name.empty()) steps_.EndCmdlet(name, line, stamp);
}

void AttemptBuilder::ReadStarted(std::string_view text, int64_t line, std::string_view original) {
  prerequisites_.ReadStarted(text, line, original);
}

void AttemptBuilder::ReadEvaluated(std::string_view text, int64_t line, std::string_view original) {
  prerequisites_.ReadEvaluated(text, line, original);
}

void AttemptBuilder::ContextLine::Borrow(std::string_view text, int64_t number,
                                         const Marks& lines) {
  held.Borrow(text.substr(0, kLongestContext));
  line = number;
  if (!marks.empty() || !lines.empty()) marks = lines;
}

void AttemptBuilder::ReadParameters(std::string_view text, int64_t line, const Marks& marks) {
  parameters_.Borrow(text, line, marks);
  object_.held.Borrow({});
  auto change = ComponentStateIn(text, line);
  if (change && attempt_.state_changes.size() < kMostStateChanges) {
    attempt_.state_changes.push_back(std::move(*change));
  }
}

void AttemptBuilder::ReadObject(std::string_view text, int64_t line, const Marks& marks) {
  ContextLine& context = text.starts_with("Processing") ? object_ : directory_;
  context.Borrow(text, line, marks);
}

void AttemptBuilder::ReadSession(std::string_view text, int64_t line, const Marks& marks) {
  session_.Borrow(text, line, marks);
}

void AttemptBuilder::AddContext() {
  for (ContextLine* context : {&session_, &parameters_, &object_, &directory_}) {
    if (context->held.text().empty() || context->line == 0) continue;
    Record record;
    record.line = context->line;
    record.text = context->held.text();
    record.marks = std::move(context->marks);
    notable_.Add(std::move(record));
    context->line = 0;  // told once
  }
}

void AttemptBuilder::ReadScript(std::string_view text) {
  errors_.ReadProgress();
  // "Executing: ", "Executing (non-critical): ".
  script_is_non_critical_ = StartsWith(text, "Executing (");
  const size_t colon = text.find(':');
  script_ = colon == std::string_view::npos ? text : text.substr(colon + 1, kLongestContext);
  constexpr std::string_view kVersion = "$RoleTargetVersion = '";
  if (!attempt_.header.setup_version.empty()) return;
  if (const size_t at = script_.find(kVersion); at != std::string::npos)
    attempt_.header.setup_version = Quoted(std::string_view(script_).substr(at));
}

void AttemptBuilder::KeepTexts() {
  for (ContextLine* context : {&session_, &parameters_, &object_, &directory_})
    context->held.Keep();
  steps_.KeepTexts();
}

void AttemptBuilder::ReadNative(Record record) { notable_.AddNative(std::move(record)); }

void AttemptBuilder::ReadTime(Timestamp time) {
  if (!attempt_.started) attempt_.started = time;
  attempt_.ended = time;
}

void AttemptBuilder::ReadRecord(Record record, std::string_view stamp) {
  if (record.text.empty()) return;
  if (errors_.Read(record, Around())) {
    AddContext();
  } else if (!prerequisites_.ReadMessage(record)) {
    ReadProgressLine(record, stamp);
  }
  notable_.Add(std::move(record));
}

void AttemptBuilder::ReadProgressLine(const Record& record, std::string_view stamp) {
  const std::string_view text = record.text;
  if (StartsWith(text, "Processing component '")) {
    errors_.ReadProgress();
    const size_t open = text.find(" (");
    const std::string_view description = open == std::string_view::npos
                                             ? text.substr(0, 0)
                                             : text.substr(open + 2, text.rfind(')') - open - 2);
    steps_.BeginComponent(Quoted(text), description, record.line, stamp);
  } else if (StartsWith(text, "Setup will run the task '")) {
    ReadTask(record, stamp);
  } else if (StartsWith(text, "Setup failed previously while performing the action")) {
    const size_t id = text.find("with ID ");
    if (id != std::string_view::npos) {
      attempt_.watermark = text.substr(id + 8, text.find_first_of(" \n", id + 8) - id - 8);
      while (!attempt_.watermark.empty() && attempt_.watermark.back() == '.')
        attempt_.watermark.pop_back();
    }
  } else {
    ReadEnd(record);
    ReadHeaderLine(text, &attempt_);
    ReadState(record);
  }
}

void AttemptBuilder::ReadTask(const Record& record, std::string_view stamp) {
  errors_.ReadProgress();
  attempt_.did_something = true;
  steps_.BeginTask(Quoted(record.text), record.line, stamp);
}

void AttemptBuilder::ReadEnd(const Record& record) {
  const std::string_view text = record.text;
  if (StartsWith(text, "The Exchange Server setup operation completed successfully") ||
      StartsWith(text, "The Microsoft Exchange Server setup operation completed successfully")) {
    succeeded_ = true;
  } else if (StartsWith(text, "The Exchange Server ") &&
             (kDidNotComplete.IsIn(text) || kDidNotCompleteInFull.IsIn(text))) {
    did_not_complete_ = true;
  } else if (StartsWith(text, "End of Setup")) {
    ended_ = true;
  } else if (StartsWith(text, "CurrentResult setupbase.maincore:")) {
    // In any language; 0 proves nothing, as the wizard ends with it after a failure, too.
    did_not_complete_ = did_not_complete_ || !text.ends_with(": 0");
  } else if (kFailedCheck.IsIn(text.substr(0, 200)) ||
             StartsWith(text, "RestoreServer Script Path")) {
    blocked_ = true;
    errors_.ReadRestore();
  }
}

void AttemptBuilder::ReadState(const Record& record) {
  if (attempt_.state_changes.size() < kMostStateChanges) {
    if (auto change = StateChangeIn(record)) attempt_.state_changes.push_back(std::move(*change));
  }
  if (attempt_.certificates.size() >= kMostCertificates) return;
  if (auto certificate = CertificateIn(record))
    attempt_.certificates.push_back(std::move(*certificate));
}

Ending AttemptBuilder::EndingOf(const Attempt& attempt) const {
  const bool check_failed = AnyBlocks(attempt.prerequisites);
  const bool fatal = std::any_of(
      attempt.errors.begin(), attempt.errors.end(),
      [](const ErrorReport& report) { return report.fate == ErrorReport::Fate::kFatal; });
  const bool task_error =
      std::any_of(attempt.errors.begin(), attempt.errors.end(), [](const ErrorReport& report) {
        return report.fate == ErrorReport::Fate::kFatal && report.records.front().level != 0;
      });
  if (succeeded_) return Ending::kSuccess;
  if (!task_error && (check_failed || blocked_)) return Ending::kBlocked;
  if (fatal || did_not_complete_) return Ending::kFailure;
  return ended_ ? Ending::kClosed : Ending::kOpen;
}

Attempt AttemptBuilder::Take(int64_t first_line, int64_t last_line) {
  Attempt attempt = std::move(attempt_);
  attempt.first_line = first_line;
  attempt.last_line = last_line;
  attempt.prerequisites = prerequisites_.TakeChecks();
  attempt.settings = prerequisites_.TakeSettings();
  attempt.errors = errors_.Take(succeeded_);
  attempt.notable = notable_.Take();
  for (const Setting& setting : attempt.settings) ReadHeaderSetting(setting, &attempt.header);
  CompleteHeader(&attempt);
  attempt.ending = EndingOf(attempt);
  attempt.did_something = attempt.did_something || !attempt.prerequisites.empty() ||
                          !attempt.settings.empty() || attempt.parameters.empty();
  // A failure that no error explains is told by the last error that setup seemed to outlive.
  if (attempt.ending == Ending::kFailure && !attempt.errors.empty()) {
    const bool explained =
        std::any_of(attempt.errors.begin(), attempt.errors.end(),
                    [](const ErrorReport& r) { return r.fate == ErrorReport::Fate::kFatal; });
    if (!explained && attempt.errors.back().fate == ErrorReport::Fate::kSurvived) {
      attempt.errors.back().fate = ErrorReport::Fate::kFatal;
    }
  }
  int fatal_step = -1;
  std::vector<int*> step_indices;
  for (ErrorReport& report : attempt.errors) {
    step_indices.push_back(&report.step);
    if (report.fate == ErrorReport::Fate::kFatal) fatal_step = report.step;
  }
  attempt.steps = steps_.Take(fatal_step, step_indices);
  attempt.texts = std::move(texts_);
  *this = AttemptBuilder();
  return attempt;
}

}  // namespace exdiag::setuplog
