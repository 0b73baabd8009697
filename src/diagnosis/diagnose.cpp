#include "diagnosis/diagnose.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "diagnosis/aftermath.h"
#include "diagnosis/companion_times.h"
#include "diagnosis/failure.h"
#include "diagnosis/findings.h"
#include "diagnosis/other_failures.h"
#include "knowledge/builds.h"
#include "setuplog/ascii_case.h"
#include "setuplog/error_text.h"

namespace exdiag::diagnosis {
namespace {

using setuplog::Attempt;
using setuplog::Ending;

Verdict VerdictOf(const Attempt& attempt) {
  switch (attempt.ending) {
    case Ending::kSuccess:
      return Verdict::kSucceeded;
    case Ending::kFailure:
      return Verdict::kFailed;
    case Ending::kBlocked:
      return Verdict::kBlocked;
    case Ending::kClosed:
    case Ending::kOpen:
      break;
  }
  return Verdict::kIncomplete;
}

AttemptSummary SummaryOf(const Attempt& attempt) {
  return {attempt.number,  attempt.first_line, attempt.last_line,
          attempt.started, attempt.ended,      VerdictOf(attempt)};
}

// The product line's name where the log does not say it.
std::string ProductOf(const std::string& version) {
  const auto line = knowledge::ProductLine(version);
  if (line.empty()) return {};
  return "Exchange Server " +
         (line == "SE" ? std::string("Subscription Edition") : std::string(line));
}

AttemptFacts FactsOf(const Attempt& attempt) {
  AttemptFacts facts;
  facts.summary = SummaryOf(attempt);
  facts.header = attempt.header;
  if (facts.header.product.empty()) facts.header.product = ProductOf(attempt.header.setup_version);
  if (const auto build = knowledge::FindBuild(attempt.header.setup_version)) {
    facts.update = knowledge::UpdateName(*build);
    facts.build_name = build->name;
  } else if (const auto base = knowledge::BaseBuild(attempt.header.setup_version)) {
    facts.update = knowledge::UpdateName(*base);
    facts.build_name = base->name;
  }
  return facts;
}

size_t ChosenAttempt(const std::vector<Attempt>& attempts, const AttemptChoice& choice) {
  if (choice.number) {
    const auto found = std::find_if(attempts.begin(), attempts.end(), [&](const Attempt& attempt) {
      return attempt.number == *choice.number;
    });
    if (found != attempts.end()) return static_cast<size_t>(found - attempts.begin());
  }
  for (size_t i = attempts.size(); i-- > 0;) {
    if (attempts[i].did_something) return i;
  }
  return attempts.size() - 1;
}

bool TellsCause(const std::vector<Diagnosis>& findings) {
  return !findings.empty() && findings.front().primary && !findings.front().about_earlier_attempt;
}

void PutCauseFirst(Diagnosis cause, LogReport* report) {
  report->diagnoses.front().primary = false;
  report->diagnoses.front().relation = Relation::kConsequence;
  report->diagnoses.insert(report->diagnoses.begin(), std::move(cause));
}

void LimitMatches(std::vector<matching::Match>* matches, Coverage* coverage) {
  const size_t dropped = DropVaguest(matches);
  if (dropped == 0) return;
  coverage->limits_hit.push_back("More than " + std::to_string(kMostMatches) +
                                 " rules hold on one attempt; " + std::to_string(dropped) +
                                 " of the vaguest are left out.");
}

class LogDiagnosis {
 public:
  LogDiagnosis(const ReadLog& read, const matching::Matcher& matcher)
      : read_(read), matcher_(matcher) {}

  LogReport Report(size_t chosen, bool in_short) const {
    const Attempt& attempt = read_.log.attempts[chosen];
    LogReport report = Frame();
    report.verdict = VerdictOf(attempt);
    report.attempt = FactsOf(attempt);
    report.failure = FailureOf(attempt);
    report.diagnoses = FindingsOf(chosen, &report.coverage);
    FollowChain(chosen, &report);
    AdjustToCause(&report);
    if (report.failure) report.fingerprint = Fingerprint(*report.failure);
    for (const auto& check : attempt.prerequisites) {
      if (check.severity == setuplog::Severity::kWarning && !check.message.empty())
        report.warnings.push_back(check);
    }
    if (!in_short) CopyDetails(attempt, &report);
    report.other_failures = OtherFailuresOf(attempt, report);
    report.rerun = RerunAdviceFor(report.verdict, report.primary(), &attempt.header);
    const auto companions = CompanionsOf(read_.companions, attempt);
    report.aftermath = AftermathOf(attempt, companions);
    for (const auto& companion : companions) report.coverage.companions.push_back(companion.path);
    return report;
  }

