#include <fmt/format.h>

#include "report/headline.h"
#include "report/remedy.h"
#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Relation;

Tone SeverityTone(rules::Severity severity) {
  return severity == rules::Severity::kError ? Tone::kRed : Tone::kYellow;
}

bool IsOfReportedAttempt(const LogReport& log, const Diagnosis& finding) {
  return log.attempt && finding.log.empty() && finding.attempt == log.attempt->summary.number;
}

// Where a finding shows itself: the failure for the root cause of this attempt, else its first
// line.
std::string PlaceOf(const LogReport& log, const Diagnosis& finding) {
  const bool of_this_attempt = !log.attempt || IsOfReportedAttempt(log, finding);
  if (finding.primary && of_this_attempt && log.failure && log.failure->line > 0) {
    return fmt::format("{}:{}", log.path, log.failure->line);
  }
  if (finding.evidence.empty()) return log.path;
  const matching::Evidence& first = finding.evidence.front();
  return fmt::format("{}:{}", first.path.empty() ? log.path : first.path, first.line);
}

std::string AttemptText(const LogReport& log, const Diagnosis& finding) {
  std::string text;
  if (!finding.log.empty()) {
    text = fmt::format("attempt {} of an earlier log", finding.attempt);
  } else if (log.attempts.size() > 1) {
    text = fmt::format("attempt {} of {}", finding.attempt, log.attempts.size());
  }
  const int64_t line = log.failure ? log.failure->line : 0;
  const bool of_this_attempt = IsOfReportedAttempt(log, finding);
  if (const auto time = TimeOfLine(log, line); time && of_this_attempt) {
    text += (text.empty() ? "" : ", ") + TimeText(log, *time);
  }
  return text;
}

// Paths may be longer than the page; then the rest goes to a line of its own.
void AddArrow(const LogReport& log, const Diagnosis& finding, TextPage* page) {
  const std::string details = AttemptText(log, finding);
  const std::string place = PlaceOf(log, finding);
  std::string line = fmt::format("  --> {}", place);
  const bool fits = line.size() + details.size() + 3 <= static_cast<size_t>(page->style().width);
  if (!details.empty() && fits) line += fmt::format(" ({})", details);
  page->Line(page->Inline(line));
  if (!details.empty() && !fits) page->Line(page->Inline(fmt::format("      ({})", details)));
}

void AddMembers(const Diagnosis& finding, TextPage* page) {
  if (finding.members.empty()) return;
  page->Gap();
  for (const auto& member : finding.members) {
    page->Labelled(
        "- ", fmt::format("{} [{}] (line {})", member.title, member.rule, member.evidence.line), 2);
  }
}

std::string_view RelationWord(Relation relation) {
  switch (relation) {
    case Relation::kRootCause:
      return "cause";
    case Relation::kContributing:
      return "also";
    case Relation::kConsequence:
      return "consequence";
    case Relation::kWarning:
      return "warning";
    case Relation::kRisk:
      return "risk";
  }
  return "also";
}

// The title, id and line of a finding that does not need the page's whole attention.
void AddShortFinding(const Diagnosis& finding, TextPage* page) {
  std::string text = fmt::format("{} [{}]", finding.title, finding.rule);
  if (!finding.evidence.empty()) text += fmt::format(" (line {})", finding.evidence.front().line);
  const Tone tone = finding.relation == Relation::kConsequence ? Tone::kDim : Tone::kYellow;
  page->Labelled(fmt::format("{}: ", RelationWord(finding.relation)), text, 2, tone);
}

void AddFurtherObstacle(const Diagnosis& finding, TextPage* page) {
  page->Gap();
  page->Labelled(fmt::format("error[{}]: ", finding.rule), finding.title, 0, Tone::kRed);
  AddMembers(finding, page);
  page->Gap();
  if (!finding.caution.empty()) {
    page->Labelled("CAUTION: ", finding.caution, 2, Tone::kYellow);
    page->Gap();
  }
  AddNumberedSteps(finding.steps, page);
}

// The last attempt may only have met what an earlier one had left behind.
void AddChain(const LogReport& log, const Diagnosis& finding, TextPage* page) {
  if (!log.attempt || IsOfReportedAttempt(log, finding)) return;
  page->Gap();
  if (!finding.log.empty()) {
    page->Paragraph(
        "An earlier run of setup, of which another log tells, stopped at this. The run of this log "
        "failed only because of what that had left behind.",
        2);
    return;
  }
  page->Paragraph(
      fmt::format(
          "Attempt {} stopped at this. Attempt {}, the last one, failed only because of what that "
          "had left behind.",
          finding.attempt, log.attempt->summary.number),
      2);
}

}  // namespace

void AddFinding(const LogReport& log, const Diagnosis& finding, TextPage* page) {
  page->Labelled(fmt::format("{}[{}]: ", rules::SeverityName(finding.severity), finding.rule),
                 finding.title, 0, SeverityTone(finding.severity));
  AddArrow(log, finding, page);
  std::string confidence = fmt::format("  confidence: {}", ConfidenceWord(finding.confidence));
  if (finding.status == rules::Status::kExperimental) confidence += " (the rule is experimental)";
  page->Line(confidence);
  page->Gap();
  page->Paragraph(finding.cause, 2);
  AddChain(log, finding, page);
  AddMembers(finding, page);
  if (!finding.false_positives.empty() && ConfidenceWord(finding.confidence) != "high") {
    page->Gap();
    page->Labelled("Note: ", finding.false_positives, 2);
  }
}

void AddRemedy(const Diagnosis& finding, TextPage* page) {
  AddRemedySteps(finding.steps, finding.caution, page);
  AddVerification(finding.verify, page);
}

void AddRerun(const LogReport& log, TextPage* page) {
  if (log.rerun.text.empty()) return;
  page->Heading("Can setup be run again?");
  page->Paragraph(log.rerun.text, 2);
}

void AddObstacles(const LogReport& log, TextPage* page) {
  const auto obstacles = FurtherObstacles(log);
  if (obstacles.empty()) return;
  page->Heading("What else has to be mended before setup goes on");
  for (const Diagnosis* obstacle : obstacles) AddFurtherObstacle(*obstacle, page);
}

void AddOtherFindings(const LogReport& log, TextPage* page) {
  const auto findings = OtherFindings(log);
  if (findings.empty() && log.other_failures.empty()) return;
  page->Heading("Also found");
  for (const auto& other : log.other_failures) {
    page->Labelled(
        "  error: ", fmt::format("{} (line {}; no rule knows it)", other.message, other.line), 0,
        Tone::kRed);
  }
  for (const Diagnosis* finding : findings) AddShortFinding(*finding, page);
  if (findings.empty()) return;
  page->Line(page->Inline("  For the steps of any of them: exdiag explain ID", Tone::kDim));
}

}  // namespace exdiag::report
