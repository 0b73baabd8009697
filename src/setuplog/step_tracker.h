#ifndef EXDIAG_SETUPLOG_STEP_TRACKER_H_
#define EXDIAG_SETUPLOG_STEP_TRACKER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// Builds the tree of steps of an attempt: task → component → cmdlet. Ends without a beginning are
// passed over; a missing end is common and leaves the step unfinished. Cmdlet names are compared
// without case, as setup writes them either way.
class StepTracker {
 public:
  void BeginTask(std::string_view name, int64_t line, std::optional<Timestamp> time);
  void BeginComponent(std::string_view name, std::string_view description, int64_t line,
                      std::optional<Timestamp> time);
  void BeginCmdlet(std::string_view name, int64_t line, std::optional<Timestamp> time);
  void EndCmdlet(std::string_view name, int64_t line, std::optional<Timestamp> time);

  // Index of the innermost step that has no end yet, -1 if there is none.
  int innermost() const { return open_.empty() ? -1 : open_.back(); }

  // The innermost open step of a kind, or -1.
  int InnermostOf(Step::Kind kind) const;

  const Step& step(int index) const { return steps_[static_cast<size_t>(index)]; }

  // True once steps were left out because there were too many.
  bool full() const { return full_; }

  // Hands out the tree; `fatal` and the steps around it are marked as failed.
  std::vector<Step> Take(int fatal);

 private:
  int Add(Step::Kind kind, std::string_view name, int64_t line, std::optional<Timestamp> time);
  void CloseFrom(size_t depth, int64_t line, std::optional<Timestamp> time);

  std::vector<Step> steps_;
  std::vector<int> open_;  // indices of the open steps, outermost first
  bool full_ = false;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_STEP_TRACKER_H_
