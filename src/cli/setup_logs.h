#ifndef EXDIAG_CLI_SETUP_LOGS_H_
#define EXDIAG_CLI_SETUP_LOGS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/found_logs.h"
#include "companion/companion_log.h"
#include "diagnosis/diagnose.h"

namespace exdiag::cli {

// A setup log, or what was to be one.
struct SetupLogAtHand {
  diagnosis::ReadLog log;
  input::InputError error;  // what stopped reading early, if anything
};

// Reads the file as a setup log.
SetupLogAtHand ReadSetupLog(const std::string& path, const ReadOptions& options,
                            const std::vector<companion::CompanionLog>& companions);

// What the candidate was read as when it was found, else what is read now. It is let go of.
ReadText TakeText(Candidate* candidate, const ReadOptions& options);

// The setup logs of a container. Those that could be read only while they were found are kept, the
// others are read when they are wanted: few are wanted twice.
class SetupLogs {
 public:
  // Takes what the candidates were read as. Candidates and companions must outlive the object.
  SetupLogs(const std::vector<Candidate*>& candidates,
            const std::vector<companion::CompanionLog>& companions, bool of_one_server);

  size_t size() const { return candidates_.size(); }
  const Candidate& candidate(size_t index) const { return *candidates_[index]; }
  const std::string& path(size_t index) const { return candidates_[index]->file.path; }
  const std::vector<companion::CompanionLog>& companions() const { return companions_; }

  bool of_one_server() const { return of_one_server_; }

  // `room` takes the log that has to be read. Valid as long as the object and the room. Thread-safe
  // beside Forget for another index.
  const SetupLogAtHand& Read(size_t index, const ReadOptions& options, SetupLogAtHand* room) const;

  // Lets go of a log that was kept.
  void Forget(size_t index) { kept_[index].reset(); }

 private:
  const std::vector<Candidate*>& candidates_;
  const std::vector<companion::CompanionLog>& companions_;
  std::vector<std::optional<SetupLogAtHand>> kept_;
  bool of_one_server_;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_SETUP_LOGS_H_
