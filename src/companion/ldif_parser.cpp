#include "companion/ldif_parser.h"

#include <re2/re2.h>

#include "companion/re2_piece.h"
#include "setuplog/record_text.h"

namespace exdiag::companion {
namespace {

constexpr size_t kLongestEntry = size_t{8} << 10;

// "Entry DN: …", or its number in the log: "12: CN=…".
bool StartsEntry(std::string_view line) {
  static const RE2 pattern(R"re(^(?:Entry DN: |\d{1,7}: (?i:CN|DC|OU)=))re");
  return RE2::PartialMatch(Piece(line), pattern);
}

// How well a line tells of the error; 0 if it does not. Codes and DSID are the same in all
// languages.
int WeightOf(std::string_view line) {
  static const RE2 server(R"re((?i)\b0x[0-9a-f]{2,8}\b)re");
  static const RE2 entry(
      R"re((?i)error on (?:entry starting on )?line \d+|(?:Zeile|ligne|línea|riga|linha) \d+ ?: )re");
  static const RE2 other(
      R"re(DSID-|(?i)an error has occurred|error code is \d|cannot be established|unable to)re");
  if (RE2::PartialMatch(Piece(line), server)) return 3;
  if (RE2::PartialMatch(Piece(line), entry)) return 2;
  return RE2::PartialMatch(Piece(line), other) ? 1 : 0;
}

}  // namespace

void LdifParser::OnLine(std::string_view line) {
  // "12: CN=…" and "Entry DN: CN=…" of the same entry follow each other; either may be missing.
  const bool only_number =
      entry_.find('\n') == std::string::npos && !entry_.starts_with("Entry DN");
  if (StartsEntry(line) && !(only_number && line.starts_with("Entry DN") && !entry_failed_))
    EndEntry();
  if (entry_.empty()) {
    if (line.empty()) return;
    entry_line_ = log_.lines;
    entry_ = setuplog::CutAt(line, kLongestEntry);
  } else if (entry_.size() + line.size() < kLongestEntry) {
    entry_ += '\n';
    entry_ += line;
  }
  ReadError(line);
}

void LdifParser::OnEnd() { EndEntry(); }

void LdifParser::EndEntry() {
  while (!entry_.empty() && (entry_.back() == '\n' || entry_.back() == ' ')) entry_.pop_back();
  if (entry_failed_) records_.Add(entry_line_, entry_);
  entry_.clear();
  entry_failed_ = false;
}

void LdifParser::ReadError(std::string_view line) {
  const int weight = WeightOf(line);
  if (weight == 0) return;
  entry_failed_ = true;
  static const RE2 code(
      R"re((?i)\b(0x[0-9a-f]{2,8})\b|error code is (\d{2,5})|problem \d+ \(([A-Z_]{4,40})\))re");
  std::string hexadecimal, decimal, name;
  if (RE2::PartialMatch(Piece(line), code, &hexadecimal, &decimal, &name)) {
    AddCode(!hexadecimal.empty() ? hexadecimal : !decimal.empty() ? decimal : name);
  }
  if (weight <= message_weight_) return;
  message_weight_ = weight;
  SetFailure(line, log_.lines);
}

}  // namespace exdiag::companion
