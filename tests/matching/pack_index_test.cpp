#include "matching/pack_index.h"

#include <catch2/catch.hpp>

#include "matching/matcher.h"
#include "rules/pack_format.h"
#include "rules/rule_file.h"
#include "setuplog/log_parser.h"
#include "source_folder.h"

using namespace exdiag;
using matching::Match;
using matching::Matcher;

namespace {

rules::Rule RuleOf(const std::string& id, const std::string& match, const std::string& more = "") {
  auto parsed = rules::ParseRule("id: " + id +
                                     "\ntitle: T\ncategory: iis\nseverity: error\ncause: C.\n"
                                     "steps: [{text: S.}]\nmatch: " +
                                     match + "\n" + more,
                                 "x.yaml");
  for (const auto& problem : parsed.problems) FAIL(rules::FormatProblem(problem, ""));
  return std::move(*parsed.rule);
}

// Rules as they are compiled into the program.
struct Packed {
  explicit Packed(const std::vector<rules::Rule>& rules)
      : bytes(rules::WritePack(rules, &rule_at)),
        index(matching::MakePackIndex(rules, rule_at)),
        count(rules.size()) {}

  rules::RulePack Pack() const {
    return rules::RulePack(rules::PackedRules{bytes, count, index.texts, index.words});
  }

  std::vector<uint32_t> rule_at;
  std::string bytes;
  matching::PackIndexData index;
  size_t count;
};

// All that a match says.
std::string Told(const std::vector<Match>& matches) {
  std::string told;
  for (const Match& match : matches) {
    told += match.rule->id + ' ' + match.rule->title + ' ' + std::to_string(match.specificity);
    for (const auto& [name, value] : match.captures) told += ' ' + name + '=' + value;
    for (const auto& evidence : match.evidence)
      told += ' ' + std::to_string(evidence.line) + ':' + evidence.text;
    told += '\n';
  }
  return told;
}

std::string FoundIn(const std::string& log, const Matcher& matcher) {
  setuplog::LogParser parser;
  parser.Feed(log);
  const auto parsed = parser.Finish();
  std::string told;
  for (size_t i = 0; i < parsed.attempts.size(); ++i) {
    matching::Subject subject;
    subject.attempt = &parsed.attempts[i];
    subject.previous = i > 0 ? &parsed.attempts[i - 1] : nullptr;
    told += Told(matcher.Find(subject));
  }
  return told;
}

}  // namespace

TEST_CASE("an index gives back what it was made of") {
  const std::vector<rules::Rule> rules = {
      RuleOf("a", "{all: [{error: 'disk is full'}, {not: {message: 'disk is full'}}]}"),
      RuleOf("b", "{error: 'quota (?:was exceeded|is reached)'}",
             "capture: [{message: 'drive (?P<drive>[A-Z]) of the server'}]"),
  };
  const Packed packed(rules);
  const auto index = matching::ReadPackIndex(packed.index.texts, packed.index.words);
  REQUIRE(index.rule_at.size() == 2);
  const auto second = rules::ReadPackedRule(packed.bytes, index.rule_at[1]);
  REQUIRE(second);
  CHECK(second->id == "b");
  CHECK(second->path == "built-in");
  // The pattern that two predicates share stands once.
  REQUIRE(index.patterns.size() == 3);
  CHECK(index.patterns[0] == "disk is full");
  const auto of_first = index.rule_patterns[0];
  CHECK(std::vector(of_first.begin(), of_first.end()) == std::vector<uint32_t>{0, 0});
  const auto of_second = index.rule_patterns[1];
  CHECK(std::vector(of_second.begin(), of_second.end()) == std::vector<uint32_t>{1, 2});
  REQUIRE(index.rule_gates[0].size() == 1);
  CHECK(index.literals[index.rule_gates[0].front()] == "disk is full");
}

TEST_CASE("a place beyond the pack or in the middle of it holds no rule") {
  const Packed packed({RuleOf("a", "{error: 'disk is full'}")});
  CHECK_FALSE(rules::ReadPackedRule(packed.bytes, packed.bytes.size()));
  CHECK_FALSE(rules::ReadPackedRule(packed.bytes, packed.bytes.size() - 1));
}

TEST_CASE("a packed rule is found as the rule itself is, with captures and evidence") {
  const auto loaded = rules::LoadRules({(tests::SourceFolder() / "rules").string()});
  REQUIRE(loaded.rules.size() > 300);
  const rules::RulePack plain(loaded.rules);
  const Packed packed(plain.rules());
  const rules::RulePack pack = packed.Pack();
  const Matcher matcher(plain);
  const Matcher of_packed(pack);
  int found = 0;
  for (const rules::Rule& rule : plain.rules()) {
    for (const rules::RuleTest& test : rule.tests) {
      INFO(rule.id << ": " << test.name);
      const std::string wanted = FoundIn(test.log, matcher);
      REQUIRE(FoundIn(test.log, of_packed) == wanted);
      found += wanted.empty() ? 0 : 1;
    }
  }
  CHECK(found > 500);
}

TEST_CASE("a deprecated rule is not found, packed or not") {
  const Packed packed({RuleOf("a", "{error: 'disk is full'}", "status: deprecated")});
  const rules::RulePack pack = packed.Pack();
  CHECK(FoundIn("[03/10/2026 17:00:00.0000] [1] [ERROR] The disk is full.\n", Matcher(pack)) == "");
}

TEST_CASE("a pack of packed rules tells of them without being asked for all") {
  const Packed packed(
      {RuleOf("a", "{error: 'disk is full'}"), RuleOf("b", "{error: 'is broken'}")});
  rules::RulePack pack = packed.Pack();
  CHECK(pack.size() == 2);
  CHECK(pack.packed() != nullptr);
  REQUIRE(pack.Find("b") != nullptr);
  CHECK(pack.Find("b")->match.pattern == "is broken");
  CHECK(pack.Digest() == rules::PackDigest(packed.bytes));
  const rules::RulePack copy = pack;
  pack.Add({RuleOf("c", "{error: 'is missing'}"), RuleOf("a", "{error: 'is replaced'}")});
  CHECK(pack.packed() == nullptr);
  CHECK(pack.size() == 3);
  CHECK(pack.Find("a")->match.pattern == "is replaced");
  CHECK(copy.Find("a")->match.pattern == "disk is full");
}
