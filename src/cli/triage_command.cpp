#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/interrupt.h"
#include "cli/progress_bar.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "cli/triage_journal.h"
#include "cli/triage_source.h"
#include "cli/work_stream.h"
#include "diagnosis/triage.h"
#include "matching/matcher.h"
#include "report/triage_report.h"

namespace exdiag::cli {
namespace {

using diagnosis::TriageRow;
using input::InputError;

ExitStatus StatusOfRow(const TriageRow& row) {
  switch (row.verdict) {
    case diagnosis::Verdict::kSucceeded:
      return ExitStatus::kSucceeded;
    case diagnosis::Verdict::kIncomplete:
      return ExitStatus::kInconclusive;
    case diagnosis::Verdict::kFailed:
    case diagnosis::Verdict::kBlocked:
      break;
  }
  return row.rule.empty() ? ExitStatus::kUnknownCause : ExitStatus::kDiagnosed;
}

// What came of one log or archive.
struct UnitResult {
  std::vector<TriageRow> rows;
  std::vector<InputError> errors;
};

class TriageRun {
 public:
  TriageRun(const CommandLine& line, const Console& console, const rules::RulePack& pack)
      : line_(line),
        console_(console),
        pack_(pack),
        bar_(console, line.quiet),
        result_(line, console) {}

  ExitStatus Triage() {
    if (!line_.resume.empty() && !OpenJournal()) return ExitStatus::kWriteError;
    ReadLogs();
    bar_.Clear();
    ComplainOf(errors_, console_);
    if (!any_) return interrupted_ ? ExitStatus::kInterrupted : StatusOf(errors_);
    return Summary();
  }

  ExitStatus Merge() {
    for (const std::string& path : line_.arguments) {
      std::string error;
      if (ReadTriageFile(
              path, [this](const TriageRow& row) { Take(row); }, &error))
        continue;
      console_.Complain(error);
      return ExitStatus::kUnreadable;
    }
    if (!any_) {
      console_.Complain("there is no line of a triage in these files");
      return ExitStatus::kNoLog;
    }
    return Summary();
  }

 private:
  // Rows leave at once and are not kept, so that memory does not grow with their number. They stand
  // in the order of a walk, which rows that are resumed or merged do not come in; lines of NDJSON
  // stand for themselves.
  bool LeavesAtOnce() const {
    if (line_.merge) return false;
    switch (line_.format) {
      case Format::kNdjson:
        return true;
      case Format::kText:
      case Format::kCsv:
      case Format::kJson:
        return line_.resume.empty();
      default:
        return false;
    }
  }

  void WriteRow(const TriageRow& row) {
    if (console_.out_is_terminal) bar_.Clear();
    if (writer_ == nullptr) writer_ = Writer();
    writer_->Row(row);
  }

  // Null for the formats that begin with a summary.
  std::unique_ptr<report::TriageWriter> Writer() {
    return TriageWriterFor(line_.format, TargetFor(line_, console_),
                           {static_cast<int>(pack_.size()), DigestOf(line_, pack_)},
                           [this](std::string_view text) { result_.Write(text); });
  }

  void Take(const TriageRow& row) {
    any_ = true;
    status_ = std::max(status_, StatusOfRow(row));
    if (LeavesAtOnce()) {
      WriteRow(row);
    } else {
      rows_.Add(row);
    }
  }

  bool OpenJournal() {
    std::string error;
    if (journal_.Open(
            line_.resume, [this](const TriageRow& row) { Take(row); }, &error))
      return true;
    console_.Complain(error);
    return false;
  }

