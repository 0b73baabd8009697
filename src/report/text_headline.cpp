#include <fmt/format.h>

#include <algorithm>

#include "report/headline.h"
#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;
using diagnosis::Verdict;

constexpr size_t kMostChecks = 20;

std::string_view VerdictWord(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSucceeded:
      return "SUCCEEDED";
    case Verdict::kFailed:
      return "FAILED";
    case Verdict::kBlocked:
      return "BLOCKED";
    case Verdict::kIncomplete:
      return "INCOMPLETE";
  }
  return "";
}

Tone VerdictTone(Verdict verdict) {
  if (verdict == Verdict::kSucceeded) return Tone::kGreen;
  return verdict == Verdict::kIncomplete ? Tone::kYellow : Tone::kRed;
}

// How long the run took and when it ended, as far as the log says.
std::string TimesOf(const LogReport& log) {
  const auto& summary = log.attempt->summary;
  if (!summary.ended) return {};
  const std::string ended = TimeText(log, *summary.ended);
  if (!summary.started) return " on " + ended;
  return fmt::format(" after {}, on {}", DurationText(*summary.started, *summary.ended), ended);
}

int64_t SurvivedErrors(const LogReport& log) {
  return std::count_if(log.errors.begin(), log.errors.end(),
                       [](const setuplog::ErrorReport& error) {
                         return error.fate != setuplog::ErrorReport::Fate::kFatal;
                       });
}

}  // namespace

void AddHeadline(const LogReport& log, TextPage* page) {
  const std::string_view word = VerdictWord(log.verdict);
  page->Labelled(std::string(word) + "  ", RunName(log), 0, VerdictTone(log.verdict));
  page->Gap();
}

void AddSuccess(const LogReport& log, TextPage* page) {
  page->Line(fmt::format("  --> {}", page->Inline(log.path)));
  page->Gap();
  const std::string times = log.attempt ? TimesOf(log) : std::string();
  page->Paragraph(fmt::format("Setup completed successfully{}.", times), 2);
  const int64_t survived = SurvivedErrors(log);
  if (survived > 0) {
    page->Paragraph(
        fmt::format("Setup met {} on the way and got over {} by itself.",
                    Counted(survived, "error", "errors"), survived == 1 ? "it" : "them"),
        2);
  }
  page->Paragraph(log.diagnoses.empty()
                      ? "Nothing to do."
                      : "Nothing has to be done now; what is found below may bite later.",
                  2);
}

void AddIncomplete(const LogReport& log, TextPage* page) {
  page->Line(fmt::format("  --> {}", page->Inline(fmt::format("{}:{}", log.path, log.lines))));
  page->Gap();
  page->Paragraph(fmt::format("{}. {}", NoResultPhrase(log), WithoutResultText(log)), 2);
  const auto last = std::find_if(log.steps.rbegin(), log.steps.rend(),
                                 [](const setuplog::Step& step) { return !step.finished; });
  if (last != log.steps.rend()) {
    page->Paragraph(fmt::format("The last step that it began and did not end is {} (line {}).",
                                last->name, last->first_line),
                    2);
  }
}

void AddFailedChecks(const LogReport& log, TextPage* page) {
  if (!log.failure || log.failure->blocking_prerequisites.empty()) return;
  const auto& checks = log.failure->blocking_prerequisites;
  page->Heading(fmt::format("Failed checks ({})", checks.size()));
  for (size_t i = 0; i < std::min(kMostChecks, checks.size()); ++i) {
    const auto& check = checks[i];
    const std::string name = check.rule.empty() ? std::string("Check") : check.rule;
    page->Paragraph(fmt::format("{} (line {})", name, check.line), 2);
    page->Paragraph(check.message, 6);
  }
  if (checks.size() > kMostChecks) {
    page->Paragraph(fmt::format("and {} more", checks.size() - kMostChecks), 2);
  }
}

}  // namespace exdiag::report
