#ifndef EXDIAG_REPORT_CSV_REPORT_H_
#define EXDIAG_REPORT_CSV_REPORT_H_

#include <string>
#include <string_view>

#include "diagnosis/report.h"

namespace exdiag::report {

// Where a table of comma-separated values goes: Excel takes a file without byte order mark for the
// system's code page, while programs that read a pipe stumble over one.
enum class CsvTarget { kPipe, kFile };

// One row per log below a row of names, as RFC 4180 has it: CRLF, quotes doubled.
std::string RenderCsv(const diagnosis::Report& report, CsvTarget target);

// A value as a cell: sanitised, neutralised if a spreadsheet would run it as a formula (a leading
// apostrophe makes it text), and quoted where it has to be.
std::string CsvCell(std::string_view value);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_CSV_REPORT_H_
