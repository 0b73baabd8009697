#include "setuplog/step_tracker.h"

#include <algorithm>
#include <numeric>

#include "setuplog/ascii_case.h"

namespace exdiag::setuplog {
namespace {

// Real attempts have up to some 5,000 steps. Beyond that only what took its time is kept, and
// beyond the second number nothing but what an error needs, up to the third: a log can have an
// error in each of a million cmdlets.
constexpr size_t kManySteps = 6000;
constexpr size_t kMostSteps = 40000;
constexpr size_t kMostWithErrors = 60000;
constexpr size_t kMostOpen = 200;
constexpr size_t kLongestName = 400;

}  // namespace

void StepTracker::Open(Step::Kind kind, std::string_view name, int64_t number,
                       std::string_view stamp) {
  if (depth_ >= kMostOpen) {
    full_ = true;
    return;
  }
  if (open_.size() == depth_) open_.emplace_back();
  OpenStep& open = open_[depth_++];
  open.kind = kind;
  open.name.Borrow(name.substr(0, kLongestName));
  open.description.clear();
  open.stamp.Borrow(stamp);
  open.line = number;
  open.index = -1;
}

bool StepTracker::IsWorthKeeping(const OpenStep& open, std::string_view stamp) {
  if (open.kind != Step::Kind::kCmdlet || steps_.size() < kManySteps)
    return steps_.size() < kMostSteps;
  // The same second, or one cut short: most cmdlets go here, without their stamps being read.
  constexpr size_t kToSecond = 20;
  if (steps_.size() >= kMostSteps ||
      open.stamp.text().substr(0, kToSecond) == stamp.substr(0, kToSecond))
    return false;
  const auto began = stamps_.TimeOf(open.stamp.text());
  const auto ended = stamps_.TimeOf(stamp);
  return began && ended && ended->milliseconds - began->milliseconds >= kLongStep;
}

// Closes the innermost step.
void StepTracker::Close(int64_t last_line, std::string_view stamp, bool finished) {
  const OpenStep& open = open_[depth_ - 1];
  if (open.index < 0 && !IsWorthKeeping(open, stamp)) {
    full_ = true;
    --depth_;
    return;
  }
  Step& step = steps_[static_cast<size_t>(PutDown(depth_ - 1))];
  step.last_line = std::max(step.first_line, last_line);
  step.ended = stamps_.TimeOf(stamp);
  step.finished = finished;
  --depth_;
}

void StepTracker::CloseDownTo(size_t depth, int64_t number, std::string_view stamp) {
  while (depth_ > depth) Close(number - 1, stamp, false);
}

// Puts an open step down, with those around it, and returns its index.
int StepTracker::PutDown(size_t depth) {
  OpenStep& open = open_[depth];
  if (open.index >= 0) return open.index;
  const int parent = depth == 0 ? -1 : PutDown(depth - 1);
  Step step;
  step.kind = open.kind;
  step.name = texts_->Keep(open.name.text());
  step.description = texts_->Keep(open.description);
  step.parent = parent;
  step.first_line = open.line;
  step.last_line = open.line;
  step.started = stamps_.TimeOf(open.stamp.text());
  open.index = static_cast<int>(steps_.size());
  steps_.push_back(step);
  return open.index;
}

int StepTracker::PutDownInnermost() {
  if (depth_ == 0) return -1;
  const int known = open_[depth_ - 1].index;
  if (known < 0 && steps_.size() + depth_ > kMostWithErrors) {
    full_ = true;
    return -1;
  }
  return PutDown(depth_ - 1);
}

void StepTracker::BeginTask(std::string_view name, int64_t number, std::string_view stamp) {
  CloseDownTo(0, number, stamp);
  Open(Step::Kind::kTask, name, number, stamp);
  open_[depth_ - 1].KeepTexts();
}

void StepTracker::BeginComponent(std::string_view name, std::string_view description,
                                 int64_t number, std::string_view stamp) {
  for (size_t depth = 0; depth < depth_; ++depth) {
    if (open_[depth].kind == Step::Kind::kComponent) CloseDownTo(depth, number, stamp);
  }
  // Cmdlets whose ends are missing make room for what tells more.
  if (depth_ >= kMostOpen) CloseDownTo(kMostOpen - 1, number, stamp);
  Open(Step::Kind::kComponent, name, number, stamp);
  open_[depth_ - 1].KeepTexts();
  open_[depth_ - 1].description = description.substr(0, kLongestName);
}

void StepTracker::BeginCmdlet(std::string_view name, int64_t number, std::string_view stamp) {
  // The cmdlet that carries out a task bears the task's name: it is the task.
  const bool is_task = depth_ > 0 && open_[depth_ - 1].kind == Step::Kind::kTask &&
                       SameName(open_[depth_ - 1].name.text(), name);
  if (!is_task) Open(Step::Kind::kCmdlet, name, number, stamp);
}

void StepTracker::EndCmdlet(std::string_view name, int64_t number, std::string_view stamp) {
  for (size_t depth = depth_; depth-- > 0;) {
    const OpenStep& open = open_[depth];
    if (open.kind == Step::Kind::kComponent || !SameName(open.name.text(), name)) continue;
    CloseDownTo(depth + 1, number, stamp);
    Close(number, stamp, true);
    return;
  }
}

void StepTracker::KeepTexts() {
  for (size_t depth = 0; depth < depth_; ++depth) open_[depth].KeepTexts();
}

std::string_view StepTracker::InnermostCmdlet() const {
  return depth_ > 0 && open_[depth_ - 1].kind == Step::Kind::kCmdlet ? open_[depth_ - 1].name.text()
                                                                     : std::string_view();
}

std::string_view StepTracker::NameOfOpen(Step::Kind kind) const {
  for (size_t depth = depth_; depth-- > 0;) {
    if (open_[depth].kind == kind) return open_[depth].name.text();
  }
  return {};
}

std::vector<Step> StepTracker::Take(int fatal, const std::vector<int*>& indices) {
  // What is still open never ended; it is told as far as it came.
  if (depth_ > 0) PutDown(depth_ - 1);
  for (int index = fatal; index >= 0; index = steps_[static_cast<size_t>(index)].parent) {
    steps_[static_cast<size_t>(index)].failed = true;
  }
  // Steps were put down when they ended; the tree is told as they began.
  std::vector<int> order(steps_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
    return steps_[static_cast<size_t>(a)].first_line < steps_[static_cast<size_t>(b)].first_line;
  });
  std::vector<int> moved(steps_.size());
  std::vector<Step> sorted;
  sorted.reserve(steps_.size());
  for (const int from : order) {
    moved[static_cast<size_t>(from)] = static_cast<int>(sorted.size());
    sorted.push_back(steps_[static_cast<size_t>(from)]);
  }
  for (Step& step : sorted) {
    if (step.parent >= 0) step.parent = moved[static_cast<size_t>(step.parent)];
  }
  for (int* index : indices) {
    if (*index >= 0) *index = moved[static_cast<size_t>(*index)];
  }
  *this = StepTracker(texts_);
  return sorted;
}

}  // namespace exdiag::setuplog
