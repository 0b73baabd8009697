#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace exdiag::cli {
namespace {

constexpr auto kBetween = std::chrono::milliseconds(200);
constexpr std::string_view kClearLine = "\r\x1b[K";

std::string TimeLeft(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min left", seconds / 60);
  return fmt::format("{:.1f} h left", seconds / 3600);
}

}  // namespace

void ProgressBar::Show(int64_t done) {
  constexpr int kWidth = 30;
  const auto now = Clock::now();
  if (!shown_ || total_ == 0 || now - last_ < kBetween) return;
  last_ = now;
  on_screen_ = true;
  const double share =
      std::clamp(static_cast<double>(done) / static_cast<double>(total_), 0.0, 1.0);
  const int filled = static_cast<int>(share * kWidth);
  const double elapsed = std::chrono::duration<double>(now - begun_).count();
  std::string text = fmt::format(
      "{}[{}{}] {} of {} files", kClearLine, std::string(static_cast<size_t>(filled), '#'),
      std::string(static_cast<size_t>(kWidth - filled), '-'), done, total_);
  if (share > 0 && elapsed > 2) text += ", " + TimeLeft(elapsed * (1 - share) / share);
  console_.error->Write(text);
}

void ProgressBar::Clear() {
  if (on_screen_) console_.error->Write(kClearLine);
  on_screen_ = false;
}

}  // namespace exdiag::cli
