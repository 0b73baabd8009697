#include "matching/gate.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "rules/rule_file.h"

using namespace exdiag;

namespace {

using Texts = std::vector<std::string>;

Texts GateOf(const std::string& match) {
  const auto parsed = rules::ParseRule(
      "id: a\ntitle: T\ncategory: iis\nseverity: error\ncause: C.\nsteps: [{text: S.}]\nmatch: " +
          match + "\n",
      "x.yaml");
  for (const auto& problem : parsed.problems) FAIL(rules::FormatProblem(problem, ""));
  matching::PatternSet patterns;
  Texts texts;
  const auto condition = matching::Prepare(parsed.rule->match, &patterns);
  for (const uint32_t id : matching::Gate(condition, patterns))
    texts.emplace_back(patterns.index().literal(id));
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace

TEST_CASE("a pattern in a text of the log opens by one of its literals") {
  CHECK(GateOf("{error: 'Disk is full'}") == Texts{"disk is full"});
  CHECK(GateOf("{message: 'it was lost|was found'}") == Texts{"it was lost", "was found"});
  CHECK(GateOf("{script: 'Install-Thing'}") == Texts{"install-thing"});
}

TEST_CASE("of conditions that all must hold the longest literal is the gate") {
  CHECK(GateOf("{all: [{error: 'full'}, {error: 'disk is full'}, {cmdlet: Get-X}]}") ==
        Texts{"disk is full"});
  CHECK(GateOf("{all: [{not: {error: 'disk is full'}}, {message: 'drive'}]}") == Texts{"drive"});
}

TEST_CASE("of conditions of which one may hold all gates count, and one without leaves none") {
  CHECK(GateOf("{any: [{error: 'disk is full'}, {message: 'no space'}, {error: 'no space'}]}") ==
        Texts{"disk is full", "no space"});
  CHECK(GateOf("{any: [{error: 'disk is full'}, {cmdlet: Get-X}]}").empty());
}

TEST_CASE("what is looked for elsewhere than in indexed texts opens nothing") {
  CHECK(GateOf("{not: {error: 'disk is full'}}").empty());
  CHECK(GateOf("{previous_attempt: {error: 'disk is full'}}").empty());
  CHECK(GateOf("{exception: {type: System.IO.IOException, message: 'disk is full'}}").empty());
  CHECK(GateOf("{cmdlet: Install-Thing}").empty());
  CHECK(GateOf("{code: '0x80070070'}").empty());
  CHECK(GateOf("{error: '[0-9]{4}'}").empty());
}
