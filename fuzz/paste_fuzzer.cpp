#include <algorithm>
#include <iterator>
#include <vector>

#include "fuzz/attempt_invariants.h"
#include "setuplog/paste.h"
#include "setuplog/paste_parser.h"

using namespace exdiag;
using fuzz::Require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = fuzz::TextOf(data, size);
  const int64_t lines =
      1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  int64_t before = 0;
  const std::vector<setuplog::PasteLine> repaired = setuplog::RepairPaste(text);
  for (const setuplog::PasteLine& line : repaired) {
    Require(!line.marks.empty(), "a repaired line comes from a line at least");
    Require(line.marks.front().offset == 0, "a repaired line begins in a line");
    size_t offset = 0;
    for (const setuplog::LineMark& mark : line.marks) {
      Require(mark.offset >= offset && mark.offset <= line.text.size(), "marks ascend");
      Require(mark.line >= before && mark.line >= 1 && mark.line <= lines, "lines ascend");
      offset = mark.offset;
      before = mark.line;
    }
  }
  fuzz::RequireSound(setuplog::ParsePaste(text), lines, std::ssize(repaired));
  return 0;
}
