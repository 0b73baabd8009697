#ifndef EXDIAG_MATCHING_EVIDENCE_H_
#define EXDIAG_MATCHING_EVIDENCE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace exdiag::matching {

// A line of a log that made a rule hold.
struct Evidence {
  std::string path;  // of the companion log; empty: the setup log itself
  int64_t line = 0;
  std::string text;   // the line as the log has it, without newline, at most 2,000 bytes
  std::string found;  // the part of the text that the pattern found; empty: the line as a whole
};

// A rule that holds on an attempt.
struct Match {
  const rules::Rule* rule = nullptr;  // of the pack that was given to the matcher
  std::map<std::string, std::string> captures;
  std::vector<Evidence> evidence;  // in the order of the file, without duplicates
  // How much of what is not translated and not shared held, 0 to 1: an exception with cmdlet and
  // text weighs more than a text alone. For ranking and confidence.
  double specificity = 0;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_EVIDENCE_H_
