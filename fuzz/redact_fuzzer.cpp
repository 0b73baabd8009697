#include <algorithm>
#include <string>

#include "fuzz/invariant.h"
#include "redact/redactor.h"

using namespace exdiag;
using fuzz::Require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = fuzz::TextOf(data, size);
  redact::Redactor redactor;
  redactor.Learn(text);
  const std::string copy = redactor.Redact(text);
  Require(std::count(copy.begin(), copy.end(), '\n') == std::count(text.begin(), text.end(), '\n'),
          "the copy has the lines of the original");
  Require(redactor.Redact(text) == copy, "a name has the same stand-in each time");
  Require(copy.size() <= 64 * text.size() + 1024, "the copy is not much longer");
  redact::Redactor other;
  other.Learn(text);
  Require(other.Redact(text) == copy, "redaction does not depend on chance");
  for (const redact::Replacement& replacement : redactor.replacements()) {
    Require(!replacement.original.empty() && !replacement.stand_in.empty(),
            "a replacement has a name and a stand-in");
  }
  return 0;
}
