#include "setuplog/record_text.h"

#include <algorithm>
#include <optional>

namespace exdiag::setuplog {
namespace {

constexpr size_t kLongestRecord = size_t{64} << 10;
constexpr size_t kRecordTail = size_t{4} << 10;

bool IsWithinCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// `number`: that of a new line, after a newline.
void AppendPart(std::string_view part, std::optional<int64_t> number, Record* record) {
  if (number) {
    record->text += '\n';
    if (!record->marks.empty()) record->marks.push_back({record->text.size(), *number, {}});
  }
  record->text += part;
}

// Gives each line its mark, where it was told by counting so far.
void MarkLines(Record* record) {
  if (!record->marks.empty() || record->text.empty()) return;
  int64_t number = record->line;
  record->marks.push_back({0, number, {}});
  for (size_t at = record->text.find('\n'); at != std::string::npos;
       at = record->text.find('\n', at + 1)) {
    record->marks.push_back({at + 1, ++number, {}});
  }
}

// Makes room for a new end of the text.
void CutTail(Record* record) {
  record->text.resize(CutAt(record->text, kLongestRecord - kRecordTail).size());
  while (!record->marks.empty() && record->marks.back().offset > record->text.size()) {
    record->marks.pop_back();
  }
}

}  // namespace

std::string_view CutAt(std::string_view text, size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && IsWithinCharacter(text[size])) --size;
  return text.substr(0, size);
}

std::string_view TailOf(std::string_view text, size_t size) {
  if (text.size() <= size) return text;
  size_t begin = text.size() - size;
  while (begin < text.size() && IsWithinCharacter(text[begin])) ++begin;
  return text.substr(begin);
}

void AppendLine(std::string_view line, int64_t number, Record* record) {
  const bool first = record->text.empty() && record->line == number;
  const size_t size = record->text.size() + (first ? 0 : 1) + line.size();
  if (size <= kLongestRecord) {
    AppendPart(line, first ? std::nullopt : std::optional(number), record);
    return;
  }
  MarkLines(record);
  CutTail(record);
  const size_t room = kLongestRecord - kRecordTail - record->text.size();
  const std::string_view head = CutAt(line, room);
  if (!head.empty()) AppendPart(head, first ? std::nullopt : std::optional(number), record);
  MarkLines(record);
  AppendPart(TailOf(line.substr(head.size()), kRecordTail / 2), number, record);
}

}  // namespace exdiag::setuplog
