#include "cli/diagnose_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "cli/found_logs.h"
#include "cli/ordered_work.h"
#include "cli/setup_logs.h"
#include "diagnosis/diagnose.h"
#include "platform/folder.h"

namespace exdiag::cli {
namespace {

using companion::CompanionLog;
using diagnosis::LogReport;
using input::InputError;

// The containers one after the other, in each first the companions, then the setup logs.
class Run {
 public:
  Run(const std::vector<std::string>& paths, const matching::Matcher& matcher,
      const PathsOptions& options)
      : paths_(paths), matcher_(matcher), options_(options) {}

  std::vector<InputError> All() {
    const auto of_many = [this](const Container& container, std::vector<Candidate> logs) {
      std::vector<Candidate*> candidates;
      candidates.reserve(logs.size());
      for (Candidate& log : logs) candidates.push_back(&log);
      DiagnoseSetupLogs(container, candidates, {});
    };
    FoundLogs found = FindLogs(paths_, options_.reading, of_many);
    errors_.insert(errors_.begin(), std::make_move_iterator(found.errors.begin()),
                   std::make_move_iterator(found.errors.end()));
    for (Container& container : found.containers) DiagnoseContainer(&container);
    for (size_t i = 0; i < paths_.size(); ++i) CheckAnswered(i);
    return std::move(errors_);
  }

 private:
  // What came of one candidate.
  struct Outcome {
    std::vector<LogReport> reports;
    std::optional<InputError> error;
  };

  void DiagnoseContainer(Container* container) {
    std::vector<Candidate*> logs;
    std::vector<CompanionLog> companions;
    for (Candidate& candidate : container->files) {
      if (candidate.companion) {
        ReadCompanion(&candidate, &companions);
      } else {
        logs.push_back(&candidate);
      }
    }
    if (!container->of_one_server()) {
      DiagnoseSetupLogs(*container, logs, {});
      DiagnoseFailedCompanions(*container, companions);
    } else if (!DiagnoseSetupLogs(*container, logs, companions)) {
      DiagnoseCompanions(*container, companions);
    }
  }

  void ReadCompanion(Candidate* candidate, std::vector<CompanionLog>* companions) {
    ReadText read = TakeText(candidate, options_.reading);
    if (read.error.kind != InputError::Kind::kNone) errors_.push_back(read.error);
    if (!read.companion) return;
    encodings_[candidate->file.path] = {read.encoding, read.bytes};
    companions->push_back(std::move(*read.companion));
  }

  // False if none of them is one.
  bool DiagnoseSetupLogs(const Container& container, const std::vector<Candidate*>& candidates,
                         const std::vector<CompanionLog>& companions) {
    SetupLogs logs(candidates, companions, container.of_one_server());
    bool any = false;
    std::vector<Outcome> outcomes(logs.size());
    // Several logs keep the processors busy by themselves.
    ReadOptions reading = options_.reading;
    reading.read_ahead = reading.read_ahead && logs.size() == 1;
    const auto work = [&](size_t i) { outcomes[i] = DiagnoseSetupLog(i, logs, reading); };
    const auto done = [&](size_t i) {
      if (outcomes[i].error) errors_.push_back(*outcomes[i].error);
      for (LogReport& report : outcomes[i].reports) {
        any = true;
        Report(logs.candidate(i).argument, std::move(report));
      }
      outcomes[i] = {};
      if (logs.size() == 1) logs.Forget(i);
    };
    RunInOrder(logs.size(), options_.jobs, work, done);
    return any;
  }

  Outcome DiagnoseSetupLog(size_t index, const SetupLogs& logs, const ReadOptions& reading) const {
    Outcome outcome;
    const bool named = logs.candidate(index).named;
    SetupLogAtHand room;
    const auto& [log, error] = logs.Read(index, reading, &room);
    const bool whole = error.kind == InputError::Kind::kNone;
    if (!whole) outcome.error = error;
    const bool doubtful = log.log.kind == setuplog::LogKind::kUnrecognized;
    const InputError no_log = {InputError::Kind::kNoLog, log.path, NothingOfSetup()};
    if (log.log.attempts.empty() || (doubtful && !named)) {
      if (named && whole) outcome.error = no_log;
      return outcome;
    }
    for (const diagnosis::AttemptChoice& choice : ChoicesFor(log, &outcome)) {
      outcome.reports.push_back(diagnosis::DiagnoseLog(log, matcher_, choice));
      TellSubject(log, outcome.reports.back());
      if (outcome.reports.back().wants_earlier_log)
        FollowIntoOthers(index, logs, &outcome.reports.back());
    }
    // A sentence that names no Exchange may still be one that a rule knows.
    if (doubtful && !IsKnown(outcome.reports)) {
      outcome.reports.clear();
      outcome.error = no_log;
    }
    return outcome;
  }

