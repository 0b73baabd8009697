#ifndef EXDIAG_SETUPLOG_SETUP_LOG_H_
#define EXDIAG_SETUPLOG_SETUP_LOG_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

enum class LogKind {
  kExchangeSetup,  // stamped, with at least one header
  kExcerpt,        // stamped or tagged lines without a header
  kConsole,        // what the console or the wizard shows
  kUnrecognized,   // nothing in it is of setup; it is read as a paste all the same, as a rule may
                   // know it
};

// What a whole log says, as far as it matters. Owns all its texts.
struct SetupLog {
  LogKind kind = LogKind::kUnrecognized;
  std::vector<Attempt> attempts;  // in the order of the file; empty if the text is
  int64_t lines = 0;
  int64_t records = 0;
  int64_t unparsed_lines = 0;           // before the first record, belonging to none
  std::vector<std::string> limits_hit;  // sentences for the reader: what was not kept, and why
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_SETUP_LOG_H_
