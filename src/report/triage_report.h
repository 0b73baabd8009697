#ifndef EXDIAG_REPORT_TRIAGE_REPORT_H_
#define EXDIAG_REPORT_TRIAGE_REPORT_H_

#include <string>

#include "diagnosis/triage.h"
#include "report/render.h"

namespace exdiag::report {

// Many logs in a terminal: one line per log, then the causes with the logs of each. Quiet: the
// lines alone.
std::string RenderTriageText(const diagnosis::Triage& triage, const TextStyle& style);

// One JSON object with "schema": "exdiag.triage/1": "logs" and "groups".
std::string RenderTriageJson(const diagnosis::Triage& triage, bool pretty);

// The element of "logs" for one log, on one line with its newline.
std::string RenderTriageNdjson(const diagnosis::TriageRow& row);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TRIAGE_REPORT_H_
