#ifndef EXDIAG_DIAGNOSIS_TRIAGE_H_
#define EXDIAG_DIAGNOSIS_TRIAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "diagnosis/compact_rows.h"
#include "diagnosis/triage_row.h"

namespace exdiag::diagnosis {

// Logs that failed for the same reason: of the same rule, or, where no rule knows the cause, with
// the same fingerprint.
struct TriageGroup {
  bool known = false;
  std::string key;           // rule id or fingerprint
  std::string title;         // the one that most of its rows have, the first of the alphabet
  std::vector<size_t> rows;  // indices in Triage::rows, ascending
};

// Many logs at a glance.
struct Triage {
  int rule_count = 0;
  std::string rules_digest;
  CompactRows rows;                 // as given
  std::vector<TriageGroup> groups;  // the largest first; known ones first among equals
};

// Groups the rows. Logs that succeeded, or that do not tell, are in no group.
Triage TriageOf(CompactRows rows);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_TRIAGE_H_
