#include "diagnosis/companion_times.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace exdiag::diagnosis {
namespace {

using setuplog::Timestamp;

// 14 hours from UTC at most, and what setup prepares before its log begins.
constexpr int64_t kGrace = int64_t{26} * 3600 * 1000;

// The other reading of a date such as 10/03/2021; the same if there is none.
Timestamp WithDayAndMonthSwapped(Timestamp time) {
  using std::chrono::sys_days;
  const std::chrono::sys_time<std::chrono::milliseconds> moment(
      std::chrono::milliseconds(time.milliseconds));
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(midnight);
  if (static_cast<unsigned>(date.day()) > 12) return time;
  const std::chrono::year_month_day swapped(date.year(),
                                            std::chrono::month(static_cast<unsigned>(date.day())),
                                            std::chrono::day(static_cast<unsigned>(date.month())));
  const std::chrono::milliseconds shift = sys_days(swapped) - midnight;
  return {time.milliseconds + shift.count()};
}

// Logs other than those of Windows Installer grow for years: a later entry in one does not mean
// that it is silent about an earlier attempt.
bool Fits(Timestamp time, const companion::CompanionLog& log, const setuplog::Attempt& attempt) {
  if (time.milliseconds < attempt.started->milliseconds - kGrace) return false;
  const Timestamp end = attempt.ended.value_or(*attempt.started);
  return log.kind != companion::Kind::kMsi || time.milliseconds <= end.milliseconds + kGrace;
}

}  // namespace

bool MayTellOf(const companion::CompanionLog& log, const setuplog::Attempt& attempt) {
  if (!log.started || !attempt.started) return true;
  return Fits(*log.started, log, attempt) ||
         Fits(WithDayAndMonthSwapped(*log.started), log, attempt);
}

std::vector<companion::CompanionLog> CompanionsOf(const std::vector<companion::CompanionLog>& logs,
                                                  const setuplog::Attempt& attempt) {
  std::vector<companion::CompanionLog> kept;
  std::copy_if(logs.begin(), logs.end(), std::back_inserter(kept),
               [&](const companion::CompanionLog& log) { return MayTellOf(log, attempt); });
  return kept;
}

}  // namespace exdiag::diagnosis
