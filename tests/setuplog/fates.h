#ifndef EXDIAG_TESTS_SETUPLOG_FATES_H_
#define EXDIAG_TESTS_SETUPLOG_FATES_H_

#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::tests {

// What became of each error of an attempt, in the order of the log.
inline std::vector<setuplog::ErrorReport::Fate> Fates(const setuplog::Attempt& attempt) {
  std::vector<setuplog::ErrorReport::Fate> fates;
  for (const setuplog::ErrorReport& report : attempt.errors) fates.push_back(report.fate);
  return fates;
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_SETUPLOG_FATES_H_
