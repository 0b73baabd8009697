#include "setuplog/line_splitter.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using exdiag::setuplog::LineSplitter;

namespace {

std::vector<std::string> Split(const std::string& text, size_t block) {
  LineSplitter splitter;
  std::vector<std::string> lines;
  const auto keep = [&](std::string_view line) { lines.emplace_back(line); };
  for (size_t at = 0; at < text.size(); at += block) splitter.Feed(text.substr(at, block), keep);
  splitter.Finish(keep);
  return lines;
}

}  // namespace

TEST_CASE("Lines are the same wherever the blocks are cut") {
  const std::string text = "first\r\nsecond\n\r\n\nlast";
  const std::vector<std::string> expected = {"first", "second", "", "", "last"};
  for (size_t block = 1; block <= text.size(); ++block) {
    CAPTURE(block);
    CHECK(Split(text, block) == expected);
  }
}

// Where a block ended between a lone CR and the first LF, the text was once cut at CR.
TEST_CASE("A text without LF is cut at CR, one with LF is not, wherever the blocks are cut") {
  for (size_t block = 1; block <= 20; ++block) {
    CAPTURE(block);
    CHECK(Split("one\rtwo\rthree", block) == std::vector<std::string>{"one", "two", "three"});
    CHECK(Split("one\rtwo\r", block) == std::vector<std::string>{"one", "two"});
    CHECK(Split("\rone\rtwo\n\nthree", block) ==
          std::vector<std::string>{"\rone\rtwo", "", "three"});
  }
}

TEST_CASE("The first 64 KiB tell whether a text has LF") {
  const std::string head = "one\r" + std::string(65 << 10, 'x');
  for (const size_t block : {size_t{1000}, size_t{65536}, size_t{1000000}}) {
    CHECK(Split(head + "\rtwo\nthree", block).size() == 3);
    CHECK(Split("one\rtwo" + std::string(1000, 'x') + "\n" + head, block).size() == 2);
  }
}

TEST_CASE("A line of 40 MB costs one MiB and keeps both ends") {
  LineSplitter splitter;
  std::string kept;
  const auto keep = [&](std::string_view line) { kept = line; };
  splitter.Feed("BEGIN\n", [](std::string_view) {});
  splitter.Feed("head", keep);
  const std::string block(1 << 20, 'x');
  for (int i = 0; i < 40; ++i) splitter.Feed(block, keep);
  splitter.Feed("tail\n", keep);
  CHECK(kept.size() <= (size_t{1} << 20));
  CHECK(kept.substr(0, 4) == "head");
  CHECK(kept.substr(kept.size() - 4) == "tail");
}
