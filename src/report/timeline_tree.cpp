#include "report/timeline_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "knowledge/components.h"

namespace exdiag::report {
namespace {

using setuplog::Step;
using setuplog::Timestamp;

struct Bounds {
  std::optional<Timestamp> started;
  std::optional<Timestamp> ended;
};

std::optional<Timestamp> Within(std::optional<Timestamp> time, const Bounds& bounds) {
  if (time && bounds.started) time = std::max(*time, *bounds.started);
  if (time && bounds.ended) time = std::min(*time, *bounds.ended);
  return time;
}

int64_t Span(const Bounds& bounds) {
  if (!bounds.started || !bounds.ended) return 0;
  return std::max<int64_t>(0, bounds.ended->milliseconds - bounds.started->milliseconds);
}

std::string LabelOf(const Step& step) {
  if (step.kind == Step::Kind::kTask) {
    const std::string_view role = knowledge::RoleOfTask(step.name);
    if (!role.empty()) return std::string(role);
  }
  return std::string(step.name);
}

class TreeBuilder {
 public:
  TreeBuilder(const std::vector<Step>& steps, const Bounds& attempt)
      : steps_(steps), attempt_(attempt), below_(steps.size()) {
    for (size_t i = 0; i < steps.size(); ++i) {
      // A parent stands before its steps; anything else would be a loop.
      const int parent = steps[i].parent;
      if (parent >= 0 && static_cast<size_t>(parent) < i) {
        below_[static_cast<size_t>(parent)].push_back(i);
      } else {
        outermost_.push_back(i);
      }
    }
  }

  std::vector<TimelineStep> Build() const { return BuildLevel(outermost_, attempt_); }

 private:
  std::vector<TimelineStep> BuildLevel(const std::vector<size_t>& indices,
                                       const Bounds& bounds) const {
    std::vector<TimelineStep> level;
    level.reserve(indices.size());
    for (const size_t index : indices) level.push_back(BuildStep(index, bounds));
    return level;
  }

  TimelineStep BuildStep(size_t index, const Bounds& bounds) const {
    TimelineStep node;
    node.step = &steps_[index];
    node.label = LabelOf(*node.step);
    node.started = Within(node.step->started, bounds);
    node.ended = Within(node.step->ended ? node.step->ended : bounds.ended, bounds);
    if (node.started && node.ended && *node.ended < *node.started) node.ended = node.started;
    const Bounds own = {node.started, node.ended};
    node.milliseconds = Span(own);
    node.below = BuildLevel(below_[index], own);
    node.own_milliseconds = node.milliseconds;
    for (const TimelineStep& child : node.below) node.own_milliseconds -= child.milliseconds;
    node.own_milliseconds = std::max<int64_t>(0, node.own_milliseconds);
    const int64_t whole = Span(attempt_);
    if (whole > 0) node.share = static_cast<double>(node.milliseconds) / static_cast<double>(whole);
    node.stopped_here =
        node.step->failed && std::none_of(node.below.begin(), node.below.end(),
                                          [](const auto& child) { return child.step->failed; });
    return node;
  }

  const std::vector<Step>& steps_;
  const Bounds attempt_;
  std::vector<std::vector<size_t>> below_;
  std::vector<size_t> outermost_;
};

void Collect(const std::vector<TimelineStep>& level, std::vector<const TimelineStep*>* all) {
  for (const TimelineStep& step : level) {
    all->push_back(&step);
    Collect(step.below, all);
  }
}

bool HasFailure(const std::vector<TimelineStep>& level) {
  return std::any_of(level.begin(), level.end(),
                     [](const TimelineStep& step) { return step.step->failed; });
}

}  // namespace

Timeline TimelineOf(const diagnosis::LogReport& log) {
  Timeline timeline;
  if (!log.attempt) return timeline;
  timeline.started = log.attempt->summary.started;
  timeline.ended = log.attempt->summary.ended;
  const Bounds bounds = {timeline.started, timeline.ended};
  timeline.milliseconds = Span(bounds);
  timeline.steps = TreeBuilder(log.steps, bounds).Build();
  timeline.outside_milliseconds = timeline.milliseconds;
  for (const TimelineStep& step : timeline.steps)
    timeline.outside_milliseconds -= step.milliseconds;
  timeline.outside_milliseconds = std::max<int64_t>(0, timeline.outside_milliseconds);
  return timeline;
}

std::string_view StepKindName(Step::Kind kind) {
  switch (kind) {
    case Step::Kind::kTask:
      return "role";
    case Step::Kind::kComponent:
      return "component";
    case Step::Kind::kCmdlet:
      break;
  }
  return "cmdlet";
}

std::vector<const TimelineStep*> PathToStop(const Timeline& timeline) {
  std::vector<const TimelineStep*> path;
  const bool failed = HasFailure(timeline.steps);
  const std::vector<TimelineStep>* level = &timeline.steps;
  while (!level->empty()) {
    const auto on_path =
        std::find_if(level->rbegin(), level->rend(), [&](const TimelineStep& step) {
          return failed ? step.step->failed : &step == &level->back() && !step.step->finished;
        });
    if (on_path == level->rend()) break;
    path.push_back(&*on_path);
    level = &on_path->below;
  }
  return path;
}

std::vector<const TimelineStep*> LongestSteps(const Timeline& timeline, size_t most) {
  std::vector<const TimelineStep*> steps;
  Collect(timeline.steps, &steps);
  std::erase_if(steps, [&](const TimelineStep* step) {
    return step->own_milliseconds * 100 < timeline.milliseconds || step->own_milliseconds == 0;
  });
  std::stable_sort(steps.begin(), steps.end(), [](const TimelineStep* a, const TimelineStep* b) {
    return a->own_milliseconds > b->own_milliseconds;
  });
  if (steps.size() > most) steps.resize(most);
  return steps;
}

std::string SpanText(int64_t milliseconds) {
  if (milliseconds < 9950) return fmt::format("{:.1f} s", static_cast<double>(milliseconds) / 1000);
  const int64_t seconds = (milliseconds + 500) / 1000;
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min {} s", seconds / 60, seconds % 60);
  return fmt::format("{} h {} min", seconds / 3600, seconds % 3600 / 60);
}

std::string ShareText(double share) {
  const auto percent = static_cast<int>(std::lround(share * 100));
  return percent < 1 ? "< 1 %" : fmt::format("{} %", percent);
}

}  // namespace exdiag::report
