#ifndef EXDIAG_SETUPLOG_PREREQUISITE_READER_H_
#define EXDIAG_SETUPLOG_PREREQUISITE_READER_H_

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// Collects the readiness checks that did not pass, and the settings that the analysis found.
// `Failed [Rule:…]` decides; a warning has no such line, only an Evaluated one that is True. Setup
// writes from several threads, so lines are paired by rule name and message, never by their order.
class PrerequisiteReader {
 public:
  // Keeps the texts of settings in `texts`, which must outlive the reader and them.
  explicit PrerequisiteReader(TextStore* texts) : texts_(texts) {}

  // `Started [Rule:NAME] … [RuleType:Warning]`, or `Started [Setting:NAME]`: a setting that is
  // never evaluated has no value. `original` is the line as the log has it, where a repair changed
  // it.
  void ReadStarted(std::string_view text, int64_t line, std::string_view original = {});

  // `Evaluated [Rule|Setting:NAME] …`; `text` may span lines where the value is an exception.
  void ReadEvaluated(std::string_view text, int64_t line, std::string_view original = {});

  // `Failed [Rule:…]`, REQUIRED, RECOMENDED and help links. False if the record is none of these.
  bool ReadMessage(const Record& record);

  // Hands out what was collected. The reader is empty afterwards.
  std::vector<PrerequisiteCheck> TakeChecks();
  std::vector<Setting> TakeSettings();

 private:
  void StartSetting(std::string_view text, int64_t line, std::string_view original);
  void AddSetting(std::string_view text, int64_t line, std::string_view original);
  std::vector<Setting>::iterator Started(std::string_view name);
  Setting MakeSetting(std::string_view name, std::string_view value, int64_t line,
                      std::string_view quoted);
  void ReadFailed(const Record& record);
  void ReadShown(const Record& record, Severity severity);
  void ReadHelpLink(std::string_view text);

  TextStore* texts_;
  std::vector<PrerequisiteCheck> checks_;          // Failed, REQUIRED, RECOMENDED
  std::vector<PrerequisiteCheck> true_rules_;      // Evaluated True
  std::unordered_set<std::string> warning_rules_;  // lower case
  std::vector<Setting> settings_;
  std::vector<Setting> started_settings_;  // and not evaluated since; mostly the last one alone
  size_t started_count_ = 0;
  size_t awaiting_link_ = 0;  // index + 1 of the check whose help link may follow
};

// The rule name in a help link ("…ms.exch.setupreadiness.RebootPending.aspx",
// "…setupreadiness-NAME?…"); empty if it names none.
std::string RuleOfHelpLink(std::string_view link);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_PREREQUISITE_READER_H_
