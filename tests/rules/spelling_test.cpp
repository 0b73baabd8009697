#include "rules/spelling.h"

#include <catch2/catch.hpp>

using exdiag::rules::NearestWord;

namespace {
const std::vector<std::string_view> kWords = {"error", "message", "exception", "cmdlet",
                                              "match", "all",     "any",       "false_positives"};
}

TEST_CASE("a missing, added, wrong or swapped letter is recognized") {
  CHECK(NearestWord("mesage", kWords) == "message");
  CHECK(NearestWord("messsage", kWords) == "message");
  CHECK(NearestWord("exeption", kWords) == "exception");
  CHECK(NearestWord("cmdlte", kWords) == "cmdlet");
  CHECK(NearestWord("eror", kWords) == "error");
  CHECK(NearestWord("ayn", kWords) == "any");  // one mistake; with two nothing would be left of it
}

TEST_CASE("case and separators do not count") {
  CHECK(NearestWord("False-Positives", kWords) == "false_positives");
  CHECK(NearestWord("ERROR", kWords) == "error");
}

TEST_CASE("a word that resembles none has no suggestion") {
  CHECK(NearestWord("resolution", kWords).empty());
  CHECK(NearestWord("", kWords).empty());
  CHECK(NearestWord("zz", kWords).empty());
}

TEST_CASE("a word that would have to be replaced as a whole is no suggestion") {
  CHECK(NearestWord("x", {"y"}).empty());
  CHECK(NearestWord("x", {"y", "xy"}) == "xy");
}
