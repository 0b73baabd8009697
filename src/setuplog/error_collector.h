#ifndef EXDIAG_SETUPLOG_ERROR_COLLECTOR_H_
#define EXDIAG_SETUPLOG_ERROR_COLLECTOR_H_

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"
#include "setuplog/step_tracker.h"

namespace exdiag::setuplog {

// Gathers the records by which setup reports one error, up to six of them at several levels, into
// one ErrorReport, and finds out what became of it. The order in which setup writes them stands in
// docs/log-format.md, section "The error block".
class ErrorCollector {
 public:
  // What surrounds an error when its first record is read.
  struct Surroundings {
    StepTracker* steps = nullptr;
    std::string_view script;  // of the last "Executing:"
    bool script_is_non_critical = false;
    std::string_view parameters;  // the last "User specified parameters"
    std::string_view object;      // the last "Processing object"
  };

  // Takes a record if it belongs to an error; false if it is something else.
  bool Read(const Record& record, const Surroundings& around);

  // Setup went on with its next script, component or task: what was open has not stopped it.
  void ReadProgress();

  // The restore step after a failed prerequisite check begins; its errors are no cause.
  void ReadRestore();

  // Ends the attempt. Without a success, an error that nothing outlived is fatal.
  std::vector<ErrorReport> Take(bool succeeded);

  bool has_fatal() const { return has_fatal_; }

 private:
  void Open(const Record& record, const Surroundings& around);
  void Append(const Record& record);
  void Close(ErrorReport::Fate fate);
  void Keep(ErrorReport report);

  std::optional<ErrorReport> open_;
  bool open_has_block_ = false;  // more than the cmdlet's own [ERROR] lines
  bool open_is_non_critical_ = false;
  bool restoring_ = false;
  bool has_fatal_ = false;
  // The first reports and the latest: what stopped setup is among these, however many it survived.
  std::vector<ErrorReport> reports_;
  std::deque<ErrorReport> latest_;
  size_t bytes_ = 0;  // of all texts kept
};

// Fills what can be read from the records of a report: script, cmdlets, exceptions, message, id.
void CompleteReport(ErrorReport* report);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ERROR_COLLECTOR_H_
