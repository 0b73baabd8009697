#ifndef EXDIAG_SETUPLOG_ATTEMPT_BUILDER_H_
#define EXDIAG_SETUPLOG_ATTEMPT_BUILDER_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"
#include "setuplog/error_collector.h"
#include "setuplog/held_text.h"
#include "setuplog/notable_records.h"
#include "setuplog/prerequisite_reader.h"
#include "setuplog/step_tracker.h"

namespace exdiag::setuplog {

// Puts one attempt together from the lines and records of a log, in their order.
class AttemptBuilder {
 public:
  using Marks = std::vector<LineMark>;

  // A record that is no routine chatter, with all its lines.
  void ReadRecord(Record record, std::string_view stamp);

  // Lines that need no record. `stamp` is the text of the stamp, or empty. No copies are taken:
  // KeepTexts is to be called before the texts go. `original` is the line as the log has it, where
  // a repair changed it.
  void ReadBeginning(std::string_view text, int64_t line, std::string_view stamp);
  void ReadEnding(std::string_view text, int64_t line, std::string_view stamp);
  void ReadStarted(std::string_view text, int64_t line, std::string_view original = {});
  void ReadEvaluated(std::string_view text, int64_t line, std::string_view original = {});
  // `marks`: where the lines of the text stand, if it has several.
  void ReadParameters(std::string_view text, int64_t line, const Marks& marks = {});
  void ReadObject(std::string_view text, int64_t line, const Marks& marks = {});
  void ReadSession(std::string_view text, int64_t line, const Marks& marks = {});
  void ReadScript(std::string_view text);
  void ReadNative(Record record);

  // Copies what is still wanted of the lines.
  void KeepTexts();

  // The first and last stamps that were seen.
  void ReadTime(Timestamp time);

  // Ends the attempt and hands it out; the builder is as new afterwards.
  Attempt Take(int64_t first_line, int64_t last_line);

  bool dropped() const { return notable_.dropped() || steps_.full(); }

 private:
  ErrorCollector::Surroundings Around();
  void ReadProgressLine(const Record& record, std::string_view stamp);
  void ReadTask(const Record& record, std::string_view stamp);
  void AddContext();
  void ReadEnd(const Record& record);
  void ReadState(const Record& record);
  Ending EndingOf(const Attempt& attempt) const;

  Attempt attempt_;
  std::shared_ptr<TextStore> texts_ = std::make_shared<TextStore>();  // of steps and settings
  StepTracker steps_{texts_.get()};
  ErrorCollector errors_;
  PrerequisiteReader prerequisites_{texts_.get()};
  NotableRecords notable_;
  std::string script_;
  // What was in hand when an error arises: chatter otherwise, so only the last of each is kept.
  struct ContextLine {
    HeldText held;
    int64_t line = 0;
    Marks marks;

    void Borrow(std::string_view text, int64_t number, const Marks& lines);
  };
  ContextLine parameters_;
  ContextLine object_;     // Processing object …
  ContextLine directory_;  // Searching objects …, Saving object …, Used domain controller …
  ContextLine session_;
  bool script_is_non_critical_ = false;
  bool succeeded_ = false;
  bool did_not_complete_ = false;
  bool ended_ = false;
  bool blocked_ = false;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ATTEMPT_BUILDER_H_
