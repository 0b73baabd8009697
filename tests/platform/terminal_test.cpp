#include "platform/terminal.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>

using exdiag::platform::ColorWish;
using exdiag::platform::Stream;
using exdiag::platform::UseColor;

#ifndef _WIN32
namespace {

// The variables that decide on colours, as a test wants them, and as they were afterwards.
class ColorEnvironment {
 public:
  explicit ColorEnvironment(const std::map<std::string, std::string>& wanted) {
    for (const char* name : {"NO_COLOR", "CLICOLOR_FORCE", "TERM"}) {
      if (const char* value = std::getenv(name)) before_[name] = value;
      unsetenv(name);
    }
    for (const auto& [name, value] : wanted) setenv(name.c_str(), value.c_str(), 1);
  }
  ~ColorEnvironment() {
    for (const char* name : {"NO_COLOR", "CLICOLOR_FORCE", "TERM"}) unsetenv(name);
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }

 private:
  std::map<std::string, std::string> before_;
};

}  // namespace

TEST_CASE("an explicit wish for colours wins over the environment") {
  const ColorEnvironment environment({{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}});
  CHECK(UseColor(ColorWish::kAlways, Stream::kOutput));
  CHECK_FALSE(UseColor(ColorWish::kNever, Stream::kOutput));
  CHECK_FALSE(UseColor(ColorWish::kAuto, Stream::kOutput));
}

TEST_CASE("CLICOLOR_FORCE colours what is no terminal, unless it is 0 or NO_COLOR is set") {
  {
    const ColorEnvironment environment({{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", ""}});
    CHECK(UseColor(ColorWish::kAuto, Stream::kOutput));
  }
  const ColorEnvironment dumb({{"CLICOLOR_FORCE", "0"}, {"TERM", "dumb"}});
  CHECK_FALSE(UseColor(ColorWish::kAuto, Stream::kOutput));
}
#endif
