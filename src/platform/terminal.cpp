#include "platform/terminal.h"

#include <cstdlib>
#include <string_view>

namespace exdiag::platform {
namespace {

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool UseColor(ColorWish wish, Stream stream) {
  if (wish != ColorWish::kAuto) return wish == ColorWish::kAlways;
  if (!Environment("NO_COLOR").empty()) return false;
  const std::string_view force = Environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return Environment("TERM") != "dumb" && IsTerminal(stream);
}

}  // namespace exdiag::platform
