// What people write into rule files by mistake, and what they are told.

#include <catch2/catch.hpp>

#include "rules/rule_file.h"

using namespace exdiag::rules;

namespace {

constexpr const char* kHead = R"(id: cert-expired
title: The certificate bound to IIS has expired
category: certificates
severity: error
cause: The certificate is too old.
steps: [{text: Renew it.}]
)";

ParsedRule Parse(const std::string& rest) { return ParseRule(kHead + rest, "x.yaml"); }
ParsedRule ParseGood(const std::string& rest) {
  return Parse("match: {error: 'abcdefg'}\n" + rest);
}

RuleProblem OnlyProblem(const ParsedRule& parsed) {
  CHECK_FALSE(parsed.rule);
  REQUIRE(parsed.problems.size() == 1);
  return parsed.problems.front();
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a predicate without its key is told how to write it") {
  const RuleProblem text = OnlyProblem(Parse("match: {all: ['is expired', {error: 'abcdefg'}]}\n"));
  CHECK(text.id == "wrong-type");
  CHECK(text.advice == "write \"- error: is expired\" if it is a pattern");
  CHECK(OnlyProblem(Parse("match: {all: [[error]]}\n")).message ==
        "a predicate is a key and a value");
  CHECK(OnlyProblem(Parse("match: {all: [{}]}\n")).message == "a predicate is a key and a value");
}

TEST_CASE("keys under a predicate that has none are refused") {
  const RuleProblem problem = OnlyProblem(Parse("match: {cmdlet: {name: Get-X}}\n"));
  CHECK(problem.id == "wrong-type");
  CHECK(problem.message == "\"cmdlet\" must be a word or a list of words, but is a map");
}

TEST_CASE("a value of another type is told with what it must be and what it is") {
  CHECK(OnlyProblem(ParseGood("rerun: [now]\n")).message ==
        "\"rerun\" must be one of the values that are allowed, but is a list");
  CHECK(OnlyProblem(ParseGood("products: {a: b}\n")).message ==
        "\"products\" must be a list of the values that are allowed, but is a map");
  CHECK(OnlyProblem(ParseGood("tags: {a: b}\n")).message ==
        "\"tags\" must be a word or a list of words, but is a map");
  CHECK(OnlyProblem(ParseGood("tests: [{name: x, log: y, captures: [a]}]\n")).message ==
        "\"captures\" must be a map of names and values, but is a list");
  CHECK(OnlyProblem(ParseGood("tests: [{name: x, log: y, captures: {a: [b]}}]\n")).message ==
        "\"a\" must be a text, but is a list");
  CHECK(OnlyProblem(ParseGood("verify: [text]\n")).message ==
        "an entry of \"verify\" must be a map of keys and values, but is a text");
}

TEST_CASE("each wrong item of a list is told, and a right one does not make up for it") {
  const ParsedRule parsed = ParseGood("products: [1999, 2016, 2020, 2019]\n");
  CHECK_FALSE(parsed.rule);
  REQUIRE(parsed.problems.size() == 2);
  CHECK(Has(parsed.problems[0].message, "\"1999\""));
  CHECK(Has(parsed.problems[1].message, "\"2020\""));
}

TEST_CASE("a line that is empty or has a second one is refused") {
  CHECK(OnlyProblem(ParseGood("group: ''\n")).id == "empty-value");
  const RuleProblem problem = OnlyProblem(ParseGood("group: |\n  a\n  b\n"));
  CHECK(problem.message == "\"group\" must be one line");
  CHECK(Has(problem.advice, ">-"));
}

TEST_CASE("a test may have files alone, and says plainly that it must match") {
  const ParsedRule parsed =
      ParseGood("tests:\n  - name: x\n    files: [{name: ldif.err, log: y}]\n    match: true\n");
  REQUIRE(parsed.rule);
  CHECK(parsed.rule->tests.at(0).match);
  CHECK(parsed.rule->tests.at(0).files.size() == 1);
}

TEST_CASE("a test without its name, or that is no map, is told once") {
  CHECK(OnlyProblem(ParseGood("tests: [{log: y}]\n")).message == "a test needs the key \"name\"");
  CHECK(OnlyProblem(ParseGood("tests: [y]\n")).message ==
        "a test must be a map of keys and values, but is a text");
}

