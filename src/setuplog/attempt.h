#ifndef EXDIAG_SETUPLOG_ATTEMPT_H_
#define EXDIAG_SETUPLOG_ATTEMPT_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/record.h"
#include "setuplog/text_store.h"
#include "setuplog/timestamp.h"

namespace exdiag::setuplog {

// What the head of an attempt says of itself, and what later lines add. Empty: the log does not
// say. Texts are those of the log, without quotes and the closing full stop.
struct Header {
  std::string product;  // "Exchange Server 2016"
  std::string setup_version;
  std::string installed_version;  // before this run: the backup copy's version, else the local one
  std::string backup_version;
  std::string mode;               // as asked for: Upgrade, Install, PrepareAD, RecoverServer …
  std::string installation_mode;  // in effect: Install, BuildToBuildUpgrade, DisasterRecovery …
  std::string command_line;
  std::vector<std::string> roles;  // "MailboxRole", of the handlers or the roles on disk
  std::string user;
  std::string server;  // the full name where the log has it
  std::string os;
  std::string time_zone;
  std::string organization;
  std::string site;
  std::string domain_controller;
  std::string global_catalog;
  std::string schema_master;
  std::string source_directory;
  std::string install_directory;
  std::string interface;  // "console" or "gui"
};

// A unit of work: what setup brackets by "Setup will run the task", "Processing component" or
// "Beginning processing" … "Ending processing". Texts are views of Attempt::texts.
struct Step {
  enum class Kind : uint8_t { kTask, kComponent, kCmdlet };
  Kind kind = Kind::kCmdlet;
  bool finished = false;         // an end was logged
  bool failed = false;           // the fatal error arose within
  int parent = -1;               // index in Attempt::steps
  std::string_view name;         // "Install-BridgeheadRole", the component's name, the cmdlet
  std::string_view description;  // what setup shows to the user, where it says so
  int64_t first_line = 0;
  int64_t last_line = 0;
  std::optional<Timestamp> started;
  std::optional<Timestamp> ended;
};

// Milliseconds of a cmdlet that is told even where there are too many to tell all.
inline constexpr int64_t kLongStep = 1000;

enum class Severity { kError, kWarning };

// A readiness check that did not pass. `rule` is setup's own name of it and never translated; empty
// where a console text shows the message alone.
struct PrerequisiteCheck {
  std::string rule;
  std::string message;
  std::string help_link;
  Severity severity = Severity::kError;
  int64_t line = 0;       // of the line that decides: Failed, else REQUIRED, else Evaluated
  std::string line_text;  // that line as the log has it
  // A text of a paste that may be the message of a check, or anything else: the paste does not say.
  bool presumed = false;

  // Whether setup stops at it.
  bool blocks() const { return severity == Severity::kError && !presumed; }
};

inline bool AnyBlocks(const std::vector<PrerequisiteCheck>& checks) {
  return std::any_of(checks.begin(), checks.end(),
                     [](const auto& check) { return check.blocks(); });
}

// `Evaluated [Setting:NAME] … [Value:"…"]`; a name may occur several times. Texts are views of
// Attempt::texts.
struct Setting {
  std::string_view name;
  std::string_view value;  // "<NULL>", as setup writes it, also if the setting was never evaluated
  int64_t line = 0;
  std::string_view line_text;  // that line as the log has it
};

// One exception of a chain. `hresult` as written ("0x80072030"), empty if not given.
struct ExceptionInfo {
  std::string type;  // full name
  std::string message;
  std::string hresult;
  int64_t line = 0;
};

// All records by which setup reports one error: the cmdlet's own [ERROR] lines, "The following N
// error(s) occurred", the block with script and exception, ERROR-REFERENCE.
struct ErrorReport {
  enum class Fate {
    kFatal,        // setup stopped at it, or nothing says that it went on
    kNonCritical,  // setup says that it ignores it
    kRestore,      // raised by the restore step after a failed prerequisite check
    kSurvived,     // setup went on with its next step
  };
  Fate fate = Fate::kFatal;
  std::vector<Record> records;       // in the order of the file, never empty
  std::string script;                // the PowerShell block that was running
  std::vector<std::string> cmdlets;  // the failing cmdlet first, then those that the script calls
  std::vector<ExceptionInfo> exceptions;  // innermost first
  std::string message;                    // the plain text, first line first
  std::string reference_id;               // ERROR-REFERENCE Id
  std::string task;                       // "Install-BridgeheadRole"
  std::string component;  // "Transport Server Role" …: the component being processed
  std::string role;       // "Mailbox role: Transport service", as setup shows it
  std::vector<std::string> parameters;  // "User specified parameters" of the failing cmdlet
  int step = -1;                        // index in Attempt::steps
  int64_t line = 0;                     // of the first [ERROR] line
};

// How the text of an attempt says that it ended.
enum class Ending {
  kSuccess,  // "completed successfully"
  kFailure,  // "didn't complete", or a fatal error
  kBlocked,  // a prerequisite check failed
  kClosed,   // "End of Setup" without a result: the wizard was closed
  kOpen,     // cut off or still running
};

// What a record says about the state in which setup leaves the server.
struct StateChange {
  enum class Kind {
    kServiceDisabled,
    kServiceStopped,
    kServiceRestored,
    kComponentInactive,
    kComponentActive,
    kWatermark,
    kFilesRemoved,
    kSchemaExtended,
    kOrganizationPrepared,
  };
  Kind kind = Kind::kServiceDisabled;
  std::string name;
  int64_t line = 0;
  std::string text;
};

// A certificate that setup bound or looked at, with the times as the log spells them.
struct BoundCertificate {
  std::string subject;
  std::string valid_until;
  std::optional<Timestamp> expires;
  int64_t line = 0;
};

// One run of setup. A log that is a paste has exactly one.
struct Attempt {
  int number = 1;
  int64_t first_line = 1;
  int64_t last_line = 1;
  std::optional<Timestamp> started;
  std::optional<Timestamp> ended;
  Ending ending = Ending::kOpen;
  Header header;
  std::vector<std::pair<std::string, std::string>> parameters;  // names in lower case
  std::vector<Step> steps;
  std::vector<PrerequisiteCheck> prerequisites;
  std::vector<Setting> settings;
  std::vector<ErrorReport> errors;
  std::vector<Record> notable;  // every record that is no routine chatter, errors included
  std::vector<StateChange> state_changes;
  std::vector<BoundCertificate> certificates;
  std::string watermark;  // the step id at which an earlier run stopped, if this one resumed there
  bool did_something = false;              // got past its own command line
  std::shared_ptr<const TextStore> texts;  // of steps and settings; whoever copies these shares it
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ATTEMPT_H_
