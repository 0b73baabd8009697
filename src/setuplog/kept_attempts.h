#ifndef EXDIAG_SETUPLOG_KEPT_ATTEMPTS_H_
#define EXDIAG_SETUPLOG_KEPT_ATTEMPTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// The attempts of a log within a fixed amount of memory. The latest is kept as it is, since its
// builder has bounds of its own. Where the earlier ones are too large together, they are thinned,
// the oldest first: of a thinned attempt stay its errors, warnings, checks and long steps, which
// tell why it ended. Of more than 200 attempts (a real log has a dozen), or if thinning is not
// enough, those in the middle go. Not thread-safe.
class KeptAttempts {
 public:
  // Takes the next attempt and gives it its number.
  void Add(Attempt attempt);

  // Hands out what is kept, in the order of the log, and tells in `limits_hit` what is not.
  std::vector<Attempt> Take(std::vector<std::string>* limits_hit);

 private:
  static constexpr size_t kMostFirst = 50;
  static constexpr size_t kMost = 200;
  static constexpr size_t kMostBytes = size_t{12} << 20;  // of all but the latest

  void CountLatest();
  void Forget(size_t index);
  void ThinOldest();

  std::vector<Attempt> attempts_;
  std::vector<size_t> bytes_;  // of each but the latest
  size_t earlier_bytes_ = 0;
  size_t thinned_ = 0;  // how many of them, from the first on
  int count_ = 0;
  bool any_thinned_ = false;
};

// Roughly what an attempt takes of memory.
size_t BytesOf(const Attempt& attempt);

// Leaves of an attempt what tells why it ended: see KeptAttempts.
void Thin(Attempt* attempt);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_KEPT_ATTEMPTS_H_