  std::string NothingOfSetup() const {
    const auto& encoding = options_.reading.encoding;
    if (!encoding)
      return "nothing in it is of an Exchange setup; give ExchangeSetup.log or an excerpt of it";
    return fmt::format(
        "read as {} it has nothing of an Exchange setup; without --encoding exdiag finds out the "
        "encoding by itself",
        input::EncodingName(*encoding));
  }

  void FollowIntoOthers(size_t index, const SetupLogs& logs, LogReport* report) const {
    if (!logs.of_one_server()) return;
    std::deque<SetupLogAtHand> rooms;
    std::vector<const diagnosis::ReadLog*> others;
    const auto add = [&](const SetupLogAtHand& read) {
      if (read.log.log.kind == setuplog::LogKind::kExchangeSetup) others.push_back(&read.log);
    };
    for (size_t i = 0; i < logs.size(); ++i) {
      if (i != index) add(logs.Read(i, options_.reading, &rooms.emplace_back()));
    }
    for (const std::string& path : options_.beside) {
      add(rooms.emplace_back(ReadSetupLog(path, options_.reading, logs.companions())));
    }
    diagnosis::FollowIntoEarlierLogs(others, matcher_, report);
  }

  static bool IsKnown(const std::vector<LogReport>& reports) {
    return std::any_of(reports.begin(), reports.end(), [](const LogReport& report) {
      return report.primary() != nullptr && report.primary()->category != "generic";
    });
  }

  // The attempt that a report is about, as the rules see it.
  void TellSubject(const diagnosis::ReadLog& log, const LogReport& report) const {
    if (!options_.on_subject || !report.attempt) return;
    matching::Subject subject;
    subject.companions = &log.companions;
    for (const auto& attempt : log.log.attempts) {
      if (attempt.number == report.attempt->summary.number) subject.attempt = &attempt;
      if (attempt.number < report.attempt->summary.number) subject.previous = &attempt;
    }
    options_.on_subject(log.path, subject);
  }

  std::vector<diagnosis::AttemptChoice> ChoicesFor(const diagnosis::ReadLog& log,
                                                   Outcome* outcome) const {
    const auto& attempts = log.log.attempts;
    if (options_.attempt.all) {
      std::vector<diagnosis::AttemptChoice> choices;
      choices.reserve(attempts.size());
      for (const auto& attempt : attempts) choices.push_back({attempt.number, options_.in_short});
      return choices;
    }
    const auto number = options_.attempt.number;
    const bool known =
        !number || std::any_of(attempts.begin(), attempts.end(),
                               [&](const auto& attempt) { return attempt.number == *number; });
    if (known) return {{number, options_.in_short}};
    outcome->error = {
        InputError::Kind::kNoLog, log.path,
        fmt::format("there is no attempt {}; the log holds {}", *number, attempts.size())};
    return {};
  }

  // Without a setup log each MSI log that failed stands for itself, with the others as evidence: a
  // security update leaves nothing but such logs. If none failed, the first log that did speaks,
  // else the first.
  void DiagnoseCompanions(const Container& container, const std::vector<CompanionLog>& companions) {
    if (companions.empty()) return;
    std::vector<size_t> chosen;
    for (size_t i = 0; i < companions.size(); ++i) {
      if (companions[i].failed && companions[i].kind == companion::Kind::kMsi) chosen.push_back(i);
    }
    if (chosen.empty()) {
      const auto failed = std::find_if(companions.begin(), companions.end(),
                                       [](const CompanionLog& log) { return log.failed; });
      chosen.push_back(
          failed == companions.end() ? 0 : static_cast<size_t>(failed - companions.begin()));
    }
    for (const size_t i : chosen) {
      std::vector<CompanionLog> others = companions;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      if (options_.on_subject)
        options_.on_subject(companions[i].path, {nullptr, nullptr, &companions});
      DiagnoseCompanion(container, companions[i], others);
    }
  }

