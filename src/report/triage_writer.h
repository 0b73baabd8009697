#ifndef EXDIAG_REPORT_TRIAGE_WRITER_H_
#define EXDIAG_REPORT_TRIAGE_WRITER_H_

#include <memory>
#include <string>

#include "diagnosis/triage_row.h"
#include "report/csv_report.h"
#include "report/render.h"
#include "report/write_text.h"

namespace exdiag::report {

// Writes many logs row by row, as they are read. Of a row it keeps no more than what stands at the
// end needs: for text the causes, for JSON the paths of the logs that failed, else nothing.
class TriageWriter {
 public:
  virtual ~TriageWriter() = default;
  virtual void Row(const diagnosis::TriageRow& row) = 0;
  virtual void End() = 0;
};

// By which rules the logs were told.
struct RulesUsed {
  int count = 0;
  std::string digest;
};

// Lines for a terminal, then the causes; see triage_report.h.
std::unique_ptr<TriageWriter> TriageTextWriter(const TextStyle& style, WriteText write);

// One JSON object with "schema": "exdiag.triage/1": "logs" and "groups".
std::unique_ptr<TriageWriter> TriageJsonWriter(const RulesUsed& rules, bool pretty,
                                               WriteText write);

// A line of JSON for each log.
std::unique_ptr<TriageWriter> TriageNdjsonWriter(WriteText write);

// A row of names and one for each log.
std::unique_ptr<TriageWriter> TriageCsvWriter(CsvTarget target, WriteText write);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TRIAGE_WRITER_H_
