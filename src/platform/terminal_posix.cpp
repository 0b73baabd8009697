#ifndef _WIN32

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <initializer_list>
#include <string>

#include "platform/terminal.h"

namespace exdiag::platform {
namespace {

int DescriptorOf(Stream stream) {
  if (stream == Stream::kInput) return STDIN_FILENO;
  return stream == Stream::kOutput ? STDOUT_FILENO : STDERR_FILENO;
}

}  // namespace

bool IsTerminal(Stream stream) { return isatty(DescriptorOf(stream)) == 1; }

int TerminalWidth(Stream stream, int otherwise) {
  winsize size{};
  if (ioctl(DescriptorOf(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return size.ws_col;
}

// Asked of the environment, as the locale of the C library is left alone.
bool TerminalTakesUtf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string locale = value;
    for (const char* spelling : {"UTF-8", "utf-8", "UTF8", "utf8"}) {
      if (locale.find(spelling) != std::string::npos) return true;
    }
    return false;
  }
  return false;
}

ConsoleMode::ConsoleMode() = default;
ConsoleMode::~ConsoleMode() = default;

}  // namespace exdiag::platform

#endif  // _WIN32
