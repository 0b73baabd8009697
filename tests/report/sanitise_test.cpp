#include "report/sanitise.h"

#include <catch2/catch.hpp>

namespace exdiag::report {
namespace {

TEST_CASE("An escape sequence of a log does not reach the terminal") {
  CHECK(SafeLine("\x1b[2J\x1b]0;title\x07", true) == "\\u{1b}[2J\\u{1b}]0;title\\u{7}");
}

TEST_CASE(
    "C1 controls, which some terminals take as escape sequences, are shown as what they are") {
  CHECK(SafeLine("a\u009b31mb", true) == "a\\u{9b}31mb");
  CHECK(SafeLine("a\x7f", true) == "a\\u{7f}");
}

TEST_CASE("A direction override cannot make a command look like another") {
  CHECK(SafeLine("Remove\u202e-Item", true) == "Remove\\u{202e}-Item");
  CHECK(SafeLine("\u2066x\u2069\u200f", true) == "\\u{2066}x\\u{2069}\\u{200f}");
}

TEST_CASE("Invisible characters are shown") {
  CHECK(SafeLine("a\u200bb\ufeff", true) == "a\\u{200b}b\\u{feff}");
  CHECK(SafeLine("\U000E0041", true) == "\\u{e0041}");
}

TEST_CASE("Invalid UTF-8 is replaced byte by byte") {
  CHECK(SafeLine("a\xff\xc0\xaf", true) == "a\ufffd\ufffd\ufffd");
  CHECK(SafeLine("\xed\xa0\x80", true) == "\ufffd\ufffd\ufffd");  // a surrogate
}

TEST_CASE("White space of a line becomes blanks, and lines stay where they are wanted") {
  CHECK(SafeLine("a\tb\r\nc\rd", true) == "a b c d");
  CHECK(SafeLines("a\r\nb\tc\n", true) == "a\nb c\n");
  CHECK(SafeLines("a\rb", true) == "a b");
}

TEST_CASE("On a terminal that knows ASCII only, marks become plain and letters stay readable") {
  CHECK(SafeLine("\u201ex\u201d \u2013 \u2026", false) == "\"x\" - ...");
  CHECK(SafeLine("für", false) == "f\\u{fc}r");
}

}  // namespace
}  // namespace exdiag::report
