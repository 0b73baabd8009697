#include <algorithm>
#include <iterator>

#include "fuzz/attempt_invariants.h"
#include "setuplog/log_parser.h"
#include "setuplog/paste.h"

using namespace exdiag;
using fuzz::Require;

namespace {

// Read as a log even where the text looks like a paste, which has a fuzzer of its own: a log that
// is longer than any paste is read so.
std::string Stamped(std::string_view text) {
  std::string log =
      "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\n";
  if (setuplog::IsPlainLog(text)) log.clear();
  return log.append(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text = Stamped(fuzz::TextOf(data, size));
  const setuplog::SetupLog log = setuplog::ParseLog(text);
  const int64_t lines =
      1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  const bool is_log = setuplog::IsPlainLog(text);
  fuzz::RequireSound(log, lines, is_log ? 0 : std::ssize(setuplog::RepairPaste(text)));
  setuplog::LogParser parser;
  fuzz::InBlocks(text, [&](std::string_view block) { parser.Feed(block); });
  Require(fuzz::Alike(parser.Finish(), log), "blocks do not change what is read");
  return 0;
}
