#ifndef EXDIAG_FUZZ_COMPANION_INVARIANTS_H_
#define EXDIAG_FUZZ_COMPANION_INVARIANTS_H_

#include <algorithm>
#include <string_view>
#include <vector>

#include "companion/parsers.h"
#include "fuzz/attempt_invariants.h"

namespace exdiag::fuzz {

// What a record holds stands on the lines that it names.
inline void RequireQuoted(const setuplog::Record& record,
                          const std::vector<std::string_view>& lines) {
  for (size_t at = 0; at <= record.text.size(); ++at) {
    const size_t end = std::min(record.text.find('\n', at), record.text.size());
    const auto line = static_cast<size_t>(setuplog::LineAt(record, at));
    const std::string_view part = std::string_view(record.text).substr(at, end - at);
    Require(part.empty() ||
                (line <= lines.size() && lines[line - 1].find(part) != std::string_view::npos),
            "a record holds the text of its lines");
    at = end;
  }
}

// Reads a text as a companion log of a kind and checks what holds for any.
inline void ReadCompanion(companion::Kind kind, std::string_view text) {
  companion::Recognize("ldif.err", text);
  companion::Recognize(text.substr(0, 80), text);
  const auto at_once = companion::MakeParser(kind, "x.log");
  at_once->Feed(text);
  const companion::CompanionLog log = at_once->Finish();
  const int64_t lines =
      1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  Require(log.kind == kind, "the kind stays");
  Require(log.lines <= lines, "no more lines than the text has");
  Require(log.failed != log.failure_message.empty(), "a failure has a message, and only a failure");
  Require(log.failure_line >= 0 && log.failure_line <= lines, "a failure has a line of the text");
  const std::vector<std::string_view> all_lines = LinesOf(text);
  int64_t before = 0;
  for (const setuplog::Record& record : log.records) {
    Require(record.line >= before, "records are in the order of the file");
    before = record.line;
    RequireSoundRecord(record, lines);
    RequireQuoted(record, all_lines);
  }
  for (const setuplog::StateChange& change : log.state_changes) {
    Require(change.line >= 1 && change.line <= lines, "a change has a line of the text");
  }
  const auto parser = companion::MakeParser(kind, "x.log");
  InBlocks(text, [&](std::string_view block) { parser->Feed(block); });
  const companion::CompanionLog again = parser->Finish();
  Require(again.lines == log.lines && again.records.size() == log.records.size() &&
              again.failure_message == log.failure_message && again.codes == log.codes,
          "blocks do not change what is read");
}

}  // namespace exdiag::fuzz

#endif  // EXDIAG_FUZZ_COMPANION_INVARIANTS_H_
