#include "rules/rule_file.h"

#include <catch2/catch.hpp>

using namespace exdiag::rules;

namespace {

constexpr const char* kHead = R"(id: cert-expired
title: The certificate bound to IIS has expired
category: certificates
severity: error
products: [2013, 2016, SE]
cause: The certificate is too old.
steps:
  - text: Renew it.
    command: 'Get-ExchangeCertificate'
  - text: Run setup again.
)";

ParsedRule Parse(const std::string& rest) { return ParseRule(kHead + rest, "rules/x.yaml"); }
ParsedRule ParseMatch(const std::string& match) { return Parse("match:\n" + match); }

RuleProblem OnlyProblem(const ParsedRule& parsed) {
  CHECK_FALSE(parsed.rule);
  REQUIRE(parsed.problems.size() == 1);
  return parsed.problems.front();
}

}  // namespace

TEST_CASE("a rule file is read with all its parts") {
  const ParsedRule parsed = Parse(R"(status: experimental
since: 1.0
tags: [iis, update]
match:
  all:
    - error: 'certificate is expired'
    - any:
        - cmdlet: [Install-ExchangeCertificate, Enable-ExchangeCertificate]
        - exception: {type: CryptographicException, message: 'is expired', hresult: 0x80070005}
    - not: {prerequisite: {name: RebootPending, severity: warning}}
capture:
  - message: 'for site ''(?P<subject>[^'']{1,200})'
supersedes: generic-crypto
verify:
  - text: It is valid.
rerun: after-fix
caution: >-
  Do not
  delete it.
references: [https://example.com/a]
tests:
  - name: expired
    log: |
      [03/12/2026 08:15:02.0118] [1] [ERROR] The certificate is expired.
    captures: {subject: CN=mail.contoso.com, code: 1062}
  - name: not
    log: x
    files:
      - {name: ldif.err, log: y}
    match: false
)");
  for (const auto& problem : parsed.problems) UNSCOPED_INFO(FormatProblem(problem, ""));
  REQUIRE(parsed.rule);
  const Rule& rule = *parsed.rule;
  CHECK(rule.id == "cert-expired");
  CHECK(rule.status == Status::kExperimental);
  CHECK(rule.products == std::vector<std::string>{"2013", "2016", "SE"});
  CHECK(rule.since == "1.0");
  CHECK(rule.path == "rules/x.yaml");
  REQUIRE(rule.steps.size() == 2);
  CHECK(rule.steps[0].shell == "powershell");
  CHECK(rule.steps[1].shell.empty());
  CHECK(rule.supersedes == std::vector<std::string>{"generic-crypto"});
  CHECK(rule.caution == "Do not delete it.");
  REQUIRE(rule.tests.size() == 2);
  CHECK(rule.tests[0].name == "expired");
  CHECK(rule.tests[1].name == "not");
  REQUIRE(rule.match.children.size() == 3);
  CHECK(rule.match.children[0].pattern == "certificate is expired");
  CHECK(rule.match.children[0].literals == std::vector<std::string>{"certificate is expired"});
  const Predicate& any = rule.match.children[1];
  CHECK(any.children[0].names.size() == 2);
  CHECK(any.children[1].names == std::vector<std::string>{"CryptographicException"});
  CHECK(any.children[1].hresult == "0x80070005");
  CHECK(rule.match.children[2].children[0].severity == "warning");
  REQUIRE(rule.tests.size() == 2);
  CHECK(rule.tests[0].line == 32);
  CHECK(rule.tests[0].captures[1].second == "1062");
  CHECK_FALSE(rule.tests[1].match);
  CHECK(rule.tests[1].files[0].name == "ldif.err");
}

TEST_CASE("an id may hold every small letter and digit") {
  const std::string rest = std::string(kHead).substr(std::string(kHead).find('\n'));
  const ParsedRule parsed =
      ParseRule("id: az-09" + rest + "match: {error: 'abcdefg'}\n", "rules/x.yaml");
  REQUIRE(parsed.rule);
  CHECK(parsed.rule->id == "az-09");
}

TEST_CASE("a rule names its group, its consequences and what replaces it, a step its shell") {
  const ParsedRule parsed = ParseRule(
      "id: a\ntitle: T\ncategory: iis\nseverity: error\ncause: C.\nmatch: {error: 'abcdefg'}\n"
      "group: windows-features\nconsequences: [b, c]\nstatus: deprecated\nreplaced_by: d\n"
      "steps: [{text: S., command: dir, shell: cmd}]\n",
      "x.yaml");
  for (const auto& problem : parsed.problems) UNSCOPED_INFO(FormatProblem(problem, ""));
  REQUIRE(parsed.rule);
  CHECK(parsed.rule->group == "windows-features");
  CHECK(parsed.rule->consequences == std::vector<std::string>{"b", "c"});
  CHECK(parsed.rule->replaced_by == "d");
  CHECK(parsed.rule->steps.at(0).shell == "cmd");
}

TEST_CASE("a misspelt key is refused with its place and a suggestion") {
  const RuleProblem problem = OnlyProblem(Parse("match: {error: 'abcdefg'}\nsuperseeds: [a]\n"));
  CHECK(problem.id == "unknown-key");
  CHECK(problem.line == 12);
  CHECK(problem.column == 1);
  CHECK(problem.advice == "did you mean \"supersedes\"?");
}

TEST_CASE("a misspelt predicate is refused with its place and a suggestion") {
  const RuleProblem problem = OnlyProblem(ParseMatch("  all:\n    - mesage: 'abcdefg'\n"));
  CHECK(problem.id == "unknown-predicate");
  CHECK(problem.line == 13);
  CHECK(problem.column == 7);
  CHECK(problem.advice == "did you mean \"message\"?");
}

TEST_CASE("keys that a rule cannot do without are asked for") {
  const ParsedRule parsed = ParseRule("id: a\n", "x.yaml");
  std::vector<std::string> missing;
  for (const auto& problem : parsed.problems) {
    CHECK(problem.id == "missing-key");
    missing.push_back(problem.message);
  }
  CHECK(missing.size() == 6);  // title, category, severity, match, cause, steps
}

TEST_CASE("values of the wrong type are refused") {
  CHECK(OnlyProblem(ParseMatch("  all: 'abc'\n")).id == "wrong-type");
  CHECK(OnlyProblem(ParseMatch("  all: []\n")).id == "empty-value");
  CHECK(OnlyProblem(ParseMatch("  error: [a, b]\n")).id == "wrong-type");
  CHECK(OnlyProblem(ParseMatch("  error: ''\n")).id == "empty-value");
  CHECK(OnlyProblem(ParseMatch("  cmdlet: []\n")).id == "empty-value");
  CHECK(OnlyProblem(ParseMatch("  setting: Name\n")).id == "wrong-type");
  CHECK(OnlyProblem(ParseMatch("  exception: {}\n")).id == "empty-value");
  CHECK(OnlyProblem(ParseMatch("  fact: {name: mode}\n")).id == "missing-key");
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ncaution:\n")).id == "empty-value");
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ntests: {name: x}\n")).id == "wrong-type");
  CHECK(
      OnlyProblem(Parse("match: {error: 'abcdefg'}\ntests: [{name: x, log: y, match: no}]\n")).id ==
      "wrong-type");
}

TEST_CASE("a value outside its choices is refused with the nearest one") {
  const RuleProblem problem =
      OnlyProblem(ParseMatch("  fact: {name: setup_versoin, value: '15'}\n"));
  CHECK(problem.id == "bad-value");
  CHECK(problem.advice == "did you mean \"setup_version\"?");
  CHECK(OnlyProblem(ParseMatch("  file: {kind: msilog, pattern: 'abcdefg'}\n")).id == "bad-value");
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\nrerun: later\n")).advice.find("after-fix") !=
        std::string::npos);
}