TEST_CASE("a look-up with a mistake is told that one alone") {
  CHECK(OnlyProblem(ParseGood("capture: [{message: '('}]\n")).id == "bad-pattern");
}

TEST_CASE("a key that is no word is refused") {
  CHECK(OnlyProblem(ParseGood("? [a, b]\n: c\n")).message == "a key must be a word");
}

TEST_CASE("signs that stand between letters and numbers make no id") {
  for (const char* id : {"a:b", "a@b", "a/b", "a`b", "a{b"}) {
    CAPTURE(id);
    std::string text = kHead;
    text.replace(4, 12, "'" + std::string(id) + "'");
    CHECK(OnlyProblem(ParseRule(text + "match: {error: 'abcdefg'}\n", "x.yaml")).id == "bad-id");
  }
}

// Each was told not to indent by tabs, which nobody had done.
TEST_CASE("a value that begins with a sign of YAML is told to stand in quotes") {
  for (const char* value : {"@(Get-X)", "`Get-X`", "%windir%"}) {
    CAPTURE(value);
    const RuleProblem problem = OnlyProblem(ParseGood("caution: " + std::string(value) + "\n"));
    CHECK(problem.id == "yaml-syntax");
    CHECK(Has(problem.advice, "must stand in quotes"));
  }
}

// Where yaml-cpp did not name the tab itself, a value with ": " was told, which there was none.
TEST_CASE("a tab before a key is told, whatever YAML makes of it") {
  for (const char* text :
       {"match:\n\terror: 'abcdefg'\n", "match:\n  error: 'abcdefg'\n\tcode: 5\n",
        "match:\n  \terror: 'abcdefg'\n"}) {
    CAPTURE(text);
    CHECK(OnlyProblem(Parse(text)).advice == "do not indent by tabs");
  }
  CHECK(Has(OnlyProblem(Parse("caution: tab\tand: more\n")).advice, "must stand in quotes"));
}

TEST_CASE("where YAML says it plainly enough there is no advice besides") {
  const RuleProblem problem = OnlyProblem(ParseGood("tags: [a\ngroup: x\n"));
  CHECK(Has(problem.message, "end of sequence flow not found"));
  CHECK(problem.advice.empty());
}

TEST_CASE("a line that is indented unlike its neighbours is told") {
  CHECK(Has(OnlyProblem(ParseGood("tags:\n  - a\n group: x\n")).advice, "indented like"));
}

TEST_CASE("a file is UTF-8 only if each of its characters is whole") {
  CHECK(ParseGood("caution: 'ä 日 😀'\n").rule);
  for (const char* bytes : {"\x80", "\xbf", "\xc1\xa0", "\xf5\x80\x80\x80", "\xff", "\xc3(",
                            "\xe2\x82(", "\xf0\x9f\x98(", "\xe2\x82"}) {
    const RuleProblem problem = OnlyProblem(ParseGood("caution: " + std::string(bytes)));
    CHECK(problem.id == "not-utf8");
    CHECK(problem.line == 8);
    CHECK(problem.column == 10);
  }
}

TEST_CASE("an excerpt is of the line that is meant, with Windows' ends of lines as well") {
  const std::string text = "id: a\r\nfoo: b\r\n\r\n";
  CHECK(FormatProblem({"x", 2, 1, "a", "b", ""}, text) ==
        "x:2:1: error: b [a]\n    2 | foo: b\n      | ^\n");
  CHECK(FormatProblem({"x", 2, 0, "a", "b", ""}, text, "warning") ==
        "x:2:1: warning: b [a]\n    2 | foo: b\n      | ^\n");
}

TEST_CASE("there is no excerpt of an empty line, of a place beyond it, or without the text") {
  const std::string text = "id: a\r\n\r\nfoo: b\n";
  CHECK(FormatProblem({"x", 2, 1, "a", "b", ""}, text) == "x:2:1: error: b [a]\n");
  CHECK(FormatProblem({"x", 3, 20, "a", "b", ""}, text) == "x:3:20: error: b [a]\n");
  CHECK(FormatProblem({"x", 1, 1, "a", "b", "c"}, "") == "x:1:1: error: b [a]\n      = c\n");
}
