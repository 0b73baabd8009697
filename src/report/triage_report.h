#ifndef EXDIAG_REPORT_TRIAGE_REPORT_H_
#define EXDIAG_REPORT_TRIAGE_REPORT_H_

#include <string>

#include "diagnosis/triage_row.h"
#include "diagnosis/triage_tally.h"
#include "report/render.h"

namespace exdiag::report {

// Many logs in a terminal, in parts that can be written as the logs are read. A line for a log: its
// verdict, cause and path; from 120 columns on its update and failing step too.
std::string RenderTriageLine(const diagnosis::TriageRow& row, const TextStyle& style);

// What follows the lines: the causes, the most frequent first, with some logs of each. Empty if the
// style is quiet.
std::string RenderTriageCauses(const diagnosis::TriageTally& tally, const TextStyle& style);

// The element of "logs" for one log, on one line with its newline.
std::string RenderTriageNdjson(const diagnosis::TriageRow& row);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TRIAGE_REPORT_H_
