#ifndef EXDIAG_DIAGNOSIS_TRIAGE_ROW_H_
#define EXDIAG_DIAGNOSIS_TRIAGE_ROW_H_

#include <optional>
#include <string>
#include <utility>

#include "diagnosis/report.h"

namespace exdiag::diagnosis {

// One log among many, in a line. Empty: the log does not say.
struct TriageRow {
  std::string path;
  std::string customer;  // the organization, else the domain of the server
  std::string server;
  std::string product;  // "Exchange Server 2016 CU23"
  std::string build;    // "15.1.2507.6"
  std::string mode;     // "Upgrade"
  Verdict verdict = Verdict::kIncomplete;
  std::string rule;   // of the root cause; empty: nothing failed, or not known
  std::string title;  // of the root cause, else what failed in the log's own words
  std::string category;
  double confidence = 0;
  std::string failing_step;  // role, task or cmdlet
  std::string fingerprint;
  int attempt = 1;
  std::optional<setuplog::Timestamp> started;
  std::optional<setuplog::Timestamp> ended;
  Rerun rerun = Rerun::kUnknown;
};

TriageRow TriageRowOf(const LogReport& log);

bool IsFailed(const TriageRow& row);  // or blocked

// Whether a row belongs to a group: a failed one that has a rule or a fingerprint.
bool IsGrouped(const TriageRow& row);

// What rows of one group have in common: whether a rule knows the cause, and the rule's id, else
// the fingerprint.
std::pair<bool, std::string> GroupKeyOf(const TriageRow& row);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_TRIAGE_ROW_H_
