#include <nlohmann/json.hpp>

#include "report/timeline_formats.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using Json = nlohmann::ordered_json;

Json TimeOrNull(std::optional<setuplog::Timestamp> time) {
  return time ? Json(setuplog::IsoText(*time)) : Json(nullptr);
}

double Seconds(int64_t milliseconds) { return static_cast<double>(milliseconds) / 1000; }

Json DurationOrNull(const TimelineStep& step) {
  return step.started && step.ended ? Json(Seconds(step.milliseconds)) : Json(nullptr);
}

std::string_view OutcomeOf(const setuplog::Step& step) {
  if (step.failed) return "failed";
  return step.finished || step.kind == setuplog::Step::Kind::kComponent ? "finished" : "no-end";
}

class StepsToJson {
 public:
  explicit StepsToJson(const TimelineOptions& options) : options_(options) {}

  Json Level(const std::vector<TimelineStep>& level, int depth) const {
    Json steps = Json::array();
    for (const TimelineStep& step : level) {
      if (IsShown(step, options_, 0)) steps.push_back(Step(step, depth));
    }
    return steps;
  }

 private:
  Json Step(const TimelineStep& node, int depth) const {
    const setuplog::Step& step = *node.step;
    Json json = {{"kind", StepKindName(step.kind)},
                 {"name", step.name},
                 {"label", node.label},
                 {"started", TimeOrNull(node.started)},
                 {"duration_s", DurationOrNull(node)},
                 {"own_s", node.started && node.ended ? Json(Seconds(node.own_milliseconds))
                                                      : Json(nullptr)},
                 {"share", node.share},
                 {"first_line", step.first_line},
                 {"last_line", step.last_line},
                 {"outcome", OutcomeOf(step)},
                 {"stopped_here", node.stopped_here}};
    json["steps"] = IsDeepest(options_, depth) ? Json::array() : Level(node.below, depth + 1);
    return json;
  }

  const TimelineOptions& options_;
};

// Slices of one thread must be nested, which Timeline sees to.
class StepsToTrace {
 public:
  StepsToTrace(const Timeline& timeline, const TimelineOptions& options)
      : options_(options), origin_(timeline.started.value_or(setuplog::Timestamp{})) {}

  void Level(const std::vector<TimelineStep>& level, int depth, Json* events) const {
    for (const TimelineStep& step : level) {
      if (!step.started || !IsShown(step, options_, 0)) continue;
      events->push_back(Slice(step));
      if (step.stopped_here) events->push_back(FailureMark(step));
      if (!IsDeepest(options_, depth)) Level(step.below, depth + 1, events);
    }
  }

 private:
  int64_t Microseconds(setuplog::Timestamp time) const {
    return (time.milliseconds - origin_.milliseconds) * 1000;
  }

  Json Slice(const TimelineStep& node) const {
    Json slice = {{"name", node.label},
                  {"cat", StepKindName(node.step->kind)},
                  {"ph", "X"},
                  {"ts", Microseconds(*node.started)},
                  {"dur", node.milliseconds * 1000},
                  {"pid", 1},
                  {"tid", 1}};
    slice["args"] = {{"name", node.step->name},
                     {"first_line", node.step->first_line},
                     {"last_line", node.step->last_line},
                     {"outcome", OutcomeOf(*node.step)}};
    if (node.step->failed) slice["cname"] = "terrible";
    return slice;
  }

  Json FailureMark(const TimelineStep& node) const {
    return {{"name", "setup failed"},
            {"cat", "failure"},
            {"ph", "i"},
            {"s", "g"},
            {"ts", Microseconds(*node.started) + node.milliseconds * 1000},
            {"pid", 1},
            {"tid", 1},
            {"args", {{"line", node.step->last_line}}}};
  }

  const TimelineOptions& options_;
  const setuplog::Timestamp origin_;
};

Json NameEvent(const char* what, const std::string& name) {
  return {{"name", what}, {"ph", "M"}, {"pid", 1}, {"tid", 1}, {"args", {{"name", name}}}};
}

// ASCII alone, so that the text survives every code page; invalid UTF-8 becomes U+FFFD.
std::string Dump(const Json& json, int indent) {
  return json.dump(indent, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string TimelineJson(const diagnosis::LogReport& log, const Timeline& timeline,
                         const TimelineOptions& options) {
  Json json = {
      {"schema", "exdiag.timeline/1"},
      {"tool", {{"name", "exdiag"}, {"version", EXDIAG_VERSION}}},
      {"path", log.path},
      {"verdict", VerdictName(log.verdict)},
      {"attempt", log.attempt ? Json(log.attempt->summary.number) : Json(nullptr)},
      {"started", TimeOrNull(timeline.started)},
      {"ended", TimeOrNull(timeline.ended)},
      {"duration_s", timeline.has_times() ? Json(Seconds(timeline.milliseconds)) : Json(nullptr)},
      {"outside_s",
       timeline.has_times() ? Json(Seconds(timeline.outside_milliseconds)) : Json(nullptr)},
      {"failure_line", log.failure ? Json(log.failure->line) : Json(nullptr)}};
  json["steps"] = StepsToJson(options).Level(timeline.steps, 1);
  return Dump(json, 2);
}

std::string TimelineTrace(const diagnosis::LogReport& log, const Timeline& timeline,
                          const TimelineOptions& options) {
  Json events = Json::array();
  events.push_back(NameEvent("process_name", RunName(log)));
  events.push_back(NameEvent("thread_name", "setup"));
  StepsToTrace(timeline, options).Level(timeline.steps, 1, &events);
  Json json = {{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
  json["otherData"] = {{"tool", "exdiag " EXDIAG_VERSION},
                       {"path", log.path},
                       {"started", TimeOrNull(timeline.started)},
                       {"verdict", VerdictName(log.verdict)}};
  return Dump(json, -1);
}

}  // namespace exdiag::report
