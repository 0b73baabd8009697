#include "setuplog/notable_records.h"

#include <algorithm>
#include <iterator>

namespace exdiag::setuplog {

void NotableRecords::Trim(std::deque<Record>* part, size_t* bytes, size_t most) {
  while (part->size() > most || *bytes > kMostBytes) {
    *bytes -= part->front().text.size();
    part->pop_front();
    dropped_ = true;
  }
}

void NotableRecords::Add(Record record) {
  const size_t size = record.text.size();
  if (record.tag != Tag::kNone && told_.size() < kMostTold && told_bytes_ + size < kMostBytes) {
    told_bytes_ += size;
    told_.push_back(std::move(record));
  } else if (first_.size() < kMostFirst && first_bytes_ + size < kMostBytes) {
    first_bytes_ += size;
    first_.push_back(std::move(record));
  } else {
    last_bytes_ += size;
    last_.push_back(std::move(record));
    Trim(&last_, &last_bytes_, kMostLast);
  }
}

void NotableRecords::AddNative(Record record) {
  const bool had_dropped = dropped_;
  native_bytes_ += record.text.size();
  native_.push_back(std::move(record));
  Trim(&native_, &native_bytes_, kMostNative);
  dropped_ = had_dropped;  // older trace is chatter: nothing was lost
}

std::vector<Record> NotableRecords::Take() {
  std::vector<Record*> by_line;
  by_line.reserve(first_.size() + told_.size() + last_.size() + native_.size());
  const auto add = [&](auto& part) {
    for (Record& record : part) by_line.push_back(&record);
  };
  add(first_);
  add(told_);
  add(last_);
  add(native_);
  std::stable_sort(by_line.begin(), by_line.end(),
                   [](const Record* a, const Record* b) { return a->line < b->line; });
  std::vector<Record> all;
  all.reserve(by_line.size());
  for (Record* record : by_line) all.push_back(std::move(*record));
  *this = NotableRecords();
  return all;
}

}  // namespace exdiag::setuplog
