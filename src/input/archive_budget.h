#ifndef EXDIAG_INPUT_ARCHIVE_BUDGET_H_
#define EXDIAG_INPUT_ARCHIVE_BUDGET_H_

#include <cstdint>
#include <string>

#include "input/inputs.h"

namespace exdiag::input {

// What an archive and all archives in it have used of the limits.
class ArchiveBudget {
 public:
  explicit ArchiveBudget(const ArchiveLimits& limits) : limits_(limits) {}

  // Each returns whether the limits still hold; message() tells which one does not.
  bool AddEntry();
  bool AddUnpacked(int64_t bytes, int64_t packed_bytes);
  bool EnterArchive(int depth);  // 0 for one that is in no other

  const std::string& message() const { return message_; }
  bool exhausted() const { return exhausted_; }

 private:
  bool Exhaust(std::string message);

  ArchiveLimits limits_;
  int64_t entries_ = 0;
  int64_t unpacked_ = 0;
  bool exhausted_ = false;  // nothing more may be unpacked; a too deep archive leaves that open
  std::string message_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ARCHIVE_BUDGET_H_
