#include "cli/progress.h"

#include <fmt/format.h>

#include "report/display_width.h"
#include "report/sanitise.h"

namespace exdiag::cli {
namespace {

constexpr auto kFirst = std::chrono::milliseconds(500);
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(const Console& console, bool quiet)
    : console_(console), shown_(console.error_is_terminal && !quiet) {}

void Progress::Reading(const std::string& path) {
  if (!shown_) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  ++files_;
  const auto now = Clock::now();
  if (now - begun_ < kFirst || now - last_ < kBetween) return;
  last_ = now;
  on_screen_ = true;
  const std::string text =
      fmt::format("reading file {}: {}", files_, report::SafeLine(path, console_.unicode));
  console_.error->Write(std::string(kClearLine) +
                        std::string(report::Beginning(text, console_.width - 1)));
}

void Progress::Clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (on_screen_) console_.error->Write(kClearLine);
  on_screen_ = false;
}

}  // namespace exdiag::cli
