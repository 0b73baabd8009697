#ifndef EXDIAG_PLATFORM_DESKTOP_H_
#define EXDIAG_PLATFORM_DESKTOP_H_

#include <string>

namespace exdiag::platform {

// What a program needs to know that someone started from the desktop, by a double-click or by
// dropping a file on it.

// Whether the console window is the program's own, and will close with it. Only Windows gives
// programs windows of their own; elsewhere false.
bool OwnsConsole();

// Returns when a key was pressed in the console, at once if there is none.
void WaitForKey();

// The folder for temporary files, UTF-8.
std::string TemporaryFolder();

// Where Exchange setup writes its log on this machine: \ExchangeSetupLogs\ExchangeSetup.log on the
// system drive.
std::string DefaultSetupLog();

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_DESKTOP_H_
