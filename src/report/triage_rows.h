#ifndef EXDIAG_REPORT_TRIAGE_ROWS_H_
#define EXDIAG_REPORT_TRIAGE_ROWS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "diagnosis/triage.h"

namespace exdiag::report {

// The row that RenderTriageNdjson has written; nullopt if the line is none, such as one that was
// cut. Unknown keys are passed over.
std::optional<diagnosis::TriageRow> ReadTriageNdjson(std::string_view line);

// Puts rows into the order of a walk through folders, by path and then by attempt, and drops
// repetitions: a summary is the same however its logs were divided and in whatever order they were
// read.
void PutInOrder(std::vector<diagnosis::TriageRow>* rows);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TRIAGE_ROWS_H_
