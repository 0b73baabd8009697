#include <fmt/format.h>

#include <array>

#include "report/render.h"
#include "report/text_page.h"
#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;
using diagnosis::Verdict;

// "ExchangeSetup.log:742: failed[cert-expired]: The certificate …".
void AddOneLine(const LogReport& log, TextPage* page) {
  const diagnosis::Diagnosis* primary = log.primary();
  std::string place = log.path;
  if (log.failure) place += fmt::format(":{}", log.failure->line);
  std::string text = place + ": " + std::string(VerdictName(log.verdict));
  if (primary != nullptr) {
    text += fmt::format("[{}]: {}", primary->rule, primary->title);
  } else if (log.failure) {
    text += fmt::format(": no rule knows this failure (fingerprint {})", log.fingerprint);
  }
  page->Line(page->Inline(text));
}

void AddCause(const LogReport& log, TextPage* page) {
  const diagnosis::Diagnosis* primary = log.primary();
  if (primary != nullptr) {
    AddFinding(log, *primary, page);
  } else if (log.verdict == Verdict::kSucceeded) {
    AddSuccess(log, page);
  } else if (log.verdict == Verdict::kIncomplete) {
    AddIncomplete(log, page);
  } else {
    AddUnknownFailure(log, page);
  }
  AddFailedChecks(log, page);
}

void AddAdvice(const LogReport& log, TextPage* page) {
  const diagnosis::Diagnosis* primary = log.primary();
  if (primary != nullptr) AddRemedy(*primary, page);
  AddObstacles(log, page);
  if (log.verdict != Verdict::kSucceeded) AddRerun(log, page);
  if (primary != nullptr) AddEvidence(log, *primary, page);
  AddOtherFindings(log, page);
  AddAftermath(log, page);
}

void AddLog(const LogReport& log, TextPage* page) {
  AddHeadline(log, page);
  AddCause(log, page);
  AddAdvice(log, page);
  AddContext(log, page);
  if (page->style().verbose) {
    AddSteps(log, page);
    AddErrors(log, page);
  }
  AddCoverage(log, page);
  AddReferences(log, page);
}

// "3 logs: 1 failed, 2 succeeded".
std::string Tally(const std::vector<LogReport>& logs) {
  std::string tally = fmt::format("{} logs:", logs.size());
  std::string_view separator = " ";
  for (const Verdict verdict :
       {Verdict::kFailed, Verdict::kBlocked, Verdict::kIncomplete, Verdict::kSucceeded}) {
    int count = 0;
    for (const LogReport& log : logs) count += log.verdict == verdict ? 1 : 0;
    if (count == 0) continue;
    tally += fmt::format("{}{} {}", separator, count, VerdictName(verdict));
    separator = ", ";
  }
  return tally;
}

void AddRuler(const TextStyle& style, TextPage* page) {
  page->Gap();
  page->Line(page->Inline(std::string(static_cast<size_t>(style.width), '='), Tone::kDim));
  page->Gap();
}

}  // namespace

std::string RenderText(const diagnosis::Report& report, const TextStyle& style) {
  TextPage page(style);
  bool first = true;
  for (const LogReport& log : report.logs) {
    if (style.quiet) {
      AddOneLine(log, &page);
      continue;
    }
    if (!first) AddRuler(style, &page);
    first = false;
    AddLog(log, &page);
  }
  if (!style.quiet && report.logs.size() > 1) {
    AddRuler(style, &page);
    page.Line(page.Inline(Tally(report.logs), Tone::kBold));
  }
  return page.Take();
}

}  // namespace exdiag::report
