#ifndef EXDIAG_REPORT_WORDING_H_
#define EXDIAG_REPORT_WORDING_H_

#include <optional>
#include <string>
#include <string_view>

#include "diagnosis/report.h"

namespace exdiag::report {

// What facts of a diagnosis are called in reports for people, the same in all of them.

// "high", "medium" or "low". A rule on a sound signature has at least 0.75; experimental ones have
// less, generic ones 0.5 at most.
std::string_view ConfidenceWord(double confidence);

// "Exchange Server 2016 CU22 to CU23 upgrade on EX01.contoso.com", as far as the log says it.
std::string RunName(const diagnosis::LogReport& log);

// Why a log may tell no result, in a sentence or two.
std::string WithoutResultText(const diagnosis::LogReport& log);

// The last part of a path, with either kind of slash.
std::string_view FileName(std::string_view path);

// "2026-03-10 17:48:49 UTC"; without "UTC" for Exchange 2007 and 2010, which stamp in local time.
std::string TimeText(const diagnosis::LogReport& log, setuplog::Timestamp time);

// "2 h 14 min", "38 min", "12 s".
std::string DurationText(setuplog::Timestamp from, setuplog::Timestamp to);

// "1 line", "3 lines".
std::string Counted(int64_t count, std::string_view one, std::string_view many);

// When the record on a line of the log was written, where the report kept it.
std::optional<setuplog::Timestamp> TimeOfLine(const diagnosis::LogReport& log, int64_t line);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_WORDING_H_
