#ifndef _WIN32

#include <cstdlib>

#include "platform/desktop.h"

namespace exdiag::platform {

bool OwnsConsole() { return false; }

void WaitForKey() {}

std::string TemporaryFolder() {
  const char* folder = std::getenv("TMPDIR");
  return folder == nullptr || *folder == '\0' ? "/tmp" : folder;
}

std::string DefaultSetupLog() { return {}; }

}  // namespace exdiag::platform

#endif  // _WIN32
