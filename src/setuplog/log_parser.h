#ifndef EXDIAG_SETUPLOG_LOG_PARSER_H_
#define EXDIAG_SETUPLOG_LOG_PARSER_H_

#include <memory>
#include <string_view>

#include "setuplog/setup_log.h"

namespace exdiag::setuplog {

// Reads the text of a setup log in blocks of any size, once, and keeps what matters of it: its
// memory grows with the findings, not with the text. Accepts whole logs, excerpts and console
// pastes; CR, LF and CRLF; logs cut at either end.
//
//   LogParser parser;
//   while (…) parser.Feed(block);
//   SetupLog log = parser.Finish();
//
// Input is UTF-8; invalid bytes pass through. One parser reads one log; not thread-safe.
class LogParser {
 public:
  LogParser();
  ~LogParser();
  LogParser(const LogParser&) = delete;
  LogParser& operator=(const LogParser&) = delete;

  // Takes the next block; a line may be split between blocks at any byte. Keeps no reference.
  void Feed(std::string_view block);

  // Ends the text. The parser cannot be used afterwards.
  SetupLog Finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// The same for a text at hand.
SetupLog ParseLog(std::string_view text);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LOG_PARSER_H_