TEST_CASE("several predicates in one map are refused") {
  const RuleProblem problem = OnlyProblem(ParseMatch("  error: 'abcdefg'\n  cmdlet: Get-X\n"));
  CHECK(problem.id == "several-predicates");
  CHECK(problem.line == 13);
}

TEST_CASE("a list under not is refused") {
  CHECK(OnlyProblem(ParseMatch("  not:\n    - error: 'abcdefg'\n")).id == "wrong-type");
}

TEST_CASE("patterns that RE2 does not take are refused with what to do instead") {
  const RuleProblem look_ahead = OnlyProblem(ParseMatch("  error: 'abc(?!def)'\n"));
  CHECK(look_ahead.id == "bad-pattern");
  CHECK(look_ahead.line == 12);
  CHECK(look_ahead.column == 10);
  CHECK(look_ahead.advice.find("look-around") != std::string::npos);
  CHECK(OnlyProblem(ParseMatch("  error: 'abc(?<name>def)'\n")).advice.find("(?P<name>") !=
        std::string::npos);
  CHECK(OnlyProblem(ParseMatch("  error: 'abc(def'\n")).id == "bad-pattern");
  CHECK(OnlyProblem(ParseMatch("  error: '(a)\\1'\n")).id == "bad-pattern");
  CHECK(OnlyProblem(ParseMatch("  setting: {name: X, value: '['}\n")).id == "bad-pattern");
  CHECK(OnlyProblem(ParseMatch("  error: 'a{1,2000}'\n")).id == "bad-pattern");
}

