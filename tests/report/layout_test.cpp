#include "report/layout.h"

#include <catch2/catch.hpp>

namespace exdiag::report {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("Words are wrapped at the width, counted in columns and not in bytes") {
  CHECK(WrapWords("one two three", 7) == Lines{"one two", "three"});
  CHECK(WrapWords("äöü äöü", 7) == Lines{"äöü äöü"});
  CHECK(WrapWords("安装 程序", 8) == Lines{"安装", "程序"});
}

TEST_CASE("A path wider than the page stands uncut on a line of its own") {
  CHECK(WrapWords("see C:\\Windows\\System32 now", 8) ==
        Lines{"see", "C:\\Windows\\System32", "now"});
}

TEST_CASE("Runs of blanks count as one and an empty text is one empty line") {
  CHECK(WrapWords("  a   b\n c ", 20) == Lines{"a b c"});
  CHECK(WrapWords("", 20) == Lines{""});
}

TEST_CASE("Padding fills up to the width and never cuts") {
  CHECK(Padded("安", 4) == "安  ");
  CHECK(Padded("abcdef", 4) == "abcdef");
}

}  // namespace
}  // namespace exdiag::report
