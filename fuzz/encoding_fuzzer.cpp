#include <string>

#include "fuzz/invariant.h"
#include "input/code_page_guess.h"
#include "input/encoding.h"
#include "input/utf8_text.h"

using namespace exdiag;
using fuzz::Require;

namespace {

constexpr int kEncodings = static_cast<int>(input::Encoding::kIbm850) + 1;

void CheckDecoding(std::string_view bytes, input::Encoding encoding) {
  input::Decoder at_once(encoding);
  std::string whole(at_once.Decode(bytes));
  whole += at_once.Finish();
  Require(input::ValidUtf8Length(whole) == whole.size(), "decoded text is valid UTF-8");
  Require(whole.find('\0') == std::string::npos, "decoded text has no NUL");
  Require(at_once.replaced_bytes() >= 0 &&
              at_once.replaced_bytes() <= static_cast<int64_t>(bytes.size()),
          "no more bytes are replaced than there are");

  input::Decoder by_blocks(encoding);
  std::string joined;
  fuzz::InBlocks(bytes, [&](std::string_view block) { joined += by_blocks.Decode(block); });
  joined += by_blocks.Finish();
  Require(joined == whole, "blocks do not change the text");
  Require(by_blocks.replaced_bytes() == at_once.replaced_bytes(), "blocks do not change the count");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = fuzz::TextOf(data, size);
  CheckDecoding(text, input::DetectEncoding(text));
  if (text.empty()) return 0;
  CheckDecoding(text.substr(1), static_cast<input::Encoding>(data[0] % kEncodings));
  const std::string_view name = text.substr(0, 32);
  if (const auto encoding = input::EncodingFromName(name)) {
    Require(input::EncodingFromName(input::EncodingName(*encoding)) == *encoding,
            "an encoding is known by its name");
  }
  return 0;
}