  // Notes in `coverage` where matches were left out.
  std::vector<Diagnosis> FindingsOf(size_t index, Coverage* coverage) const {
    const Attempt& attempt = read_.log.attempts[index];
    std::vector<matching::Match> matches = MatchesOf(index);
    LimitMatches(&matches, coverage);
    return Findings({std::move(matches), VerdictOf(attempt), attempt.number,
                     FactCaptures(attempt.header), read_.log.kind == setuplog::LogKind::kConsole});
  }

 private:
  static void CopyDetails(const Attempt& attempt, LogReport* report) {
    report->steps = attempt.steps;
    report->step_texts = attempt.texts;
    report->errors = attempt.errors;
  }

  LogReport Frame() const {
    LogReport report;
    report.path = read_.path;
    report.kind = read_.log.kind == setuplog::LogKind::kExchangeSetup ? "exchange-setup"
                  : read_.log.kind == setuplog::LogKind::kExcerpt     ? "excerpt"
                                                                      : "console";
    report.encoding = read_.encoding;
    report.bytes = read_.bytes;
    report.lines = read_.log.lines;
    for (const Attempt& attempt : read_.log.attempts) report.attempts.push_back(SummaryOf(attempt));
    report.coverage.records = read_.log.records;
    report.coverage.unparsed_lines = read_.log.unparsed_lines;
    report.coverage.replaced_bytes = read_.replaced_bytes;
    report.coverage.limits_hit = read_.log.limits_hit;
    return report;
  }

  std::vector<matching::Match> MatchesOf(size_t index) const {
    matching::Subject subject;
    subject.attempt = &read_.log.attempts[index];
    subject.previous = index > 0 ? &read_.log.attempts[index - 1] : nullptr;
    const auto companions = CompanionsOf(read_.companions, read_.log.attempts[index]);
    subject.companions = &companions;
    return matcher_.Find(subject);
  }

  // An attempt that met only what an earlier one had left behind: the root cause is what stopped
  // that.
  void FollowChain(size_t chosen, LogReport* report) const {
    if (report->primary() == nullptr || !report->primary()->about_earlier_attempt) return;
    for (size_t i = chosen; i-- > 0;) {
      if (VerdictOf(read_.log.attempts[i]) == Verdict::kSucceeded) return;
      if (!read_.log.attempts[i].did_something)
        continue;  // a mistyped command line left nothing behind
      std::vector<Diagnosis> earlier = FindingsOf(i, &report->coverage);
      if (!TellsCause(earlier)) continue;
      PutCauseFirst(std::move(earlier.front()), report);
      return;
    }
    report->wants_earlier_log = true;
  }

  // A paste that shows a failed check by its sentence alone is a blocked setup all the same.
  void AdjustToCause(LogReport* report) const {
    const Diagnosis* primary = report->primary();
    if (primary == nullptr || primary->category != "prerequisites") return;
    const bool told = report->failure && report->failure->blocking_prerequisites.empty();
    if (report->kind == "exchange-setup" || !told || !report->failure->exceptions.empty()) return;
    report->verdict = Verdict::kBlocked;
    if (!report->attempts.empty()) report->attempts.back().verdict = Verdict::kBlocked;
  }

  const ReadLog& read_;
  const matching::Matcher& matcher_;
};

// An attempt of an earlier log.
struct EarlierAttempt {
  const ReadLog* read;
  size_t index;

