#include "redact/spellings.h"

#include <catch2/catch.hpp>
#include <string>

using exdiag::redact::Spellings;

namespace {

// The entry and the bytes of what is found, "-" for nothing.
std::string FoundAt(const Spellings& spellings, std::string_view text, size_t at = 0) {
  const auto found = spellings.LongestAt(text, at);
  return found ? std::to_string(found->entry) + ":" + std::to_string(found->bytes) : "-";
}

}  // namespace

TEST_CASE("Of names with the same beginning the longest that the text has is found") {
  Spellings spellings;
  spellings.Add("srv", 0, 1);
  spellings.Add("srv-mail", 0, 2);
  spellings.Add("srv-mail-01", 0, 3);
  spellings.Add("srv-mail-01.contoso", 0, 4);
  spellings.Settle();
  CHECK(FoundAt(spellings, "srv-mail-01.contosa") == "3:11");
  CHECK(FoundAt(spellings, "srv-mail-02") == "2:8");
  CHECK(FoundAt(spellings, "srv-mailbox") == "1:3");
  CHECK(FoundAt(spellings, "srv") == "1:3");
  CHECK(FoundAt(spellings, "on srv-mail", 3) == "2:8");
  CHECK(FoundAt(spellings, "srvs") == "-");
  CHECK(FoundAt(spellings, "sr") == "-");
}

TEST_CASE("A name ends at the border of a word, that of another alphabet too") {
  Spellings spellings;
  spellings.Add("müller gmbh", 0, 1);
  spellings.Settle();
  CHECK(FoundAt(spellings, "müller gmbh, ulm") == "1:12");
  CHECK(FoundAt(spellings, "müller gmbhs") == "-");
  CHECK(FoundAt(spellings, "müller gmbhé") == "-");
}

TEST_CASE("A blank of a name is any run of blanks and breaks of the text, and so in the name") {
  Spellings spellings;
  spellings.Add("contoso  mail", 0, 1);
  spellings.Settle();
  CHECK(FoundAt(spellings, "contoso mail") == "1:12");
  CHECK(FoundAt(spellings, "contoso \r\n\t mail.") == "1:16");
  CHECK(FoundAt(spellings, "contosomail") == "-");
  CHECK(FoundAt(spellings, "contoso ") == "-");
}

TEST_CASE("Of two entries with one name that of the lower rank counts, then the first") {
  Spellings spellings;
  spellings.Add("ex01", 3, 1);
  spellings.Add("ex01", 1, 2);
  spellings.Add("ex01", 1, 3);
  spellings.Settle();
  CHECK(FoundAt(spellings, "ex01") == "2:4");
  spellings.Add("ex01", 0, 4);
  spellings.Settle();
  CHECK(FoundAt(spellings, "ex01") == "4:4");
}

TEST_CASE("What has no first word or no end is never found") {
  Spellings spellings;
  spellings.Add("*.contoso.com", 0, 1);
  spellings.Add("a " + std::string(1100, 'b'), 0, 2);
  spellings.Settle();
  CHECK(FoundAt(spellings, "contoso.com") == "-");
  CHECK(FoundAt(spellings, "a " + std::string(1100, 'b')) == "-");
}
