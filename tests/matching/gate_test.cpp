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
  matching::GateFinder finder(&patterns);
  Texts texts;
  for (const uint32_t id : finder.GateOf(matching::Prepare(parsed.rule->match, &patterns)))
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

TEST_CASE("a name opens by its key") {
  CHECK(GateOf("{cmdlet: Get-X}") == Texts{"cmdlet=get-x"});
  CHECK(GateOf("{component: [ATransport, BTransport]}") ==
        Texts{"component=atransport", "component=btransport"});
  CHECK(GateOf("{prerequisite: SomeCheck}") == Texts{"check=somecheck"});
  CHECK(GateOf("{exception: {type: System.IO.IOException, message: 'x'}}") ==
        Texts{"system.io.ioexception"});
  CHECK(GateOf("{code: ['0x80070005', '1603']}") == Texts{"code=1603", "code=5"});
}

TEST_CASE("of conditions that all must hold the longest literal is the gate") {
  CHECK(GateOf("{all: [{error: 'full'}, {error: 'disk is full'}, {cmdlet: Get-User}]}") ==
        Texts{"cmdlet=get-user"});
  CHECK(GateOf("{all: [{error: 'disk is full'}, {error: 'full'}, {role: 'Mailbox'}]}") ==
        Texts{"disk is full"});
  CHECK(GateOf("{all: [{not: {error: 'disk is full'}}, {message: 'drive'}]}") == Texts{"drive"});
}

TEST_CASE("of conditions of which one may hold all gates count, and one without leaves none") {
  CHECK(GateOf("{any: [{error: 'disk is full'}, {message: 'no space'}, {error: 'no space'}]}") ==
        Texts{"disk is full", "no space"});
  CHECK(GateOf("{any: [{error: 'disk is full'}, {role: 'Mailbox'}]}").empty());
}

TEST_CASE("what is looked for elsewhere than in indexed texts opens nothing") {
  CHECK(GateOf("{not: {error: 'disk is full'}}").empty());
  CHECK(GateOf("{previous_attempt: {error: 'disk is full'}}").empty());
  CHECK(GateOf("{exception: {message: 'disk is full'}}").empty());
  CHECK(GateOf("{error: '[0-9]{4}'}").empty());
}