  const Attempt& attempt() const { return read->log.attempts[index]; }
};

// By the name without the domain, which not every log tells.
std::string ServerOf(const setuplog::Header& header) {
  return setuplog::LowerCase(header.server.substr(0, header.server.find('.')));
}

bool MayBeOfSameServer(const setuplog::Header& one, const setuplog::Header& other) {
  const std::string first = ServerOf(one);
  const std::string second = ServerOf(other);
  return first.empty() || second.empty() || first == second;
}

// The latest first.
std::vector<EarlierAttempt> AttemptsBefore(const LogReport& report,
                                           const std::vector<const ReadLog*>& logs) {
  std::vector<EarlierAttempt> earlier;
  if (!report.attempt || !report.attempt->summary.started) return earlier;
  for (const ReadLog* read : logs) {
    for (size_t i = 0; i < read->log.attempts.size(); ++i) {
      const Attempt& attempt = read->log.attempts[i];
      if (attempt.did_something && attempt.started &&
          *attempt.started < *report.attempt->summary.started &&
          MayBeOfSameServer(attempt.header, report.attempt->header))
        earlier.push_back({read, i});
    }
  }
  std::stable_sort(earlier.begin(), earlier.end(), [](const auto& a, const auto& b) {
    return *a.attempt().started > *b.attempt().started;
  });
  return earlier;
}

void NameLog(const std::string& path, Diagnosis* finding) {
  finding->log = path;
  const auto name = [&](matching::Evidence* evidence) {
    if (evidence->path.empty()) evidence->path = path;
  };
  for (auto& evidence : finding->evidence) name(&evidence);
  for (Member& member : finding->members) name(&member.evidence);
}

// A companion log that no rule for its kind knows, as the error that rules for setup's own log look
// for: the scripts beside setup fail for the same reasons.
Attempt AsAttempt(const companion::CompanionLog& log) {
  Attempt attempt;
  attempt.ending = Ending::kFailure;
  attempt.notable = log.records;
  if (log.records.empty()) return attempt;
  setuplog::ErrorReport& error = attempt.errors.emplace_back();
  error.records = log.records;
  error.message = log.failure_message;
  error.line = log.failure_line;
  for (const setuplog::Record& record : log.records) {
    for (auto& exception : setuplog::ExceptionsIn(record, 0))
      error.exceptions.insert(error.exceptions.begin(), std::move(exception));
  }
  return attempt;
}

std::vector<Diagnosis> FindingsOfCompanion(const matching::Subject& subject,
                                           const matching::Matcher& matcher, LogReport* report) {
  std::vector<matching::Match> matches = matcher.Find(subject);
  LimitMatches(&matches, &report->coverage);
  return Findings({std::move(matches), report->verdict, 1, {}});
}

}  // namespace

void FollowIntoEarlierLogs(const std::vector<const ReadLog*>& logs,
                           const matching::Matcher& matcher, LogReport* report) {
  for (const EarlierAttempt& earlier : AttemptsBefore(*report, logs)) {
    if (VerdictOf(earlier.attempt()) == Verdict::kSucceeded) return;
    auto findings =
        LogDiagnosis(*earlier.read, matcher).FindingsOf(earlier.index, &report->coverage);
    if (!TellsCause(findings)) continue;
    NameLog(earlier.read->path, &findings.front());
    PutCauseFirst(std::move(findings.front()), report);
    report->rerun = RerunAdviceFor(report->verdict, report->primary(), &report->attempt->header);
    return;
  }
}

LogReport DiagnoseLog(const ReadLog& read, const matching::Matcher& matcher,
                      const AttemptChoice& choice) {
  return LogDiagnosis(read, matcher)
      .Report(ChosenAttempt(read.log.attempts, choice), choice.in_short);
}

LogReport DiagnoseCompanion(const companion::CompanionLog& log, const matching::Matcher& matcher,
                            const std::vector<companion::CompanionLog>& others) {
  std::vector<companion::CompanionLog> all = {log};
  all.insert(all.end(), others.begin(), others.end());
  LogReport report;
  report.path = log.path;
  report.kind = companion::KindName(log.kind);
  report.encoding = "utf-8";
  report.lines = log.lines;
  report.verdict = log.failed ? Verdict::kFailed : Verdict::kIncomplete;
  report.coverage.records = static_cast<int64_t>(log.records.size());
  for (const auto& other : others) report.coverage.companions.push_back(other.path);
  if (log.failed) {
    report.failure = FailureOf(log);
    report.fingerprint = Fingerprint(*report.failure);
  }
  matching::Subject subject;
  subject.companions = &all;
  report.diagnoses = FindingsOfCompanion(subject, matcher, &report);
  if (log.failed && report.primary() == nullptr) {
    const Attempt attempt = AsAttempt(log);
    subject.attempt = &attempt;
    report.diagnoses = FindingsOfCompanion(subject, matcher, &report);
  }
  for (const auto& each : all) {
    for (Leftover& left : AftermathOf(each)) report.aftermath.push_back(std::move(left));
  }
  report.rerun = RerunAdviceFor(report.verdict, report.primary(), nullptr);
  return report;
}

}  // namespace exdiag::diagnosis
