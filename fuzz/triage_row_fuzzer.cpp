#include <optional>

#include "fuzz/invariant.h"
#include "report/triage_report.h"
#include "report/triage_rows.h"

using namespace exdiag;
using fuzz::Require;

// Rows come back from a file that a run before has written, or anybody else.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::optional<diagnosis::TriageRow> row =
      report::ReadTriageNdjson(fuzz::TextOf(data, size));
  if (!row) return 0;
  const std::string line = report::RenderTriageNdjson(*row);
  const auto again = report::ReadTriageNdjson(line);
  Require(again.has_value(), "what is written can be read");
  Require(report::RenderTriageNdjson(*again) == line, "what is read is what was written");
  return 0;
}
