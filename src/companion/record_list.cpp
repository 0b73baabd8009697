#include "companion/record_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "setuplog/record_text.h"

namespace exdiag::companion {
namespace {

constexpr size_t kFirst = 200;
constexpr size_t kLatest = 200;
constexpr size_t kLongest = size_t{8} << 10;

}  // namespace

void RecordList::Add(int64_t line, std::string_view text) {
  setuplog::Record record;
  record.line = line;
  record.text = setuplog::CutAt(text, kLongest);
  if (first_.size() < kFirst) {
    first_.push_back(std::move(record));
    return;
  }
  if (latest_.size() == kLatest) latest_.pop_front();
  latest_.push_back(std::move(record));
}

void RecordList::Continue(std::string_view line) {
  if (empty()) return;
  std::string& text = Last().text;
  if (text.size() + 1 >= kLongest) return;
  text += '\n';
  text.append(setuplog::CutAt(line, kLongest - text.size()));
}

void RecordList::Clear() {
  first_.clear();
  latest_.clear();
}

std::vector<setuplog::Record> RecordList::Take() {
  std::vector<setuplog::Record> all = std::move(first_);
  all.insert(all.end(), std::make_move_iterator(latest_.begin()),
             std::make_move_iterator(latest_.end()));
  Clear();
  std::stable_sort(
      all.begin(), all.end(),
      [](const setuplog::Record& a, const setuplog::Record& b) { return a.line < b.line; });
  return all;
}

}  // namespace exdiag::companion