  // Nothing says which of many servers they are from, or that two are of one.
  void DiagnoseFailedCompanions(const Container& container,
                                const std::vector<CompanionLog>& companions) {
    for (const CompanionLog& companion : companions) {
      if (!companion.failed) continue;
      const std::vector<CompanionLog> alone = {companion};
      if (options_.on_subject) options_.on_subject(companion.path, {nullptr, nullptr, &alone});
      DiagnoseCompanion(container, companion, {});
    }
  }

  void DiagnoseCompanion(const Container& container, const CompanionLog& companion,
                         const std::vector<CompanionLog>& others) {
    LogReport report = diagnosis::DiagnoseCompanion(companion, matcher_, others);
    const auto& [encoding, bytes] = encodings_[companion.path];
    report.encoding = input::EncodingName(encoding);
    report.bytes = bytes;
    Report(ArgumentOf(container, companion.path), std::move(report));
  }

  static size_t ArgumentOf(const Container& container, const std::string& path) {
    for (const Candidate& candidate : container.files) {
      if (candidate.file.path == path) return candidate.argument;
    }
    return 0;
  }

  void Report(size_t argument, LogReport report) {
    answered_.insert(argument);
    options_.on_report(std::move(report));
  }

  // A path must not be passed over in silence.
  void CheckAnswered(size_t argument) {
    const std::string& path = paths_[argument];
    if (answered_.contains(argument) || IsCompanionPath(path)) return;
    const bool told = std::any_of(errors_.begin(), errors_.end(), [&](const InputError& error) {
      return error.path.starts_with(path);
    });
    if (told) return;
    const bool folder = platform::KindOf(path) == platform::PathKind::kFolder;
    errors_.push_back({InputError::Kind::kNoLog, path,
                       folder ? "there is no Exchange setup log in this folder"
                              : "there is no Exchange setup log in it"});
  }

  // A companion that was named beside its setup log has had its say there.
  bool IsCompanionPath(const std::string& path) const {
    return encodings_.contains(path) && !answered_.empty();
  }

  const std::vector<std::string>& paths_;
  const matching::Matcher& matcher_;
  const PathsOptions& options_;
  std::vector<InputError> errors_;
  std::set<size_t> answered_;  // indices of paths that gave a report
  std::map<std::string, std::pair<input::Encoding, int64_t>>
      encodings_;  // and sizes, of companions
};

}  // namespace

std::vector<InputError> DiagnosePaths(const std::vector<std::string>& paths,
                                      const matching::Matcher& matcher,
                                      const PathsOptions& options) {
  return Run(paths, matcher, options).All();
}

std::string SentenceOf(const input::InputError& error) {
  if (error.path.empty() || error.message.find(error.path) != std::string::npos)
    return error.message;
  return error.path + ": " + error.message;
}

ExitStatus StatusOf(const LogReport& log) {
  switch (log.verdict) {
    case diagnosis::Verdict::kSucceeded:
      return ExitStatus::kSucceeded;
    case diagnosis::Verdict::kIncomplete:
      return ExitStatus::kInconclusive;
    case diagnosis::Verdict::kFailed:
    case diagnosis::Verdict::kBlocked:
      break;
  }
  return log.primary() != nullptr ? ExitStatus::kDiagnosed : ExitStatus::kUnknownCause;
}

ExitStatus StatusOf(const std::vector<InputError>& errors) {
  const bool unreadable = std::any_of(errors.begin(), errors.end(), [](const InputError& error) {
    return error.kind == InputError::Kind::kNotFound || error.kind == InputError::Kind::kUnreadable;
  });
  return unreadable ? ExitStatus::kUnreadable : ExitStatus::kNoLog;
}

void ComplainOf(const std::vector<InputError>& errors, const Console& console) {
  std::set<std::string> told;
  for (const InputError& error : errors) {
    const std::string sentence = SentenceOf(error);
    if (told.insert(sentence).second) console.Complain(sentence);
  }
}

}  // namespace exdiag::cli