TEST_CASE("anchors, aliases and tags are refused where they stand") {
  const ParsedRule parsed =
      Parse("match: &m\n  error: 'abcdefg'\ncaution: !!str x\nfalse_positives: *m\n");
  REQUIRE(parsed.problems.size() == 3);
  CHECK(parsed.problems[0].id == "anchor");
  CHECK(parsed.problems[0].line == 11);
  CHECK(parsed.problems[1].id == "tag");
  CHECK(parsed.problems[2].id == "alias");
  CHECK(parsed.problems[2].line == 14);
}

TEST_CASE("an alias bomb is refused, not expanded") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i == 0 ? "*" : ",*") + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  const ParsedRule parsed = ParseRule(bomb, "x.yaml");
  CHECK_FALSE(parsed.rule);
  CHECK(parsed.problems.front().id == "anchor");
}

TEST_CASE("nesting over 16 deep is refused, at whatever depth") {
  std::string deep;
  for (int i = 0; i < 9; ++i) deep += "{not: ";
  CHECK(Parse("match: " + deep + "{error: abcdefg}" + std::string(9, '}') + "\n").rule);
  CHECK(OnlyProblem(ParseRule("a: " + std::string(20000, '['), "x.yaml")).id == "too-deep");
  CHECK_FALSE(ParseRule(std::string(60000, '{'), "x.yaml").rule);
}

TEST_CASE("a step has a caution of its own") {
  std::string head = kHead;
  head.insert(head.find("  - text: Run setup"), "    caution: Not before the night.\n");
  const ParsedRule parsed = ParseRule(head + "match: {error: 'abcdefg'}\n", "rules/x.yaml");
  REQUIRE(parsed.rule);
  CHECK(parsed.rule->steps[0].caution == "Not before the night.");
  CHECK(parsed.rule->steps[1].caution.empty());
  CHECK(parsed.rule->caution.empty());
}

TEST_CASE("a key that stands twice is refused") {
  const RuleProblem problem = OnlyProblem(Parse("match: {error: 'abcdefg'}\ntitle: again\n"));
  CHECK(problem.id == "duplicate-key");
  CHECK(problem.line == 12);
}

TEST_CASE("YAML that is no YAML is refused with its place") {
  const RuleProblem colon = OnlyProblem(Parse("caution: look: here\n"));
  CHECK(colon.id == "yaml-syntax");
  CHECK(colon.line == 11);
  CHECK(OnlyProblem(Parse("caution: \"a\\.b\"\n")).advice.find("single quotes") !=
        std::string::npos);
  CHECK(OnlyProblem(ParseRule("\tid: x\n", "x.yaml")).id == "yaml-syntax");
}

