#ifndef EXDIAG_CLI_EXIT_STATUS_H_
#define EXDIAG_CLI_EXIT_STATUS_H_

namespace exdiag::cli {

// What the program ends with. Scripts rely on these numbers; they never change. From 64 on they are
// those of BSD's sysexits.
enum class ExitStatus {
  kSucceeded = 0,     // setup succeeded, nothing to do; or the command did what it was asked for
  kDiagnosed = 1,     // setup failed and the cause was diagnosed; or a rule's test or check failed
  kUnknownCause = 2,  // setup failed and no rule knows the cause
  kInconclusive = 3,  // the log does not tell: cut off, still running
  kUsage = 64,        // the command line is wrong
  kNoLog = 65,        // the input holds no setup log
  kUnreadable = 66,   // the input cannot be read
  kInternalError = 70,  // a mistake in exdiag itself
  kWriteError = 74,     // the output cannot be written
  kBadRule = 78,        // a rule file is invalid
  kInterrupted = 130,   // Ctrl+C or SIGTERM; what was done until then is written
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_EXIT_STATUS_H_
