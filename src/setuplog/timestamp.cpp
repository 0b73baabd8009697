#include "setuplog/timestamp.h"

#include <array>
#include <cstdio>

namespace exdiag::setuplog {
namespace {

// Days since 1970-01-01 of a Gregorian date from the year 1 on (Howard Hinnant's days_from_civil).
constexpr int64_t DaysFromCivil(int64_t year, int month, int day) {
  year -= month <= 2;
  const int64_t era = year / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

struct CivilDate {
  int64_t year;
  int month;
  int day;
};

CivilDate CivilFromDays(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2), month, day};
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Reads characters of a stamp one after the other; `ok` turns false at the first that does not fit.
struct Cursor {
  std::string_view text;
  size_t at = 0;
  bool ok = true;

  char Peek() const { return at < text.size() ? text[at] : '\0'; }

  int Number(int most_digits) {
    int value = 0;
    int digits = 0;
    while (digits < most_digits && IsDigit(Peek())) {
      value = value * 10 + (text[at++] - '0');
      ++digits;
    }
    ok = ok && digits > 0;
    return value;
  }

  void OneOf(std::string_view allowed) {
    if (at < text.size() && allowed.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      ok = false;
    }
  }
};

// Turns a 12-hour clock into 24 hours if " AM" or " PM" follows.
void ReadHalfDay(Cursor* cursor, int* hour) {
  if (cursor->Peek() != ' ' || cursor->at + 2 >= cursor->text.size()) return;
  const char half = cursor->text[cursor->at + 1];
  if ((half != 'A' && half != 'P') || cursor->text[cursor->at + 2] != 'M') return;
  *hour = *hour % 12 + (half == 'P' ? 12 : 0);
  cursor->at += 3;
}

// Two digits at `at`, or a number over 99 if they are none.
int TwoDigits(std::string_view line, size_t at) {
  const unsigned tens = static_cast<unsigned char>(line[at]) - '0';
  const unsigned ones = static_cast<unsigned char>(line[at + 1]) - '0';
  return tens > 9 || ones > 9 ? 1000 : static_cast<int>(tens * 10 + ones);
}

Timestamp TimeOf(const CivilDate& date, int hour, int minute, int second, int milliseconds) {
  const int64_t days = DaysFromCivil(date.year, date.month, date.day);
  return {(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milliseconds};
}

// "[03/11/2021 12:06:22.0926]", which all versions since 2010 write, at fixed places: some ten
// times as fast as the cursor, and read for every step of a log.
std::optional<Stamp> ReadUsualStamp(std::string_view line) {
  if (line.size() < 26 || line[11] != ' ' || line[20] != '.' || line[25] != ']' || line[21] != '0')
    return std::nullopt;
  if (line[3] != line[6] || (line[3] != '/' && line[3] != '.' && line[3] != '-'))
    return std::nullopt;
  if (line[14] != line[17] || (line[14] != ':' && line[14] != '.')) return std::nullopt;
  const CivilDate date{TwoDigits(line, 7) * int64_t{100} + TwoDigits(line, 9), TwoDigits(line, 1),
                       TwoDigits(line, 4)};
  const int hour = TwoDigits(line, 12), minute = TwoDigits(line, 15), second = TwoDigits(line, 18);
  const int milliseconds = TwoDigits(line, 21) * 100 + TwoDigits(line, 23);
  const bool plausible = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 &&
                         date.year >= 1990 && date.year < 10000 && hour < 24 && minute < 60 &&
                         second < 61 && milliseconds < 1000;
  if (!plausible) return std::nullopt;
  return Stamp{TimeOf(date, hour, minute, second, milliseconds), 26};
}

}  // namespace

std::optional<Stamp> ReadStamp(std::string_view line) {
  if (auto usual = ReadUsualStamp(line); usual && line[0] == '[') return usual;
  if (line.size() < 16 || line[0] != '[' || !IsDigit(line[1])) return std::nullopt;
  Cursor cursor{line, 1};
  int month = cursor.Number(2);
  cursor.OneOf("/.-");
  int day = cursor.Number(2);
  cursor.OneOf("/.-");
  const int year = cursor.Number(4);
  cursor.OneOf(" ");
  int hour = cursor.Number(2);
  cursor.OneOf(":.");
  const int minute = cursor.Number(2);
  cursor.OneOf(":.");
  const int second = cursor.Number(2);
  int milliseconds = 0;
  if (cursor.Peek() == '.') {
    ++cursor.at;
    milliseconds = cursor.Number(4);
  }
  ReadHalfDay(&cursor, &hour);
  cursor.OneOf("]");
  if (month > 12) std::swap(month, day);
  const bool plausible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1990 &&
                         hour < 24 && minute < 60 && second < 61 && milliseconds < 1000;
  if (!cursor.ok || !plausible) return std::nullopt;
  return Stamp{TimeOf({year, month, day}, hour, minute, second, milliseconds), cursor.at};
}

std::string IsoText(Timestamp time) {
  constexpr int64_t kDay = int64_t{24} * 60 * 60 * 1000;
  int64_t days = time.milliseconds / kDay;
  int64_t rest = time.milliseconds % kDay;
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  const CivilDate date = CivilFromDays(days);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                static_cast<int>(date.year), date.month, date.day, static_cast<int>(rest / 3600000),
                static_cast<int>(rest / 60000 % 60), static_cast<int>(rest / 1000 % 60),
                static_cast<int>(rest % 1000));
  return text.data();
}

}  // namespace exdiag::setuplog
