#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/display_width.h"
#include "report/layout.h"
#include "report/text_page.h"
#include "report/timeline_formats.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Verdict;

constexpr int kClockColumns = 9;  // "17:48:49 "
constexpr int kSpanColumns = 12;  // "59 min 59 s "
constexpr int kShareColumns = 7;  // "100 %  "
constexpr int kBarColumns = 10;

std::string Clock(std::optional<setuplog::Timestamp> time) {
  return time ? setuplog::IsoText(*time).substr(11, 8) : std::string();
}

class OutlineWriter {
 public:
  OutlineWriter(const Timeline& timeline, const TimelineOptions& options)
      : timeline_(timeline), options_(options), page_(options.style) {}

  std::string Write(const diagnosis::LogReport& log) {
    WriteHead(log);
    WriteLongest();
    page_.Heading("Steps");
    if (timeline_.steps.empty()) page_.Paragraph("The log shows no step of setup.", 2);
    WriteLevel(timeline_.steps, 1);
    if (timeline_.has_times() && !timeline_.steps.empty()) {
      WriteRow({}, timeline_.outside_milliseconds, "(in no step)", Tone::kDim);
    }
    return page_.Take();
  }

 private:
  void WriteHead(const diagnosis::LogReport& log) {
    page_.Paragraph(RunName(log), 0, Tone::kBold);
    page_.Field("Log", log.path);
    if (timeline_.has_times()) {
      page_.Field("Time",
                  TimeText(log, *timeline_.started) + ", " + SpanText(timeline_.milliseconds));
    } else {
      page_.Field("Time", "the log has no time stamps");
    }
    page_.Field(StopLabel(log.verdict), StopText());
  }

  static std::string_view StopLabel(Verdict verdict) {
    if (verdict == Verdict::kIncomplete) return "Came to";
    return verdict == Verdict::kSucceeded ? "Not ended" : "Failed in";
  }

  std::string StopText() const {
    const auto path = PathToStop(timeline_);
    std::string text;
    for (const TimelineStep* step : path) {
      if (!text.empty()) text += options_.style.unicode ? " \u2192 " : " -> ";
      text += step->label;
    }
    if (path.empty()) return text;
    text += fmt::format(" (line {}", path.back()->step->first_line);
    if (timeline_.started && path.back()->started) {
      text += ", after " +
              SpanText(path.back()->started->milliseconds - timeline_.started->milliseconds);
    }
    return text + ")";
  }

  void WriteLongest() {
    const auto longest = LongestSteps(timeline_, 5);
    if (longest.empty()) return;
    page_.Heading("Where the time went");
    for (const TimelineStep* step : longest) {
      const double share =
          static_cast<double>(step->own_milliseconds) / static_cast<double>(timeline_.milliseconds);
      page_.Line(Cells({}, step->own_milliseconds, share) +
                 page_.Inline(fmt::format("{} (line {})", step->label, step->step->first_line)));
    }
  }

  void WriteLevel(const std::vector<TimelineStep>& level, int depth) {
    const int64_t least = timeline_.milliseconds / 200;
    int64_t left_out = 0;
    int64_t left_out_milliseconds = 0;
    for (const TimelineStep& step : level) {
      if (!IsShown(step, options_, least)) {
        ++left_out;
        left_out_milliseconds += step.milliseconds;
        continue;
      }
      WriteStep(step, depth);
    }
    if (left_out > 0) {
      WriteRow({}, left_out_milliseconds,
               Indent(depth) + Counted(left_out, "shorter step", "shorter steps"), Tone::kDim);
    }
  }

  void WriteStep(const TimelineStep& step, int depth) {
    std::string name = Indent(depth) + step.label;
    Tone tone = step.step->kind == setuplog::Step::Kind::kTask ? Tone::kBold : Tone::kPlain;
    if (step.step->failed) tone = Tone::kRed;
    if (step.stopped_here)
      name += fmt::format("  <- FAILED HERE, line {}", step.step->last_line);
    else if (!step.step->finished && step.step->kind != setuplog::Step::Kind::kComponent)
      name += "  (no end logged)";
    WriteRow(step.started, step.milliseconds, name, tone);
    if (!IsDeepest(options_, depth)) WriteLevel(step.below, depth + 1);
  }

  static std::string Indent(int depth) {
    return std::string(static_cast<size_t>(depth - 1) * 2, ' ');
  }

  void WriteRow(std::optional<setuplog::Timestamp> started, int64_t milliseconds,
                const std::string& name, Tone tone) {
    const double whole = static_cast<double>(std::max<int64_t>(1, timeline_.milliseconds));
    page_.Line(Cells(started, milliseconds, static_cast<double>(milliseconds) / whole) +
               page_.Inline(name, tone));
  }

  std::string Cells(std::optional<setuplog::Timestamp> started, int64_t milliseconds,
                    double share) const {
    if (!timeline_.has_times()) return "  ";
    std::string cells = "  " + Padded(Clock(started), kClockColumns);
    const std::string span = SpanText(milliseconds);
    cells += Padded("", kSpanColumns - 1 - DisplayWidth(span)) + span + " ";
    cells += Padded(Bar(share), kBarColumns + 1);
    const std::string percent = ShareText(share);
    return cells + Padded("", kShareColumns - 2 - DisplayWidth(percent)) + percent + "  ";
  }

  std::string Bar(double share) const {
    const auto filled = static_cast<int>(std::lround(share * kBarColumns));
    std::string bar;
    for (int i = 0; i < std::clamp(filled, 0, kBarColumns); ++i)
      bar += options_.style.unicode ? "\u2588" : "#";
    return bar;
  }

  const Timeline& timeline_;
  const TimelineOptions& options_;
  TextPage page_;
};

}  // namespace

std::string TimelineText(const diagnosis::LogReport& log, const Timeline& timeline,
                         const TimelineOptions& options) {
  return OutlineWriter(timeline, options).Write(log);
}

}  // namespace exdiag::report
