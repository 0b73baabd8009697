#ifndef EXDIAG_COMPANION_MSI_LINE_H_
#define EXDIAG_COMPANION_MSI_LINE_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::companion {

// What a line of a Windows Installer log says to who looks for a failure. Source: verbose logs
// (/l*v) of Exchange setup, language packs and security updates; message texts follow the language
// of Windows, those of the engine ("MainEngineThread", "Doing action", "SOURCEMGMT") do not.
struct MsiLine {
  enum class Meaning {
    kNoise,    // policies, counters, properties: nothing, not even beside a failure
    kChatter,  // may explain a failure that follows
    kSetting,  // product, package or patch that the session is about
    kSession,  // "=== Verbose logging started"
    kActionStart,
    kActionFailed,  // "Action ended …: NAME. Return value 3."
    kTelling,       // of an error, `weight` tells how well
    kResult,        // "MainEngineThread is returning N"
    kRestart,       // a restart is needed
  };
  Meaning meaning = Meaning::kChatter;
  int weight = 0;  // 1 to 6 where meaning is kTelling, kActionFailed or kResult
  int result = 0;  // of kResult
};

MsiLine ReadMsiLine(std::string_view line);

// The error codes in a telling line, as written.
std::vector<std::string> MsiCodes(std::string_view line);

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_MSI_LINE_H_
