#include "rules/loose_pattern.h"

#include <catch2/catch.hpp>

#include "rules/pattern.h"

using namespace exdiag::rules;

namespace {

std::vector<int> Groups(std::string_view pattern) {
  std::vector<int> groups;
  for (const CountedGap& gap : LooseForm(pattern).gaps) groups.push_back(gap.group);
  return groups;
}

bool StaysAsItIs(std::string_view pattern) {
  const LoosePattern loose = LooseForm(pattern);
  return loose.gaps.empty() && loose.text == pattern;
}

}  // namespace

TEST_CASE("a counted gap is left open in a group of its own") {
  const LoosePattern loose = LooseForm("a.{1,300}b[^']{0,80}?c");
  CHECK(loose.text == "a(.+)b([^']*?)c");
  REQUIRE(loose.gaps.size() == 2);
  CHECK(loose.gaps[0].most == 300);
  CHECK(loose.gaps[1].most == 80);
}

TEST_CASE("groups are numbered as RE2 numbers them") {
  CHECK(Groups("(?P<a>x)(?:y)(z).{1,30}") == std::vector<int>{3});
  CHECK(Groups("(?P<a>.{1,30})(b)\\d{0,40}") == std::vector<int>{2, 4});
  CHECK(Groups(R"(\([(].{1,30})") == std::vector<int>{1});
  CHECK(Groups("(?i)(a).{1,30}") == std::vector<int>{2});
  CHECK(Groups("[[:alpha:](]{1,30}[]()]{1,30}[^]]{1,30}") == std::vector<int>{1, 2, 3});
}

TEST_CASE("gaps that could not be measured, or are not worth it, stay") {
  CHECK(StaysAsItIs("(?:a.{1,30})*"));
  CHECK(StaysAsItIs("(?:a.{1,30}){2,3}"));
  CHECK(StaysAsItIs("(?:a.{1,30})+"));
  CHECK(StaysAsItIs("[0-9]{1,5}"));
  CHECK(StaysAsItIs("[0-9]{3,50}"));
  CHECK(StaysAsItIs("[0-9]{30}"));
  CHECK(StaysAsItIs("[0-9]{30,}"));
  CHECK(StaysAsItIs("(?:ab){1,50}"));
  CHECK(StaysAsItIs("x{1,50}"));
  CHECK(StaysAsItIs(R"(\.{1,50}\[{1,50})"));
  CHECK(StaysAsItIs(R"(\x{2019}{1,50}\pL{1,50}\p{Greek}{1,50})"));
  CHECK(LooseForm("(?:a.{1,30}){2}b.{1,40}").text == "(?:a.{1,30}){2}b(.+)");
  CHECK(LooseForm("(?:a.{1,30})?b").text == "(?:a(.+))?b");
}

TEST_CASE("what RE2 refuses is not made valid by leaving gaps open") {
  for (const std::string_view pattern :
       {".{1,30}{2}", ".{1,30}+", ".{1,30}*", ".{1,30}(", ".{1,30})", ".{1,30}[", ".{1,30}\\",
        ".{1,30}[[:alpha", ".{1,30}\\p{"}) {
    INFO(pattern);
    CHECK_FALSE(CompilePattern(pattern)->ok());
    CHECK_FALSE(CompilePattern(LooseForm(pattern).text)->ok());
  }
  CHECK(StaysAsItIs("\\Q.{1,30}\\E"));
}
