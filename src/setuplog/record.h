#ifndef EXDIAG_SETUPLOG_RECORD_H_
#define EXDIAG_SETUPLOG_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/timestamp.h"

namespace exdiag::setuplog {

// The words that setup writes in brackets after the level. Any other bracket belongs to the text.
enum class Tag { kNone, kError, kWarning, kRequired, kRecommended, kErrorReference };

// Where a line of the original file begins within a record's text. `original` is the line as the
// file has it, where a repair changed it; else empty. Of a line that spells out its breaks, as JSON
// does, it is the part between two of them.
struct LineMark {
  size_t offset = 0;
  int64_t line = 0;
  std::string original;
};

// A stamped line with the continuation lines that follow it. In pastes without stamps, a line that
// has a form of its own with what follows.
struct Record {
  int64_t line = 0;  // of the original file, from 1
  std::optional<Timestamp> time;
  int level = -1;  // 0 launcher, 1 task, 2 cmdlet within a task; -1 where the line does not say
  Tag tag = Tag::kNone;
  // UTF-8 without stamp, level and tag; lines are joined by '\n'. Of a text over 64 KiB the middle
  // is left out.
  std::string text;
  // One mark per original line, ascending by offset; empty where lines follow each other from
  // `line` on, one for each '\n'.
  std::vector<LineMark> marks;
  // Of a paste: a line break may stand for nothing, in the middle of a word that was wrapped.
  bool wrapped = false;
};

// The line of the original file on which the byte at `offset` of the record's text stands.
int64_t LineAt(const Record& record, size_t offset);

// The whole text of the original line that holds `offset`, without its newline; without stamp,
// level and tag, unless a repair changed the line. Valid as long as the record.
std::string_view LineTextAt(const Record& record, size_t offset);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_RECORD_H_
