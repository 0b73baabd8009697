#ifndef EXDIAG_TESTS_COMPANION_PARSED_H_
#define EXDIAG_TESTS_COMPANION_PARSED_H_

#include <algorithm>
#include <string>
#include <string_view>

#include "companion/parsers.h"

namespace exdiag::companion {

// A log read in blocks of the given size.
inline CompanionLog Parsed(Kind kind, std::string_view text, size_t block = 7) {
  const auto parser = MakeParser(kind, "a.log");
  for (size_t at = 0; at < text.size(); at += block) parser->Feed(text.substr(at, block));
  return parser->Finish();
}

// Whether a record holds the text.
inline bool Keeps(const CompanionLog& log, std::string_view text) {
  return std::any_of(log.records.begin(), log.records.end(), [&](const setuplog::Record& record) {
    return record.text.find(text) != std::string::npos;
  });
}

inline bool HasCode(const CompanionLog& log, std::string_view code) {
  return std::find(log.codes.begin(), log.codes.end(), code) != log.codes.end();
}

}  // namespace exdiag::companion

#endif  // EXDIAG_TESTS_COMPANION_PARSED_H_
