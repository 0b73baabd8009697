#ifndef EXDIAG_SETUPLOG_STEP_TRACKER_H_
#define EXDIAG_SETUPLOG_STEP_TRACKER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"
#include "setuplog/held_text.h"
#include "setuplog/text_store.h"
#include "setuplog/timestamp.h"

namespace exdiag::setuplog {

// Builds the tree of steps of an attempt: task → component → cmdlet. Ends without a beginning are
// passed over; a missing end is common and leaves the step unfinished. Cmdlet names are compared
// without case, as setup writes them either way.
//
// Setup runs a cmdlet for every tenth line of its log, so a step is put down only when it is known
// to matter: when it has ended and there is room or it took long, when it holds such a step, or
// when an error arises in it. Stamps are read then; until then they are kept as text.
class StepTracker {
 public:
  // Keeps the texts of steps in `texts`, which must outlive the tracker and them.
  explicit StepTracker(TextStore* texts) : texts_(texts) {}

  // `stamp` is the text of the line's stamp. BeginCmdlet takes no copies: KeepTexts is to be called
  // before `name` and `stamp` go.
  void BeginTask(std::string_view name, int64_t number, std::string_view stamp);
  void BeginComponent(std::string_view name, std::string_view description, int64_t number,
                      std::string_view stamp);
  void BeginCmdlet(std::string_view name, int64_t number, std::string_view stamp);
  void EndCmdlet(std::string_view name, int64_t number, std::string_view stamp);

  // Copies what BeginCmdlet did not.
  void KeepTexts();

  // The name of the innermost step that has no end yet, if it is of that kind; empty if not.
  std::string_view InnermostCmdlet() const;

  // The name of the innermost open step of a kind; empty if there is none.
  std::string_view NameOfOpen(Step::Kind kind) const;

  // Puts the innermost open step down and returns its index; -1 if none is open, or no more can be
  // kept.
  int PutDownInnermost();

  // True once steps were left out because there were too many.
  bool full() const { return full_; }

  // Hands out the tree in the order of the file; `fatal` (an index of PutDownInnermost) and the
  // steps around it are marked as failed. The indices in `indices` are changed to those of the
  // result.
  std::vector<Step> Take(int fatal, const std::vector<int*>& indices);

 private:
  struct OpenStep {
    Step::Kind kind = Step::Kind::kCmdlet;
    HeldText name;
    std::string description;
    HeldText stamp;
    int64_t line = 0;
    int index = -1;  // in steps_, once put down

    void KeepTexts() {
      name.Keep();
      stamp.Keep();
    }
  };

  void Open(Step::Kind kind, std::string_view name, int64_t number, std::string_view stamp);
  void Close(int64_t last_line, std::string_view stamp, bool finished);
  void CloseDownTo(size_t depth, int64_t number, std::string_view stamp);
  int PutDown(size_t depth);
  bool IsWorthKeeping(const OpenStep& open, std::string_view stamp);

  TextStore* texts_;
  StampReader stamps_;
  std::vector<Step> steps_;
  std::vector<OpenStep> open_;  // outermost first; entries above depth_ are kept for their memory
  size_t depth_ = 0;
  bool full_ = false;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_STEP_TRACKER_H_
