#ifndef EXDIAG_REPORT_TRIAGE_ROWS_H_
#define EXDIAG_REPORT_TRIAGE_ROWS_H_

#include <optional>
#include <string_view>

#include "diagnosis/triage_row.h"

namespace exdiag::report {

// The row that RenderTriageNdjson has written; nullopt if the line is none, such as one that was
// cut. Unknown keys are passed over.
std::optional<diagnosis::TriageRow> ReadTriageNdjson(std::string_view line);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TRIAGE_ROWS_H_
