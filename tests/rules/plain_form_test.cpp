#include "rules/plain_form.h"

#include <catch2/catch.hpp>

#include "input/utf8_text.h"
#include "rules/pattern.h"

using namespace exdiag::rules;

TEST_CASE("typographic quotes, hyphens and blanks get their plain form") {
  CHECK(PlainForm("‘a’ ‚b‛ “c” „d‟") == "'a' 'b' \"c\" \"d\"");
  CHECK(PlainForm("a‐b‑c–d") == "a-b-c-d");
  CHECK(PlainForm("a\xC2\xA0"
                  "b\xE2\x80\xAF"
                  "c") == "a b c");
}

TEST_CASE("what has no width is dropped") {
  CHECK(PlainForm("\xEF\xBB\xBF"
                  "a\xE2\x80\x8B"
                  "b\xC2\xAD"
                  "c") == "abc");
}

TEST_CASE("guillemets and other punctuation stand as they are") {
  CHECK(PlainForm("«a» … – €") == "«a» … - €");
}

TEST_CASE("primes and blanks of every width get their plain form, and their neighbours stay") {
  CHECK(PlainForm("5\u2032 6\u2033 \u2012 \u2013") == "5' 6\" - -");
  CHECK(PlainForm("a\u2007b\u2009c\u202fd\u3000e") == "a b c d e");
  CHECK(PlainForm("a\u200cb\u200dc\u200ed\u200fe") == "abcde");
  for (const char* same : {"\u2006", "\u2008", "\u200a", "\u2014", "\u2020", "\u2030", "\u2034",
                           "\u3001", "\u00a9", "\ufefe", "\ufe80", "\u2100"}) {
    CAPTURE(same);
    CHECK(PlainForm(same) == same);
  }
}

TEST_CASE("a sequence cut off at the end stands as it is") {
  CHECK(PlainForm("a\xE2\x80") == "a\xE2\x80");
  CHECK(PlainForm("a\xC2") == "a\xC2");
}

TEST_CASE("folding keeps the length of a text") {
  const std::string text = "ABC äÖÜ ÉÈ × Привет ЁЖ ΑΒΓ アクセス ß ÿ";
  CHECK(FoldCase(text).size() == text.size());
  CHECK(FoldCase("ABC äÖÜ ÉÈ ×") == "abc äöü éè ×");
  CHECK(FoldCase("ПРИВЕТ ЁЖ") == "привет ёж");
}

TEST_CASE("folding keeps the length of bytes that are no text") {
  std::string bytes;
  for (int a = 0; a < 256; ++a) {
    for (const int b : {0x20, 0x41, 0x80, 0x97, 0x9E, 0xA0, 0xAF, 0xC3, 0xD0, 0xFF}) {
      bytes += static_cast<char>(a);
      bytes += static_cast<char>(b);
    }
  }
  const std::string once = FoldCase(bytes);
  CHECK(once.size() == bytes.size());
  CHECK(FoldCase("\xC3") == "\xC3");
  CHECK(FoldCase("\xD0") == "\xD0");
}

TEST_CASE("letters that have a second case beyond folding are known as such") {
  for (const char32_t cased :
       {U'µ',   U'ß', U'å',      U'Å', U'ÿ', U'ł', U'Σ',   U'ա', U'Ⴀ',  U'Ꭰ',
        U'ᲀ', U'ẞ', U'\u212a', U'Ⓐ', U'Ⰰ', U'Ꙁ', U'ꭰ', U'ﬅ', U'Ａ', U'𐐀'}) {
    CAPTURE(static_cast<uint32_t>(cased));
    CHECK(HasUnfoldedCase(cased));
  }
  for (const char32_t plain : {U'a', U'ä', U'é', U'я', U'ё', U'ع', U'ก', U'ᄀ', U'₀', U'─', U'あ',
                               U'失', U'ꀀ', U'가', U'\xf900', U'，', U'｛', U'ｱ'}) {
    CAPTURE(static_cast<uint32_t>(plain));
    CHECK_FALSE(HasUnfoldedCase(plain));
  }
}

TEST_CASE("blocks of letters with a second case begin and end where Unicode has them") {
  const std::pair<char32_t, char32_t> blocks[] = {
      {0x100, 0x400},   {0x460, 0x600},   {0x10a0, 0x1100}, {0x13a0, 0x1400},
      {0x1c80, 0x2000}, {0x2100, 0x2200}, {0x24b6, 0x24ea}, {0x2c00, 0x2e00},
      {0xa640, 0xa800}, {0xab30, 0xabc0}, {0xfb00, 0xfb20}, {0xff21, 0xff5b}};
  for (const auto& [from, to] : blocks) {
    CAPTURE(static_cast<uint32_t>(from));
    CHECK(HasUnfoldedCase(from));
    CHECK(HasUnfoldedCase(to - 1));
    CHECK((from == 0x100 || !HasUnfoldedCase(from - 1)));
    CHECK_FALSE(HasUnfoldedCase(to));
  }
  CHECK_FALSE(HasUnfoldedCase(0x103ff));
  CHECK(HasUnfoldedCase(0x10400));
}

// A letter that RE2 takes for another one must not be looked for in its own spelling alone.
TEST_CASE("folding and RE2 agree on what is the same letter, wherever folding claims to know") {
  const auto agree = [](uint32_t code_point) {
    std::string letter, least, most;
    exdiag::input::AppendUtf8(code_point, &letter);
    if (HasUnfoldedCase(code_point) || PlainForm(letter) != letter) return true;
    if (!CompilePattern(letter)->PossibleMatchRange(&least, &most, 10)) return false;
    // Glyphs of old church books that stand for Cyrillic letters: no program writes them.
    if (most.starts_with("\xe1\xb2")) most = letter;
    return FoldCase(least) == FoldCase(letter) && FoldCase(most) == FoldCase(letter);
  };
  for (uint32_t c = 0x80; c < 0x10000; ++c) {
    if (c == 0x3100) c = 0xa000;  // the rest are ideographs, syllables and halves of UTF-16
    if (c == 0xac00) c = 0xf900;
    CAPTURE(c);
    REQUIRE(agree(c));
  }
}
