#include "setuplog/phrase.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace exdiag::setuplog {
namespace {

TEST_CASE("A phrase is found where std::string finds it, first and last") {
  std::mt19937 random(1);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (size_t length = random() % 90; text.size() < length;) text += "abc:"[random() % 4];
    std::string phrase;
    for (size_t length = 1 + random() % 4; phrase.size() < length;) phrase += "abc:"[random() % 4];
    CAPTURE(text, phrase);
    CHECK(Phrase(phrase).In(text) == text.find(phrase));
    CHECK(Phrase(phrase).LastIn(text) == text.rfind(phrase));
    CHECK(Phrase(phrase).IsIn(text) == (text.find(phrase) != std::string::npos));
  }
}

TEST_CASE("A phrase is found at the very end of a text of any length") {
  const Phrase phrase("Component:[");
  for (size_t before = 0; before < 70; ++before) {
    CAPTURE(before);
    const std::string text = std::string(before, 'C') + "Component:[";
    CHECK(phrase.In(text) == before);
    CHECK_FALSE(phrase.IsIn(text.substr(0, text.size() - 1)));
  }
}

}  // namespace
}  // namespace exdiag::setuplog
