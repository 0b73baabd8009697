#include <fmt/format.h>

#include <algorithm>

#include "report/html_sections.h"
#include "report/timeline_tree.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;
using diagnosis::Verdict;

constexpr int kChartWidth = 1000;  // units of the drawing; the page stretches them to its width
constexpr int kLeastBar = 4;       // a step of no time is seen all the same
constexpr int kRows = 600;         // of a page; an attempt has thousands of steps

// The tree of steps, each with its bar on the time of the attempt.
class ChartWriter {
 public:
  ChartWriter(const Timeline& timeline, HtmlPage* page) : timeline_(timeline), page_(page) {}

  void WriteLevel(const std::vector<TimelineStep>& level) {
    HtmlElement list(page_, "ol", {{"class", "chart"}});
    int64_t left_out = 0;
    int64_t left_out_milliseconds = 0;
    for (const TimelineStep& step : level) {
      if (IsShown(step)) {
        WriteStep(step);
      } else {
        ++left_out;
        left_out_milliseconds += step.milliseconds;
      }
    }
    if (left_out > 0) WriteRest(left_out, left_out_milliseconds);
  }

 private:
  bool IsShown(const TimelineStep& step) {
    if (step.step->failed) return true;
    if (rows_ >= kRows) return false;
    return step.step->kind == setuplog::Step::Kind::kTask || !timeline_.has_times() ||
           step.share >= 0.002;
  }

  void WriteRest(int64_t count, int64_t milliseconds) {
    HtmlElement item(page_, "li", {{"class", "rest"}});
    std::string text = Counted(count, "shorter step", "shorter steps");
    if (timeline_.has_times()) text += ", " + SpanText(milliseconds) + " together";
    page_->Text(text);
  }

  void WriteStep(const TimelineStep& step) {
    ++rows_;
    HtmlElement item(page_, "li", {{"class", step.step->failed ? "failed" : "passed"}});
    if (step.below.empty()) {
      HtmlElement row(page_, "div", {{"class", "row"}});
      WriteRow(step);
      return;
    }
    // Nothing can be added to an element after it is opened, so the two ways are written out.
    if (step.step->failed) {
      page_->Open("details", {{"open", ""}});
    } else {
      page_->Open("details");
    }
    page_->Open("summary", {{"class", "row"}});
    WriteRow(step);
    page_->Close();
    WriteLevel(step.below);
    page_->Close();
  }

  void WriteRow(const TimelineStep& step) {
    page_->Open("span", {{"class", "step-name"}});
    page_->Text(step.label);
    if (step.stopped_here) page_->Element("span", {{"class", "badge bad"}}, "Failed here");
    page_->Close();
    if (!timeline_.has_times() || !step.started) {
      page_->Element("span", {{"class", "step-time"}},
                     fmt::format("line {}", step.step->first_line));
      return;
    }
    WriteBar(step);
    page_->Element("span", {{"class", "step-time"}},
                   fmt::format("{}, {}", SpanText(step.milliseconds), ShareText(step.share)));
  }

  void WriteBar(const TimelineStep& step) {
    const int64_t offset = step.started->milliseconds - timeline_.started->milliseconds;
    const auto width =
        std::max<int64_t>(kLeastBar, step.milliseconds * kChartWidth / timeline_.milliseconds);
    const auto from =
        std::min<int64_t>(offset * kChartWidth / timeline_.milliseconds, kChartWidth - kLeastBar);
    HtmlElement svg(page_, "svg",
                    {{"class", "bar"},
                     {"viewBox", fmt::format("0 0 {} 10", kChartWidth)},
                     {"preserveAspectRatio", "none"},
                     {"aria-hidden", "true"},
                     {"focusable", "false"}});
    page_->Empty("rect", {{"class", "track"},
                          {"x", "0"},
                          {"y", "0"},
                          {"width", std::to_string(kChartWidth)},
                          {"height", "10"}});
    page_->Empty("rect", {{"class", StepKindName(step.step->kind)},
                          {"x", std::to_string(from)},
                          {"y", "0"},
                          {"width", std::to_string(std::min<int64_t>(width, kChartWidth - from))},
                          {"height", "10"}});
  }

  const Timeline& timeline_;
  HtmlPage* page_;
  int rows_ = 0;
};

std::string StopSentence(const LogReport& log, const Timeline& timeline) {
  const auto path = PathToStop(timeline);
  if (path.empty() || log.verdict == Verdict::kSucceeded) return {};
  std::string text = log.verdict == Verdict::kIncomplete ? "It came to " : "It failed in ";
  for (const TimelineStep* step : path)
    text += (step == path.front() ? "" : " \u2192 ") + step->label;
  if (timeline.started && path.back()->started) {
    text += ", " + SpanText(path.back()->started->milliseconds - timeline.started->milliseconds) +
            " after the start";
  }
  return text + ".";
}

void WriteLongest(const Timeline& timeline, HtmlPage* page) {
  const auto longest = LongestSteps(timeline, 5);
  if (longest.empty()) return;
  page->Element("h3", "Where the time went");
  HtmlElement list(page, "ol", {{"class", "longest"}});
  for (const TimelineStep* step : longest) {
    HtmlElement item(page, "li");
    page->Element("strong", SpanText(step->own_milliseconds));
    page->Text(fmt::format(" {}, line {}", step->label, step->step->first_line));
  }
}

void WriteAxis(const Timeline& timeline, HtmlPage* page) {
  HtmlElement axis(page, "div", {{"class", "axis"}, {"aria-hidden", "true"}});
  for (int quarter = 0; quarter <= 4; ++quarter) {
    page->Element("span",
                  quarter == 0 ? std::string("0") : SpanText(timeline.milliseconds * quarter / 4));
  }
}

}  // namespace

bool HasTimeline(const LogReport& log) { return !log.steps.empty(); }

void WriteTimeline(const LogReport& log, HtmlPage* page) {
  const Timeline timeline = TimelineOf(log);
  std::string summary;
  if (timeline.has_times()) {
    summary = fmt::format("{} in all, {} of it in no step. ", SpanText(timeline.milliseconds),
                          SpanText(timeline.outside_milliseconds));
  }
  summary += StopSentence(log, timeline);
  if (!summary.empty()) page->Element("p", summary);
  HtmlElement figure(page, "div", {{"class", "timeline"}});
  if (timeline.has_times()) WriteAxis(timeline, page);
  ChartWriter(timeline, page).WriteLevel(timeline.steps);
  WriteLongest(timeline, page);
}

}  // namespace exdiag::report
