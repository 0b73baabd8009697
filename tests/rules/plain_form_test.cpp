#include "rules/plain_form.h"

#include <catch2/catch.hpp>

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
