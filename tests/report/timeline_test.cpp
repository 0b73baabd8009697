#include "report/timeline.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/sample_report.h"
#include "report/timeline_tree.h"

using namespace exdiag;
using report::RenderTimeline;
using report::TimelineFormat;
using report::TimelineOptions;
using setuplog::Step;
using setuplog::Timestamp;

namespace {

constexpr int64_t kStart = 1773162000000;

Step StepAt(Step::Kind kind, const char* name, int parent, int64_t from_s, int64_t to_s,
            bool failed = false) {
  Step step;
  step.kind = kind;
  step.name = name;
  step.parent = parent;
  step.first_line = from_s + 1;
  step.last_line = to_s + 1;
  step.started = Timestamp{kStart + from_s * 1000};
  step.ended = Timestamp{kStart + to_s * 1000};
  step.finished = !failed;
  step.failed = failed;
  return step;
}

// 1,000 seconds: a task of 200, one of 700 that fails in a cmdlet of 500; 100 in no step.
diagnosis::LogReport LogWithSteps() {
  diagnosis::LogReport log = report::FailedUpgrade();
  log.attempt->summary.started = Timestamp{kStart};
  log.attempt->summary.ended = Timestamp{kStart + 1000000};
  log.steps = {StepAt(Step::Kind::kTask, "Some-Task", -1, 0, 200),
               StepAt(Step::Kind::kCmdlet, "Get-Quick", 0, 10, 11),
               StepAt(Step::Kind::kTask, "Other-Task", -1, 300, 1000, true),
               StepAt(Step::Kind::kComponent, "Transport", 2, 400, 1000, true),
               StepAt(Step::Kind::kCmdlet, "Install-Certificate", 3, 500, 1000, true)};
  return log;
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Time of a step is its own where no step below has it") {
  const diagnosis::LogReport log = LogWithSteps();
  const auto timeline = report::TimelineOf(log);
  REQUIRE(timeline.steps.size() == 2);
  CHECK(timeline.milliseconds == 1000000);
  CHECK(timeline.outside_milliseconds == 100000);
  CHECK(timeline.steps[0].own_milliseconds == 199000);
  CHECK(timeline.steps[1].own_milliseconds == 100000);
  CHECK(timeline.steps[1].share == Approx(0.7));
  CHECK(report::LongestSteps(timeline, 1).front()->step->name == "Install-Certificate");
}

TEST_CASE("A step lies within its parent, whatever the log's clock says") {
  diagnosis::LogReport log = LogWithSteps();
  log.steps[1].started = Timestamp{kStart - 5000};
  log.steps[1].ended = Timestamp{kStart + 900000};
  const auto timeline = report::TimelineOf(log);
  CHECK(timeline.steps[0].below[0].milliseconds == 200000);
  CHECK(timeline.steps[0].own_milliseconds == 0);
}

TEST_CASE("A step whose parent stands behind it begins a tree of its own") {
  diagnosis::LogReport log = LogWithSteps();
  log.steps[0].parent = 2;
  CHECK(report::TimelineOf(log).steps.size() == 2);
}

TEST_CASE("The way to the failure ends in the innermost step") {
  const diagnosis::LogReport log = LogWithSteps();
  const auto timeline = report::TimelineOf(log);
  const auto path = report::PathToStop(timeline);
  REQUIRE(path.size() == 3);
  CHECK(path.back()->stopped_here);
  CHECK_FALSE(path.front()->stopped_here);
}

TEST_CASE("The text says where the time went and where it failed") {
  const std::string text = RenderTimeline(LogWithSteps(), {});
  CHECK(Has(text, "Where the time went"));
  CHECK(Has(text, "8 min 20 s"));
  CHECK(Has(text, "Install-Certificate  <- FAILED HERE, line 1001"));
  CHECK(Has(text, "1 shorter step"));
  CHECK_FALSE(Has(text, "Get-Quick"));
  CHECK(Has(text, "(in no step)"));
}

TEST_CASE("The failing steps are shown however short; the depth cuts all") {
  TimelineOptions options;
  options.min_duration_ms = 10000000;
  CHECK(Has(RenderTimeline(LogWithSteps(), options), "Transport"));
  options.depth = 1;
  const std::string text = RenderTimeline(LogWithSteps(), options);
  CHECK(Has(text, "Other-Task"));
  CHECK_FALSE(Has(text, "Transport\n"));
}

TEST_CASE("A log without time stamps gives the tree alone") {
  diagnosis::LogReport log = LogWithSteps();
  log.attempt->summary.started.reset();
  log.attempt->summary.ended.reset();
  for (Step& step : log.steps) step.started = step.ended = std::nullopt;
  const std::string text = RenderTimeline(log, {});
  CHECK(Has(text, "no time stamps"));
  CHECK(Has(text, "Get-Quick"));
  CHECK_FALSE(Has(text, "Where the time went"));
}

TEST_CASE("A log without steps is told in every format") {
  diagnosis::LogReport log = report::FailedUpgrade();
  log.attempt.reset();
  CHECK(Has(RenderTimeline(log, {}), "no step of setup"));
  TimelineOptions options;
  options.format = TimelineFormat::kJson;
  CHECK(nlohmann::json::parse(RenderTimeline(log, options))["steps"].empty());
}

TEST_CASE("JSON nests the steps") {
  TimelineOptions options;
  options.format = TimelineFormat::kJson;
  const auto json = nlohmann::json::parse(RenderTimeline(LogWithSteps(), options));
  CHECK(json["schema"] == "exdiag.timeline/1");
  CHECK(json["duration_s"] == 1000.0);
  CHECK(json["steps"][1]["steps"][0]["steps"][0]["outcome"] == "failed");
  CHECK(json["steps"][1]["steps"][0]["steps"][0]["stopped_here"] == true);
  CHECK(json["steps"][0]["started"] == "2026-03-10T17:00:00.000Z");
}

TEST_CASE("A trace has slices in microseconds from the start, nested in each other") {
  TimelineOptions options;
  options.format = TimelineFormat::kTrace;
  const auto trace = nlohmann::json::parse(RenderTimeline(LogWithSteps(), options));
  std::vector<nlohmann::json> slices;
  int marks = 0;
  for (const auto& event : trace["traceEvents"]) {
    if (event["ph"] == "X") slices.push_back(event);
    if (event["ph"] == "i") ++marks;
  }
  REQUIRE(slices.size() == 5);
  CHECK(slices[0]["ts"] == 0);
  CHECK(slices[0]["dur"] == 200000000);
  CHECK(slices[4]["ts"].get<int64_t>() + slices[4]["dur"].get<int64_t>() <=
        slices[3]["ts"].get<int64_t>() + slices[3]["dur"].get<int64_t>());
  CHECK(marks == 1);
}

TEST_CASE("Durations read as people say them") {
  CHECK(report::SpanText(400) == "0.4 s");
  CHECK(report::SpanText(12000) == "12 s");
  CHECK(report::SpanText(447000) == "7 min 27 s");
  CHECK(report::SpanText(8040000) == "2 h 14 min");
  CHECK(report::SpanText(9970) == "10 s");
  CHECK(report::SpanText(59700) == "1 min 0 s");
}
