#ifdef _WIN32

#include <string_view>

#include "platform/desktop.h"
#include "platform/terminal.h"
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"

namespace exdiag::platform {
namespace {

std::wstring EnvironmentValue(const wchar_t* name) {
  std::wstring value(GetEnvironmentVariableW(name, nullptr, 0), L'\0');
  if (!value.empty())
    value.resize(GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size())));
  return value;
}

bool IsKeyPress(const INPUT_RECORD& record) {
  return record.EventType == KEY_EVENT && record.Event.KeyEvent.bKeyDown;
}

// Whether somebody can see this session's windows. Scheduled tasks and services have consoles of
// their own, too, in a window station that no screen shows.
bool HasViewer() {
  USEROBJECTFLAGS flags{};
  return GetUserObjectInformationW(GetProcessWindowStation(), UOI_FLAGS, &flags, sizeof flags,
                                   nullptr) &&
         (flags.dwFlags & WSF_VISIBLE) != 0;
}

}  // namespace

bool OwnsConsole() {
  DWORD processes[2] = {};
  return GetConsoleProcessList(processes, 2) == 1 && IsTerminal(Stream::kInput) &&
         IsTerminal(Stream::kOutput) && HasViewer();
}

void WaitForKey() {
  const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
  DWORD mode = 0;
  if (!GetConsoleMode(input, &mode)) return;
  FlushConsoleInputBuffer(input);
  INPUT_RECORD record{};
  DWORD count = 0;
  while (ReadConsoleInputW(input, &record, 1, &count) && !IsKeyPress(record)) {
  }
}

std::string TemporaryFolder() {
  wchar_t path[MAX_PATH + 2] = {};
  const DWORD length = GetTempPathW(MAX_PATH + 1, path);
  return length == 0 || length > MAX_PATH + 1 ? "." : Utf8(std::wstring_view(path, length));
}

std::string DefaultSetupLog() {
  const std::wstring drive = EnvironmentValue(L"SystemDrive");
  return Utf8(drive.empty() ? L"C:" : drive) + "\\ExchangeSetupLogs\\ExchangeSetup.log";
}

}  // namespace exdiag::platform

#endif  // _WIN32
