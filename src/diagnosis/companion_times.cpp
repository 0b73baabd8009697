#include "diagnosis/companion_times.h"

#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <string_view>

#include "diagnosis/failure.h"
#include "setuplog/ascii_case.h"

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

// "exchangesetup.msilog": the last log that a text names as that of a package.
std::string MsiLogIn(std::string_view text) {
  static const RE2 pattern(R"re((?i)[\\/]([^\\/:'"\n]{1,200}\.msilog)\b)re");
  re2::StringPiece rest(text.data(), text.size());
  std::string name;
  while (RE2::FindAndConsume(&rest, pattern, &name)) {
  }
  return setuplog::LowerCase(name);
}

// The MSI log that the failing step wrote, as its parameters or its error say; empty if they do
// not.
std::string NamedMsiLog(const setuplog::Attempt& attempt) {
  const setuplog::ErrorReport* error = FatalError(attempt);
  if (error == nullptr) return {};
  std::string text;
  for (const setuplog::Record& record : error->records) text += record.text + '\n';
  for (const std::string& parameters : error->parameters) text += parameters + '\n';
  return MsiLogIn(text);
}

// A compressed log has an ending more.
bool IsCalled(const companion::CompanionLog& log, const std::string& name) {
  const size_t slash = log.path.find_last_of("/\\");
  return setuplog::LowerCase(std::string_view(log.path).substr(slash + 1)).starts_with(name);
}

// Where the log of the package that failed is at hand, those of other packages tell of other
// troubles.
void KeepNamedMsiLog(const setuplog::Attempt& attempt, std::vector<companion::CompanionLog>* logs) {
  const auto is_msi = [](const auto& log) { return log.kind == companion::Kind::kMsi; };
  if (std::none_of(logs->begin(), logs->end(), is_msi)) return;
  const std::string name = NamedMsiLog(attempt);
  const auto named = [&](const companion::CompanionLog& log) {
    return log.failed && log.kind == companion::Kind::kMsi && IsCalled(log, name);
  };
  if (name.empty() || std::none_of(logs->begin(), logs->end(), named)) return;
  std::erase_if(*logs, [&](const companion::CompanionLog& log) {
    return log.kind == companion::Kind::kMsi && !named(log);
  });
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
  KeepNamedMsiLog(attempt, &kept);
  return kept;
}

}  // namespace exdiag::diagnosis
