#include "rules/pattern.h"

#include <catch2/catch.hpp>

using namespace exdiag::rules;

namespace {

std::string Repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("a pattern that would take too long to search for is refused, with its cost") {
  const PatternProblem costly = CheckPattern(Repeated(".{1,900}", 8));
  CHECK(costly.message.find("takes too long") != std::string::npos);
  CHECK(costly.advice.find("gaps shorter") != std::string::npos);
  CHECK(CheckPattern(".{1,900} missing").message.empty());
}

TEST_CASE("a pattern that RE2 itself finds too large is refused") {
  const PatternProblem large = CheckPattern(Repeated("(?:.{1,1000})", 100));
  CHECK_FALSE(large.message.empty());
  CHECK(large.advice.find("gaps shorter") != std::string::npos);
}

TEST_CASE("a pattern longer than any that people write is refused before it is read") {
  CHECK(CheckPattern(std::string(4096, 'x')).message.empty());
  CHECK(CheckPattern(std::string(4097, 'x')).message.find("4096") != std::string::npos);
}

TEST_CASE("RE2 itself writes nothing of a wrong pattern to standard error") {
  const auto wrong = CompilePattern("(");
  CHECK_FALSE(wrong->ok());
  CHECK_FALSE(wrong->options().log_errors());
}

TEST_CASE("what RE2 lacks is refused with what to write instead") {
  CHECK(CheckPattern("a(?=b)").advice.find("look-around") != std::string::npos);
  CHECK(CheckPattern("(?<=a)b").advice.find("look-around") != std::string::npos);
  CHECK(CheckPattern("(?<!a)b").advice.find("look-around") != std::string::npos);
  CHECK(CheckPattern("a(?!b)").advice.find("look-around") != std::string::npos);
  CHECK(CheckPattern("a**").advice.find("\\*") != std::string::npos);
  CHECK(CheckPattern("(?<name>x)").advice == "name a group by (?P<name>…)");
  CHECK(CheckPattern("(a").advice.find("close each (") == 0);
  CHECK(CheckPattern("[a").advice.find("close each [") == 0);
  CHECK(CheckPattern("*a").advice.find("\\*") != std::string::npos);
  CHECK(CheckPattern("a{1001}").advice == "repeat at most 1000 times");
  CHECK(CheckPattern("\\1").advice.find("back-references") != std::string::npos);
  CHECK(CheckPattern("(?z)").advice.empty());
}

TEST_CASE("patterns match without case, across lines, and by ASCII or UTF-8") {
  CHECK(RE2::FullMatch("ABC\ndef", *CompilePattern("abc.DEF")));
  CHECK(RE2::FullMatch("\xc3\xbc", *CompilePattern(".", PatternTexts::kUtf8)));
  CHECK_FALSE(RE2::FullMatch("\xc3\xbc", *CompilePattern(".", PatternTexts::kAscii)));
  CHECK_FALSE(CompilePattern("(")->ok());
}

TEST_CASE("names of groups come in their order") {
  const auto pattern = CompilePattern("(?P<b>x)(y)(?P<a>z)");
  CHECK(GroupNames(*pattern) == std::vector<std::string>{"b", "a"});
}
