#include <fmt/format.h>

#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using setuplog::ErrorReport;
using setuplog::Step;

std::string_view Outcome(const Step& step) {
  if (step.failed) return "FAILED";
  return step.finished ? "" : "not finished";
}

int DepthOf(const std::vector<Step>& steps, const Step& step) {
  int depth = 0;
  for (int parent = step.parent; parent >= 0; parent = steps[static_cast<size_t>(parent)].parent)
    ++depth;
  return depth;
}

std::string StepText(const Step& step) {
  std::string text = fmt::format("{} (line {}", step.name, step.first_line);
  if (step.started && step.ended) text += ", " + DurationText(*step.started, *step.ended);
  text += ")";
  if (const std::string_view outcome = Outcome(step); !outcome.empty())
    text += fmt::format("  {}", outcome);
  return text;
}

std::string_view FateText(ErrorReport::Fate fate) {
  switch (fate) {
    case ErrorReport::Fate::kFatal:
      return "setup stopped here";
    case ErrorReport::Fate::kNonCritical:
      return "not critical, as setup says";
    case ErrorReport::Fate::kRestore:
      return "raised while setup put things back";
    case ErrorReport::Fate::kSurvived:
      return "setup went on";
  }
  return "";
}

}  // namespace

void AddSteps(const diagnosis::LogReport& log, TextPage* page) {
  if (log.steps.empty()) return;
  page->Heading("Steps");
  for (const Step& step : log.steps) {
    const std::string indent(static_cast<size_t>(2 + 2 * DepthOf(log.steps, step)), ' ');
    page->Line(indent + page->Inline(StepText(step), step.failed ? Tone::kRed : Tone::kPlain));
  }
}

void AddErrors(const diagnosis::LogReport& log, TextPage* page) {
  if (log.errors.empty()) return;
  page->Heading("All errors");
  for (const ErrorReport& error : log.errors) {
    page->Gap();
    page->Line(
        page->Inline(fmt::format("  line {}: {}", error.line, FateText(error.fate)), Tone::kBold));
    for (const auto& record : error.records) page->Paragraph(record.text, 4);
  }
}

}  // namespace exdiag::report
