#ifndef EXDIAG_SETUPLOG_TIMESTAMP_H_
#define EXDIAG_SETUPLOG_TIMESTAMP_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exdiag::setuplog {

// A moment as the log gives it: milliseconds since 1970-01-01 00:00 UTC.
// Setup of Exchange 2013 and later stamps in UTC; 2007 and 2010 stamp in local time, which is kept
// as if it were UTC because the log does not say the offset.
struct Timestamp {
  int64_t milliseconds = 0;
  friend bool operator==(Timestamp, Timestamp) = default;
  friend auto operator<=>(Timestamp, Timestamp) = default;  // NOLINT(modernize-use-nullptr)
};

// "2021-03-06T18:37:29.035Z".
std::string IsoText(Timestamp time);

// A stamp at the start of a line, and how many bytes it takes with its brackets.
struct Stamp {
  Timestamp time;
  size_t length = 0;
};

// Reads the stamp that `line` begins with: `[03/11/2021 12:06:22.0926]`, with `/`, `-` or `.` in
// the date and `:` or `.` in the time, month first unless the first number exceeds 12. The four
// digits after the second are milliseconds with a leading zero. Exchange 2007 has no fraction and
// writes as the culture of the server does: unpadded numbers, the year first, AM/PM in its
// language. nullopt if there is no such stamp.
std::optional<Stamp> ReadStamp(std::string_view line);

// Reads stamps as ReadStamp does, those of the day of the last one in a third of the time: a log
// has thousands of them.
class StampReader {
 public:
  std::optional<Timestamp> TimeOf(std::string_view line);

 private:
  static constexpr size_t kDate = 12;  // "[03/11/2021 "

  std::array<char, kDate> date_{};  // of the last stamp in the usual form, NULs before the first
  int64_t midnight_ = 0;            // at which its day began
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_TIMESTAMP_H_
