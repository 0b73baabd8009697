#include "setuplog/step_tracker.h"

#include <algorithm>
#include <cctype>

namespace exdiag::setuplog {
namespace {

// Real attempts have up to some 5,000 steps; this bounds the memory of a hostile log.
constexpr size_t kMostSteps = 50000;
constexpr size_t kMostOpen = 200;

bool SameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

}  // namespace

int StepTracker::Add(Step::Kind kind, std::string_view name, int64_t line,
                     std::optional<Timestamp> time) {
  if (steps_.size() >= kMostSteps || open_.size() >= kMostOpen) {
    full_ = true;
    return -1;
  }
  Step step;
  step.kind = kind;
  step.name = name;
  step.parent = innermost();
  step.first_line = line;
  step.last_line = line;
  step.started = time;
  steps_.push_back(std::move(step));
  open_.push_back(static_cast<int>(steps_.size()) - 1);
  return open_.back();
}

void StepTracker::CloseFrom(size_t depth, int64_t line, std::optional<Timestamp> time) {
  while (open_.size() > depth) {
    Step& step = steps_[static_cast<size_t>(open_.back())];
    step.last_line = std::max(step.last_line, line - 1);
    if (!step.ended) step.ended = time;
    open_.pop_back();
  }
}

void StepTracker::BeginTask(std::string_view name, int64_t line, std::optional<Timestamp> time) {
  CloseFrom(0, line, time);
  Add(Step::Kind::kTask, name, line, time);
}

void StepTracker::BeginComponent(std::string_view name, std::string_view description, int64_t line,
                                 std::optional<Timestamp> time) {
  for (size_t depth = 0; depth < open_.size(); ++depth) {
    const bool component = step(open_[depth]).kind == Step::Kind::kComponent;
    if (component) CloseFrom(depth, line, time);
  }
  const int added = Add(Step::Kind::kComponent, name, line, time);
  if (added >= 0) steps_[static_cast<size_t>(added)].description = description;
}

void StepTracker::BeginCmdlet(std::string_view name, int64_t line, std::optional<Timestamp> time) {
  // The cmdlet that carries out a task bears the task's name: it is the task.
  const int inner = innermost();
  const bool is_task = inner >= 0 && step(inner).kind == Step::Kind::kTask && SameName(step(inner).name, name);
  if (!is_task) Add(Step::Kind::kCmdlet, name, line, time);
}

void StepTracker::EndCmdlet(std::string_view name, int64_t line, std::optional<Timestamp> time) {
  for (size_t depth = open_.size(); depth-- > 0;) {
    Step& step = steps_[static_cast<size_t>(open_[depth])];
    if (step.kind == Step::Kind::kComponent || !SameName(step.name, name)) continue;
    CloseFrom(depth + 1, line, time);
    step.finished = true;
    step.last_line = line;
    step.ended = time;
    open_.pop_back();
    return;
  }
}

int StepTracker::InnermostOf(Step::Kind kind) const {
  const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                  [&](int index) { return step(index).kind == kind; });
  return found == open_.rend() ? -1 : *found;
}

std::vector<Step> StepTracker::Take(int fatal) {
  for (int index = fatal; index >= 0; index = steps_[static_cast<size_t>(index)].parent) {
    steps_[static_cast<size_t>(index)].failed = true;
  }
  open_.clear();
  return std::move(steps_);
}

}  // namespace exdiag::setuplog
