#include "input/utf8_text.h"

#include <catch2/catch.hpp>
#include <vector>

#include "input/utf8.h"

using namespace exdiag::input;
using exdiag::tests::Utf8;

TEST_CASE("code points are written in as many bytes as they need") {
  CHECK(Utf8('A') == "A");
  CHECK(Utf8(0x7f) == "\x7f");
  CHECK(Utf8(0x80) == "\xc2\x80");
  CHECK(Utf8(0x7ff) == "\xdf\xbf");
  CHECK(Utf8(0x800) == "\xe0\xa0\x80");
  CHECK(Utf8(0xffff) == "\xef\xbf\xbf");
  CHECK(Utf8(0x10000) == "\xf0\x90\x80\x80");
  CHECK(Utf8(0x10ffff) == "\xf4\x8f\xbf\xbf");
}

TEST_CASE("every character that is written is valid, and cut or invalid without its last byte") {
  for (uint32_t code_point = 1; code_point < 0x110000; code_point += 7) {
    if (code_point >= 0xd800 && code_point < 0xe000) continue;
    const std::string text = Utf8(code_point);
    const Utf8Character character = FirstCharacter(text);
    REQUIRE(character.state == Utf8Character::State::kValid);
    REQUIRE(character.length == text.size());
    REQUIRE(ValidUtf8Length(text) == text.size());
    if (text.size() == 1) continue;
    const std::string cut = text.substr(0, text.size() - 1);
    REQUIRE(FirstCharacter(cut).state == Utf8Character::State::kCut);
    REQUIRE(FirstCharacter(cut + "x").state == Utf8Character::State::kInvalid);
    REQUIRE(FirstCharacter(cut + "x").length == cut.size());
    REQUIRE(ValidUtf8Length(cut) == 0);
  }
}

TEST_CASE("a damaged byte is found behind plain text of any length") {
  for (size_t length = 0; length < 100; ++length) {
    const std::string plain(length, 'x');
    CAPTURE(length);
    CHECK(ValidUtf8Length(plain + "\xff rest") == length);
    CHECK(ValidUtf8Length(plain + "\xc3\xa4 rest") == length + 7);
    CHECK(PlainAsciiLength(plain) == length);
    CHECK(PlainAsciiLength(plain + '\0') <= length);
    CHECK(PlainAsciiLength(plain + "\xc3\xa4") <= length);
  }
}
