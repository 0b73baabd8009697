#include "setuplog/record.h"

#include <algorithm>

namespace exdiag::setuplog {
namespace {

const LineMark& MarkAt(const Record& record, size_t offset) {
  auto after = std::upper_bound(record.marks.begin(), record.marks.end(), offset,
                                [](size_t at, const LineMark& mark) { return at < mark.offset; });
  return after == record.marks.begin() ? record.marks.front() : *std::prev(after);
}

}  // namespace

int64_t LineAt(const Record& record, size_t offset) {
  if (!record.marks.empty()) return MarkAt(record, offset).line;
  const auto end =
      record.text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, record.text.size()));
  return record.line + std::count(record.text.begin(), end, '\n');
}

std::string_view LineTextAt(const Record& record, size_t offset) {
  if (!record.marks.empty() && !MarkAt(record, offset).original.empty()) {
    return MarkAt(record, offset).original;
  }
  const std::string_view text = record.text;
  const size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t end = text.find('\n', offset);
  return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

}  // namespace exdiag::setuplog
