#ifdef _WIN32

#include "platform/arguments.h"
#include "platform/windows_api.h"
// After windows.h, which it needs.
#include <shellapi.h>

#include "platform/wide_text_windows.h"

namespace exdiag::platform {

std::vector<std::string> Utf8Arguments(int argc, char** argv) {
  int count = 0;
  wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
  if (wide == nullptr) return {argv, argv + argc};
  std::vector<std::string> arguments;
  for (int i = 0; i < count; ++i) arguments.push_back(Utf8(wide[i]));
  LocalFree(wide);
  return arguments;
}

}  // namespace exdiag::platform

#endif  // _WIN32
