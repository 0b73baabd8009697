#ifndef EXDIAG_SETUPLOG_NOTABLE_RECORDS_H_
#define EXDIAG_SETUPLOG_NOTABLE_RECORDS_H_

#include <cstddef>
#include <deque>
#include <vector>

#include "setuplog/record.h"

namespace exdiag::setuplog {

// The records of an attempt that rules may ask about, within a fixed amount of memory: all errors
// and warnings, and of the rest the first and the last ones. What lies between is dropped, since a
// failure shows at its beginning or at its end.
class NotableRecords {
 public:
  void Add(Record record);

  // Trace of the native part: only the last ones matter, those before an error.
  void AddNative(Record record);

  // True once records were dropped.
  bool dropped() const { return dropped_; }

  // Hands out all that is kept, by line. The store is empty afterwards.
  std::vector<Record> Take();

 private:
  static constexpr size_t kMostTold = 3000;  // errors, warnings, readiness messages
  static constexpr size_t kMostFirst = 1500;
  static constexpr size_t kMostLast = 1500;
  static constexpr size_t kMostNative = 96;
  static constexpr size_t kMostBytes = size_t{6} << 20;  // of each part

  void Trim(std::deque<Record>* part, size_t* bytes, size_t most);

  std::vector<Record> told_;
  std::vector<Record> first_;
  std::deque<Record> last_;
  std::deque<Record> native_;
  size_t told_bytes_ = 0;
  size_t first_bytes_ = 0;
  size_t last_bytes_ = 0;
  size_t native_bytes_ = 0;
  bool dropped_ = false;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_NOTABLE_RECORDS_H_
