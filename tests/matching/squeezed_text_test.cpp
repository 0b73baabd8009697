#include "matching/squeezed_text.h"

#include <catch2/catch.hpp>

using namespace exdiag::matching;
using exdiag::setuplog::Record;

namespace {

std::string Squeezed(std::string_view text) {
  SqueezedText squeezed;
  squeezed.Append(text);
  return std::string(squeezed.text());
}

}  // namespace

TEST_CASE("every run of white space is one blank, and the ends have none") {
  CHECK(Squeezed("  a \t\r\n   b\n") == "a b");
  CHECK(Squeezed("a\xC2\xA0 \nb") == "a b");
  CHECK(Squeezed(" \n\t").empty());
  CHECK(Squeezed("").empty());
}

TEST_CASE("typographic quotes are straight") { CHECK(Squeezed("‘a’ “b”") == "'a' \"b\""); }

TEST_CASE("a character without width between blanks leaves one blank") {
  CHECK(Squeezed("a \xE2\x80\x8B b") == "a b");
}

TEST_CASE("the folded text is as long as the text") {
  SqueezedText text;
  text.Append("Der ZUGRIFF Ä");
  CHECK(text.folded() == "der zugriff ä");
  CHECK_FALSE(text.is_ascii());
  SqueezedText ascii;
  ascii.Append(" A  b");
  ascii.Append("c");
  CHECK(ascii.is_ascii());
  ascii.Append(" é");
  CHECK_FALSE(ascii.is_ascii());
}

TEST_CASE("a text to search for literals is the folded text, however it is put together") {
  using Breaks = SqueezedText::Breaks;
  const std::string parts[] = {"",         "Plain Text", " begins",    "ends ", "two  blanks",
                               "a\tb",     "li\nne",     "É“x”",       "\x7F",  "a\x1F",
                               "\xC2\xA0", "a ",         "ends with é"};
  for (const Breaks breaks : {Breaks::kBlank, Breaks::kNothing}) {
    for (const std::string& first : parts) {
      for (const std::string& second : parts) {
        SqueezedText whole;
        whole.Append(first, nullptr, breaks);
        whole.Append(second, nullptr, breaks);
        std::string folded;
        AppendFolded(first, breaks, &folded);
        AppendFolded(second, breaks, &folded);
        CHECK(folded == whole.folded());
      }
    }
  }
}

TEST_CASE("every character knows where it came from") {
  const Record record{7, {}, 1, {}, "a  ‘b’\n\n   cd \xC2\xA0 e", {}, false};
  SqueezedText text;
  text.Append(record.text, &record);
  REQUIRE(text.text() == "a 'b' cd e");
  for (const char c : {'a', 'b', 'c', 'd', 'e'}) {
    const auto place = text.PlaceAt(text.text().find(c));
    REQUIRE(place.record == &record);
    CHECK(place.offset == record.text.find(c));
  }
  CHECK(text.PlaceAt(text.text().find('\'')).offset == record.text.find("‘"));
}

TEST_CASE("joined records each keep their own places") {
  const Record first{1, {}, 1, {}, "ab", {}, false};
  const Record empty{2, {}, 1, {}, " ", {}, false};
  const Record last{3, {}, 1, {}, "\n cd", {}, false};
  SqueezedText text;
  for (const Record* record : {&first, &empty, &last}) text.Append(record->text, record);
  const size_t c = text.text().find('c');
  CHECK(text.PlaceAt(c).record == &last);
  CHECK(text.PlaceAt(c).offset == 2);
  CHECK(text.PlaceAt(0).record == &first);
}

TEST_CASE("line breaks within words can be left out") {
  SqueezedText text;
  text.Append("Micro\n  soft Ex\r\nchange", nullptr, SqueezedText::Breaks::kNothing);
  CHECK(text.text() == "Microsoft Exchange");
  CHECK(text.PlaceAt(5).offset == 8);
}

TEST_CASE("an empty text has no places") { CHECK(SqueezedText().PlaceAt(0).record == nullptr); }
