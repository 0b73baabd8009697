#ifndef EXDIAG_DIAGNOSIS_DIAGNOSE_H_
#define EXDIAG_DIAGNOSIS_DIAGNOSE_H_

#include <optional>
#include <string>
#include <vector>

#include "companion/companion_log.h"
#include "diagnosis/report.h"
#include "matching/matcher.h"
#include "setuplog/setup_log.h"

namespace exdiag::diagnosis {

// A log as it was read, with what was found beside it.
struct ReadLog {
  std::string path;
  std::string encoding = "utf-8";
  int64_t bytes = 0;
  int64_t replaced_bytes = 0;
  setuplog::SetupLog log;
  std::vector<companion::CompanionLog> companions;
};

// Which attempt to report on: `number`, or the last one that did something.
struct AttemptChoice {
  std::optional<int> number;
  bool in_short = false;  // without steps and errors, of which a table of many logs tells nothing
};

// Diagnoses one setup log. The verdict, the one root cause (in an earlier attempt, where the chosen
// one only met what that left behind), what follows from it, what setup left behind.
LogReport DiagnoseLog(const ReadLog& read, const matching::Matcher& matcher,
                      const AttemptChoice& choice = {});

// For a report that wants an earlier log: puts the cause first that stopped the latest attempt
// before its own in one of the logs, which are of the same folder or archive. Logs of other servers
// and attempts without a time are passed over; a success ends the chain. The cause stays where it
// was if none of them tells more.
void FollowIntoEarlierLogs(const std::vector<const ReadLog*>& logs,
                           const matching::Matcher& matcher, LogReport* report);

// Diagnoses a companion log that no setup log accompanies. `others`: those found beside it, which
// add their evidence.
LogReport DiagnoseCompanion(const companion::CompanionLog& log, const matching::Matcher& matcher,
                            const std::vector<companion::CompanionLog>& others = {});

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_DIAGNOSE_H_
