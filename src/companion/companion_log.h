#ifndef EXDIAG_COMPANION_COMPANION_LOG_H_
#define EXDIAG_COMPANION_COMPANION_LOG_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"
#include "setuplog/record.h"

namespace exdiag::companion {

// The logs that stand beside ExchangeSetup.log.
enum class Kind {
  kMsi,
  kLdif,
  kServiceControl,
  kUpdateCas,
  kUpdateConfig,
  kSearchInstall,
  kScript,
  kOther
};

// "msi", "ldif", "service-control", "update-cas", "update-config", "search-install", "script",
// "other": the spelling of rule files and reports.
std::string_view KindName(Kind kind);
std::optional<Kind> KindFromName(std::string_view name);

// A companion log as far as it tells of a failure. Owns its texts.
struct CompanionLog {
  std::string path;
  Kind kind = Kind::kOther;
  int64_t lines = 0;
  // Lines that tell of the failure or its setting, in the order of the file; matching searches
  // these.
  std::vector<setuplog::Record> records;
  std::vector<std::string> codes;  // as written: "1603", "0x20bb", "1612"
  std::string failure_message;     // the line that says it best; empty: this log shows no failure
  int64_t failure_line = 0;
  std::optional<setuplog::Timestamp> started;        // local time, as the log says it
  std::vector<setuplog::StateChange> state_changes;  // of ServiceControl.log
  bool failed = false;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_COMPANION_LOG_H_
