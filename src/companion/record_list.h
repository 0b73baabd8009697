#ifndef EXDIAG_COMPANION_RECORD_LIST_H_
#define EXDIAG_COMPANION_RECORD_LIST_H_

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "setuplog/record.h"

namespace exdiag::companion {

// The records that a parser keeps: the first and the latest ones where there are too many, each cut
// where it is too long. A log of millions of errors thus costs little memory.
class RecordList {
 public:
  void Add(int64_t line, std::string_view text);

  // Adds a line to the record added last, as its continuation.
  void Continue(std::string_view line);

  void Clear();
  bool empty() const { return first_.empty(); }

  // In the order of the file.
  std::vector<setuplog::Record> Take();

 private:
  setuplog::Record& Last() { return latest_.empty() ? first_.back() : latest_.back(); }

  std::vector<setuplog::Record> first_;
  std::deque<setuplog::Record> latest_;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_RECORD_LIST_H_
