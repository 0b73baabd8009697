#include "cli/blocks_ahead.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <stdexcept>
#include <string>

namespace exdiag::cli {
namespace {

// Everything that is handed out, as one text.
std::string TextOf(BlocksAhead* blocks) {
  std::string text;
  while (const auto block = blocks->Next()) text += *block;
  return text;
}

class BrokenSource : public input::ByteSource {
 public:
  size_t Read(char* buffer, size_t size) override {
    if (++reads_ > 3) throw std::runtime_error("broken");
    std::fill_n(buffer, size, 'x');
    return size;
  }

 private:
  int reads_ = 0;
};

}  // namespace

TEST_CASE("Blocks read ahead hold the whole text in its order") {
  std::string text;
  for (int line = 0; line < 20000; ++line) text += "line " + std::to_string(line) + "\n";
  const auto source = input::OpenBytes(text);
  input::Decoder decoder(input::Encoding::kUtf8);
  BlocksAhead blocks(source.get(), &decoder, 1000);
  CHECK(TextOf(&blocks) == text);
  CHECK(blocks.bytes() == static_cast<int64_t>(text.size()));
  CHECK_FALSE(blocks.Next());
}

TEST_CASE("Text that is converted outlives the conversion of the next blocks") {
  std::string utf16;
  std::string utf8;
  for (int i = 0; i < 5000; ++i) {
    utf16 += std::string("\xfc\x00\x41\x00", 4);
    utf8 += "\u00fcA";
  }
  const auto source = input::OpenBytes(utf16);
  input::Decoder decoder(input::Encoding::kUtf16Le);
  BlocksAhead blocks(source.get(), &decoder, 333);
  CHECK(TextOf(&blocks) == utf8);
}

TEST_CASE("A reader that nobody wants more of ends") {
  const std::string text(100000, 'x');
  const auto source = input::OpenBytes(text);
  input::Decoder decoder(input::Encoding::kUtf8);
  BlocksAhead blocks(source.get(), &decoder, 100);
  CHECK(blocks.Next()->size() == 100);
}

TEST_CASE("What the reading thread throws comes after the blocks before it") {
  BrokenSource source;
  input::Decoder decoder(input::Encoding::kUtf8);
  BlocksAhead blocks(&source, &decoder, 10);
  for (int block = 0; block < 3; ++block) CHECK(blocks.Next()->size() == 10);
  CHECK_THROWS_WITH(blocks.Next(), "broken");
}

}  // namespace exdiag::cli
