#ifndef EXDIAG_SETUPLOG_RECORD_TEXT_H_
#define EXDIAG_SETUPLOG_RECORD_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "setuplog/record.h"

namespace exdiag::setuplog {

// The start of a text, cut between characters, of at most `size` bytes; the end likewise.
std::string_view CutAt(std::string_view text, size_t size);
std::string_view TailOf(std::string_view text, size_t size);

// Adds the line of that number to a record: after a newline, unless the record has no text yet.
// Where the text would get longer than Record::text allows, the middle gives way, and marks keep
// the line numbers right.
void AppendLine(std::string_view line, int64_t number, Record* record);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_RECORD_TEXT_H_
