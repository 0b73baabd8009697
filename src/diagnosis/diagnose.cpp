#include "diagnosis/diagnose.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "diagnosis/aftermath.h"
#include "diagnosis/failure.h"
#include "diagnosis/findings.h"
#include "knowledge/builds.h"

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

  LogReport Report(size_t chosen) const {
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
    report.steps = attempt.steps;
    report.errors = attempt.errors;
    report.rerun = RerunAdviceFor(report.verdict, report.primary(), &attempt);
    report.aftermath = AftermathOf(attempt, read_.companions);
    return report;
  }

 private:
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
    for (const auto& companion : read_.companions)
      report.coverage.companions.push_back(companion.path);
    return report;
  }

  std::vector<matching::Match> MatchesOf(size_t index) const {
    matching::Subject subject;
    subject.attempt = &read_.log.attempts[index];
    subject.previous = index > 0 ? &read_.log.attempts[index - 1] : nullptr;
    subject.companions = &read_.companions;
    return matcher_.Find(subject);
  }

  std::vector<Diagnosis> FindingsOf(size_t index, Coverage* coverage) const {
    const Attempt& attempt = read_.log.attempts[index];
    std::vector<matching::Match> matches = MatchesOf(index);
    LimitMatches(&matches, coverage);
    return Findings({std::move(matches), VerdictOf(attempt), attempt.number,
                     FactCaptures(attempt.header), read_.log.kind == setuplog::LogKind::kConsole});
  }

  // An attempt that met only what an earlier one had left behind: the root cause is what stopped
  // that.
  void FollowChain(size_t chosen, LogReport* report) const {
    if (report->primary() == nullptr || !IsAboutEarlier(chosen, report->primary()->rule)) return;
    for (size_t i = chosen; i-- > 0;) {
      if (VerdictOf(read_.log.attempts[i]) == Verdict::kSucceeded) return;
      if (!read_.log.attempts[i].did_something)
        continue;  // a mistyped command line left nothing behind
      std::vector<Diagnosis> earlier = FindingsOf(i, &report->coverage);
      if (earlier.empty() || !earlier.front().primary || IsAboutEarlier(i, earlier.front().rule))
        continue;
      report->diagnoses.front().primary = false;
      report->diagnoses.front().relation = Relation::kConsequence;
      report->diagnoses.insert(report->diagnoses.begin(), std::move(earlier.front()));
      return;
    }
  }

  bool IsAboutEarlier(size_t index, const std::string& rule_id) const {
    for (const matching::Match& match : MatchesOf(index)) {
      if (match.rule->id == rule_id) return IsAboutEarlierAttempt(*match.rule);
    }
    return false;
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

}  // namespace

LogReport DiagnoseLog(const ReadLog& read, const matching::Matcher& matcher,
                      const AttemptChoice& choice) {
  return LogDiagnosis(read, matcher).Report(ChosenAttempt(read.log.attempts, choice));
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
  matching::Subject subject;
  subject.companions = &all;
  std::vector<matching::Match> matches = matcher.Find(subject);
  LimitMatches(&matches, &report.coverage);
  report.diagnoses = Findings({std::move(matches), report.verdict, 1, {}});
  if (log.failed) {
    Failure failure;
    failure.line = log.failure_line;
    failure.line_text = log.failure_message;
    failure.message = log.failure_message;
    std::set<std::string> known;
    for (const std::string& code : log.codes) {
      if (!known.insert(knowledge::CanonicalCode(code)).second) continue;
      const auto meanings = knowledge::LookUpCode(code);
      DecodedCode decoded{code, "", "", ""};
      if (!meanings.empty()) {
        decoded = {code, std::string(meanings.front().name), std::string(meanings.front().meaning),
                   std::string(meanings.front().in_setup)};
      }
      failure.codes.push_back(std::move(decoded));
    }
    report.fingerprint = Fingerprint(failure);
    report.failure = std::move(failure);
  }
  for (const auto& each : all) {
    for (Leftover& left : AftermathOf(each)) report.aftermath.push_back(std::move(left));
  }
  report.rerun = RerunAdviceFor(report.verdict, report.primary(), nullptr);
  return report;
}

}  // namespace exdiag::diagnosis
