#include "companion/local_time.h"

#include <re2/re2.h>

#include <chrono>
#include <string>
#include <utility>

#include "companion/re2_piece.h"

namespace exdiag::companion {

std::optional<setuplog::Timestamp> LocalTimeIn(std::string_view text) {
  static const RE2 pattern(
      R"re((\d{1,4})([./-])(\d{1,2})[./-](\d{2,4})\.?,?\s+(\d{1,2})[:.](\d\d)[:.](\d\d)(?:\s?([AaPp])[Mm])?)re");
  int first = 0, month = 0, last = 0, hour = 0, minute = 0, second = 0;
  std::string separator, half;
  if (!RE2::PartialMatch(Piece(text), pattern, &first, &separator, &month, &last, &hour, &minute,
                         &second, &half)) {
    return std::nullopt;
  }
  int year = last, day = first;
  if (first > 31)
    std::swap(year, day);
  else if (separator == "/" && first <= 12)
    std::swap(month, day);
  if (month > 12) std::swap(month, day);
  if (year < 100) year += 2000;
  if (half == "P" || half == "p") hour = hour % 12 + 12;
  if ((half == "A" || half == "a") && hour == 12) hour = 0;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  const int64_t seconds_of_day = int64_t{hour} * 3600 + int64_t{minute} * 60 + second;
  return setuplog::Timestamp{(int64_t{days} * 86400 + seconds_of_day) * 1000};
}

}  // namespace exdiag::companion
