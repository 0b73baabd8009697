#include "setuplog/timestamp.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

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

// The words by which the cultures of Windows tell the halves of a day, before noon and after.
constexpr std::array<std::array<std::string_view, 2>, 7> kHalfDays = {{
    {"AM", "PM"},
    {"a.m.", "p.m."},
    {"a. m.", "p. m."},
    {"\u03c0\u03bc", "\u03bc\u03bc"},  // Greek
    {"\u4e0a\u5348", "\u4e0b\u5348"},  // Chinese
    {"\uc624\uc804", "\uc624\ud6c4"},  // Korean
    {"\u5348\u524d", "\u5348\u5f8c"},  // Japanese
}};

// Hours to add to a 12-hour clock if a word for the half of the day is next; -1 if there is none.
int ReadHalfDay(Cursor* cursor) {
  for (const auto& words : kHalfDays) {
    for (size_t half = 0; half < 2; ++half) {
      if (!cursor->text.substr(cursor->at).starts_with(words[half])) continue;
      cursor->at += words[half].size();
      return half == 0 ? 0 : 12;
    }
  }
  return -1;
}

// Reads the separator of a date, which some cultures follow by a blank.
void ReadDateSeparator(Cursor* cursor) {
  cursor->OneOf("/.-");
  if (cursor->Peek() == ' ') ++cursor->at;
}

// "9/28/2008", "28.09.2008", "2008-09-28": month first unless that is over 12, or year first.
CivilDate ReadDate(Cursor* cursor) {
  const int first = cursor->Number(4);
  ReadDateSeparator(cursor);
  const int second = cursor->Number(2);
  ReadDateSeparator(cursor);
  const int third = cursor->Number(4);
  if (cursor->Peek() == '.') ++cursor->at;  // Hungarian
  if (first > 31) return {first, second, third};
  return first > 12 ? CivilDate{third, second, first} : CivilDate{third, first, second};
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

constexpr int64_t kDay = int64_t{24} * 60 * 60 * 1000;

// The size of "[03/11/2021 12:06:22.0926]", which all versions since 2010 write, and which is read
// at fixed places: some ten times as fast as by the cursor.
constexpr size_t kUsualSize = 26;

// The milliseconds since midnight of a stamp in the usual form; nullopt if it is in another.
std::optional<int64_t> ReadUsualTime(std::string_view line) {
  if (line.size() < kUsualSize || line[20] != '.' || line[25] != ']' || line[21] != '0')
    return std::nullopt;
  if (line[14] != line[17] || (line[14] != ':' && line[14] != '.')) return std::nullopt;
  const int hour = TwoDigits(line, 12), minute = TwoDigits(line, 15), second = TwoDigits(line, 18);
  const int milliseconds = TwoDigits(line, 21) * 100 + TwoDigits(line, 23);
  if (hour >= 24 || minute >= 60 || second >= 61 || milliseconds >= 1000) return std::nullopt;
  return ((hour * int64_t{60} + minute) * 60 + second) * 1000 + milliseconds;
}

std::optional<Stamp> ReadUsualStamp(std::string_view line) {
  const std::optional<int64_t> time = ReadUsualTime(line);
  if (!time || line[0] != '[' || line[11] != ' ') return std::nullopt;
  if (line[3] != line[6] || (line[3] != '/' && line[3] != '.' && line[3] != '-'))
    return std::nullopt;
  const CivilDate date{TwoDigits(line, 7) * int64_t{100} + TwoDigits(line, 9), TwoDigits(line, 1),
                       TwoDigits(line, 4)};
  const bool plausible = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 &&
                         date.year >= 1990 && date.year < 10000;
  if (!plausible) return std::nullopt;
  return Stamp{{DaysFromCivil(date.year, date.month, date.day) * kDay + *time}, kUsualSize};
}

}  // namespace

std::optional<Stamp> ReadStamp(std::string_view line) {
  if (auto usual = ReadUsualStamp(line)) return usual;
  if (line.size() < 16 || line[0] != '[' || !IsDigit(line[1])) return std::nullopt;
  Cursor cursor{line, 1};
  const CivilDate date = ReadDate(&cursor);
  cursor.OneOf(" ");
  int half_day = ReadHalfDay(&cursor);
  if (half_day >= 0) cursor.OneOf(" ");
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
  if (half_day < 0 && cursor.Peek() == ' ') {
    ++cursor.at;
    half_day = ReadHalfDay(&cursor);
    cursor.ok = cursor.ok && half_day >= 0;
  }
  if (half_day >= 0) hour = hour % 12 + half_day;
  cursor.OneOf("]");
  const bool plausible = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 &&
                         date.year >= 1990 && date.year < 10000 && hour < 24 && minute < 60 &&
                         second < 61 && milliseconds < 1000;
  if (!cursor.ok || !plausible) return std::nullopt;
  return Stamp{TimeOf(date, hour, minute, second, milliseconds), cursor.at};
}

std::optional<Timestamp> StampReader::TimeOf(std::string_view line) {
  const bool same_day = date_.front() == '[' && line.size() >= kDate &&
                        std::memcmp(date_.data(), line.data(), kDate) == 0;
  if (same_day) {
    if (const auto time = ReadUsualTime(line)) return Timestamp{midnight_ + *time};
  }
  const std::optional<Stamp> stamp = ReadStamp(line);
  if (!stamp) return std::nullopt;
  const auto time = ReadUsualTime(line);
  if (time && IsDigit(line[10])) {  // of the year, so that a blank follows and then the time
    std::copy_n(line.begin(), kDate, date_.begin());
    midnight_ = stamp->time.milliseconds - *time;
  }
  return stamp->time;
}

std::string IsoText(Timestamp time) {
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
