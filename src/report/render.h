#ifndef EXDIAG_REPORT_RENDER_H_
#define EXDIAG_REPORT_RENDER_H_

#include <string>

#include "diagnosis/report.h"

namespace exdiag::report {

// How a text report looks.
struct TextStyle {
  int width = 80;  // columns
  bool color = false;
  bool unicode = true;  // false: ASCII only
  bool verbose = false;
  bool quiet = false;  // one line a log
};

std::string RenderText(const diagnosis::Report& report, const TextStyle& style);

// One JSON object with "schema": "exdiag.report/1". `pretty`: indented by two.
std::string RenderJson(const diagnosis::Report& report, bool pretty);

// The element of "logs" for one log, on one line with its newline.
std::string RenderNdjson(const diagnosis::LogReport& log);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_RENDER_H_
