#ifndef EXDIAG_DIAGNOSIS_FINDINGS_H_
#define EXDIAG_DIAGNOSIS_FINDINGS_H_

#include <cstddef>
#include <vector>

#include "diagnosis/filled_text.h"
#include "diagnosis/report.h"
#include "matching/evidence.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// What the rules found on one attempt, in its context.
struct FoundRules {
  std::vector<matching::Match> matches;
  Verdict verdict = Verdict::kIncomplete;
  int attempt = 1;
  Captures facts;        // values that every rule may use: server, domain_controller …
  bool console = false;  // the text is what somebody pasted, not a log
};

// More rules that hold on one attempt come from rule packs made to do harm: each costs time by the
// number of the others, and nobody reads so many.
inline constexpr size_t kMostMatches = 300;

// Drops the vaguest matches where there are more than kMostMatches; how many.
size_t DropVaguest(std::vector<matching::Match>* matches);

// Makes findings of matches: drops what a more exact rule supersedes, joins groups, tells
// consequences from causes, and puts the one root cause first, marked as primary where the verdict
// allows one. A succeeded attempt keeps its risks only.
std::vector<Diagnosis> Findings(const FoundRules& found);

// The values that every rule may use without capturing them.
Captures FactCaptures(const setuplog::Header& header);

// True for a rule that says no more than that an earlier attempt left the server half-installed:
// its tags hold "watermark".
bool IsAboutEarlierAttempt(const rules::Rule& rule);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_FINDINGS_H_