  void ReadLogs() {
    const matching::Matcher matcher(pack_);
    const InterruptGuard interrupt;
    ReadOptions reading;
    reading.encoding = line_.encoding;
    TriageSource source(line_.arguments, reading, line_.shard);
    if (bar_.shown()) bar_.SetTotal(CountFiles(line_.arguments));
    WorkStream<TriageUnit, UnitResult> stream(
        line_.jobs, [&](const TriageUnit& unit) { return ResultOf(unit, matcher); });
    stream.Run(
        [&] { return NextUnit(&source, interrupt); },
        [&](const TriageUnit& unit, UnitResult result) { TakeResult(unit, std::move(result)); });
    errors_.insert(errors_.begin(), source.errors().begin(), source.errors().end());
    if (interrupted_) Tell("interrupted; what was read until then follows");
  }

  std::optional<TriageUnit> NextUnit(TriageSource* source, const InterruptGuard& interrupt) {
    TriageUnit unit;
    while (!interrupt.requested() && result_.open()) {
      if (!source->Next(&unit)) return std::nullopt;
      if (!journal_.Has(unit.path)) return unit;
    }
    interrupted_ = interrupt.requested();
    return std::nullopt;
  }

  UnitResult ResultOf(const TriageUnit& unit, const matching::Matcher& matcher) const {
    UnitResult result;
    PathsOptions options;
    options.reading.encoding = line_.encoding;
    options.attempt = line_.attempt;
    options.in_short = true;
    options.beside = unit.beside;
    options.on_report = [&](const diagnosis::LogReport& log) {
      result.rows.push_back(diagnosis::TriageRowOf(log));
    };
    result.errors = DiagnosePaths(unit.paths, matcher, options);
    // Among thousands of files that nobody has named, one that is no log is no news.
    const auto& named = line_.arguments;
    if (std::find(named.begin(), named.end(), unit.path) == named.end()) {
      std::erase_if(result.errors,
                    [](const InputError& error) { return error.kind == InputError::Kind::kNoLog; });
    }
    return result;
  }

  void TakeResult(const TriageUnit& unit, UnitResult result) {
    errors_.insert(errors_.end(), result.errors.begin(), result.errors.end());
    if (!line_.resume.empty()) {
      std::string lines;
      for (const TriageRow& row : result.rows) lines += report::RenderTriageNdjson(row);
      if (!journal_.Add(lines) && !std::exchange(journal_failed_, true))
        Tell(line_.resume + ": cannot be written");
    }
    for (const TriageRow& row : result.rows) Take(row);
    bar_.Show(unit.files_seen);
  }

  void Tell(const std::string& message) {
    bar_.Clear();
    console_.Complain(message);
  }

  ExitStatus Summary() {
    if (journal_failed_) status_ = ExitStatus::kWriteError;
    if (interrupted_) status_ = ExitStatus::kInterrupted;
    if (writer_ == nullptr) WriteKeptRows();
    if (writer_ != nullptr) writer_->End();
    return result_.Finish(status_);
  }

  void WriteKeptRows() {
    rows_.PutInOrder();
    writer_ = Writer();
    if (writer_ != nullptr) {
      for (const TriageRow row : rows_) writer_->Row(row);
      return;
    }
    diagnosis::Triage triage = diagnosis::TriageOf(std::move(rows_));
    triage.rule_count = static_cast<int>(pack_.size());
    triage.rules_digest = DigestOf(line_, pack_);
    WriteTriage(triage, line_.format, [this](std::string_view text) { result_.Write(text); });
  }

  const CommandLine& line_;
  const Console& console_;
  const rules::RulePack& pack_;
  ProgressBar bar_;
  ResultStream result_;
  std::unique_ptr<report::TriageWriter> writer_;  // once a row leaves
  TriageJournal journal_;
  diagnosis::CompactRows rows_;  // that wait for others
  std::vector<InputError> errors_;
  ExitStatus status_ = ExitStatus::kSucceeded;
  bool any_ = false;
  bool interrupted_ = false;
  bool journal_failed_ = false;
};

}  // namespace

ExitStatus RunTriage(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  const bool rules_right = LoadRulesInForce(line, console, &pack);
  TriageRun run(line, console, pack);
  return StatusByRules(line.merge ? run.Merge() : run.Triage(), rules_right);
}

}  // namespace exdiag::cli
