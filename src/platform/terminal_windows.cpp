#ifdef _WIN32

#include <initializer_list>

#include "platform/terminal.h"
#include "platform/windows_api.h"

#ifndef ENABLE_VIRTUAL_TERMINAL_PROCESSING
#define ENABLE_VIRTUAL_TERMINAL_PROCESSING 0x0004
#endif

namespace exdiag::platform {
namespace {

HANDLE HandleOf(Stream stream) {
  if (stream == Stream::kInput) return GetStdHandle(STD_INPUT_HANDLE);
  return GetStdHandle(stream == Stream::kOutput ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

}  // namespace

bool IsTerminal(Stream stream) {
  DWORD mode = 0;
  return GetConsoleMode(HandleOf(stream), &mode) != 0;
}

int TerminalWidth(Stream stream, int otherwise) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (!GetConsoleScreenBufferInfo(HandleOf(stream), &info)) return otherwise;
  return info.srWindow.Right - info.srWindow.Left + 1;
}

// The console gets UTF-16 (standard_stream.h), whatever its code page.
bool TerminalTakesUtf8() { return true; }

ConsoleMode::ConsoleMode() {
  for (const Stream stream : {Stream::kOutput, Stream::kError}) {
    DWORD mode = 0;
    const HANDLE handle = HandleOf(stream);
    if (!GetConsoleMode(handle, &mode)) continue;
    Saved& saved = stream == Stream::kOutput ? output_ : error_;
    if ((mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0) continue;
    if (SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING)) {
      saved = {true, mode};
    } else {
      escape_sequences_ = false;
    }
  }
}

ConsoleMode::~ConsoleMode() {
  if (output_.changed) SetConsoleMode(HandleOf(Stream::kOutput), output_.mode);
  if (error_.changed) SetConsoleMode(HandleOf(Stream::kError), error_.mode);
}

}  // namespace exdiag::platform

#endif  // _WIN32