TEST_CASE("files that hold no rule are refused") {
  CHECK(OnlyProblem(ParseRule("", "x.yaml")).id == "empty-file");
  CHECK(OnlyProblem(ParseRule("# nothing\n", "x.yaml")).id == "empty-file");
  CHECK_FALSE(ParseRule("- a\n- b\n", "x.yaml").rule);
  CHECK_FALSE(ParseRule("text", "x.yaml").rule);
  CHECK_FALSE(ParseRule("~", "x.yaml").rule);
}

TEST_CASE("a second document is refused") {
  const std::string rule = std::string(kHead) + "match: {error: 'abcdefg'}\n";
  CHECK(OnlyProblem(ParseRule(rule + "---\n" + rule, "x.yaml")).id == "several-documents");
}

TEST_CASE("files that are too large or no UTF-8 are refused before they are read") {
  CHECK(OnlyProblem(ParseRule(std::string((64 << 10) + 1, 'a'), "x.yaml")).id == "too-large");
  const RuleProblem problem = OnlyProblem(ParseRule("id: a\ntitle: caf\xE9\n", "x.yaml"));
  CHECK(problem.id == "not-utf8");
  CHECK(problem.line == 2);
  CHECK(problem.column == 11);
  CHECK(OnlyProblem(ParseRule(std::string("id: a\0b", 7), "x.yaml")).id == "not-utf8");
}

TEST_CASE("an id that is no id is refused") {
  for (const char* id : {"Cert", "cert_expired", "-a", "a-", "a--b", "a b", "ä"}) {
    const std::string text = "id: '" + std::string(id) + "'\n" +
                             (kHead + std::string(kHead).find('\n') + 1) +
                             "match: {error: 'abcdefg'}\n";
    CHECK(OnlyProblem(ParseRule(text, "x.yaml")).id == "bad-id");
  }
}

TEST_CASE("a look-up that captures nothing, or a tree of look-ups, is refused") {
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ncapture:\n  - error: 'abc'\n")).id ==
        "bad-capture");
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ncapture:\n  - any: [{error: '(?P<a>b)'}]\n"))
            .id == "bad-capture");
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ncapture:\n  - cmdlet: Get-X\n")).id ==
        "bad-capture");
}

TEST_CASE("a test needs something to be run on") {
  CHECK(OnlyProblem(Parse("match: {error: 'abcdefg'}\ntests:\n  - name: x\n")).id == "missing-key");
}

TEST_CASE("all problems of a file are told, in its order") {
  const ParsedRule parsed =
      Parse("match: {all: [{eror: x}, {error: '('}]}\nrerun: never\nfoo: bar\n");
  REQUIRE(parsed.problems.size() == 4);
  for (size_t i = 1; i < 4; ++i) CHECK(parsed.problems[i - 1].line <= parsed.problems[i].line);
}

TEST_CASE("a problem is shown with its line, a caret and the advice") {
  const std::string text = "id: a\n  - mesage: 'x'\n";
  const RuleProblem problem{"rules/x.yaml",
                            2,
                            5,
                            "unknown-key",
                            "there is no predicate \"mesage\"",
                            "did you mean \"message\"?"};
  CHECK(FormatProblem(problem, text) ==
        "rules/x.yaml:2:5: error: there is no predicate \"mesage\" [unknown-key]\n"
        "    2 |   - mesage: 'x'\n"
        "      |     ^\n"
        "      = did you mean \"message\"?\n");
}

TEST_CASE(
    "the caret stands below the character, with tabs and letters of several bytes before it") {
  const RuleProblem problem{"x", 1, 6, "a", "b", ""};
  CHECK(FormatProblem(problem, "\täöc") == "x:1:6: error: b [a]\n    1 | \täöc\n      | \t  ^\n");
}

TEST_CASE("a problem of the file as a whole, or beyond its end, has no excerpt") {
  CHECK(FormatProblem({"x", 0, 0, "too-large", "b", ""}, "text") == "x: error: b [too-large]\n");
  CHECK(FormatProblem({"x", 9, 1, "a", "b", ""}, "text") == "x:9:1: error: b [a]\n");
}
