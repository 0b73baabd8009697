#include "matching/pattern_set.h"

#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <random>
#include <thread>

#include "rules/required_literals.h"
#include "rules/rule_pack.h"
#include "source_folder.h"

using namespace exdiag;
using matching::PatternMatch;
using matching::PatternSet;
using matching::SqueezedText;

namespace {

SqueezedText Text(std::string_view text) {
  SqueezedText squeezed;
  squeezed.Append(text);
  return squeezed;
}

// The whole match, or "-".
std::string Found(std::string_view pattern, std::string_view text) {
  const auto literals = rules::RequiredLiterals(pattern);
  PatternSet patterns;
  const int id = patterns.Add(pattern, literals);
  patterns.Build();
  const SqueezedText squeezed = Text(text);
  const auto match = patterns.Search(id, squeezed);
  CHECK(match.has_value() == patterns.Matches(id, squeezed));
  return match ? match->groups.front().as_string() : "-";
}

void ForEachPattern(const rules::Predicate& predicate,
                    const std::function<void(const rules::Predicate&)>& take) {
  if (!predicate.pattern.empty()) take(predicate);
  for (const auto& child : predicate.children) ForEachPattern(child, take);
}

// The slow and obvious way.
std::optional<PatternMatch> FoundByRe2Alone(const RE2& pattern, const SqueezedText& text) {
  PatternMatch match;
  match.pattern = &pattern;
  match.groups.resize(static_cast<size_t>(pattern.NumberOfCapturingGroups()) + 1);
  const re2::StringPiece piece(text.text().data(), text.text().size());
  const bool found = pattern.Match(piece, 0, piece.size(), RE2::UNANCHORED, match.groups.data(),
                                   static_cast<int>(match.groups.size()));
  return found ? std::optional(match) : std::nullopt;
}

// The whole match with its place, and the named groups.
using Told = std::vector<std::pair<std::string, std::string>>;
Told ToldBy(const std::optional<PatternMatch>& match, const SqueezedText& text) {
  if (!match) return {};
  Told told = match->Named();
  told.emplace_back(std::to_string(match->OffsetIn(text.text())),
                    match->groups.front().as_string());
  return told;
}

}  // namespace

TEST_CASE("a pattern of plain texts is found as RE2 alone finds it") {
  const std::string_view text = "Error: The CERTIFICATE is expired (0x80070005). Access is denied.";
  for (const std::string_view pattern :
       {"certificate is expired", "access is denied", "timed out|is denied|certificate is",
        "is expired \\(0x", "denied\\.", "denied\\?", "certificate is.expired", "timed out",
        "is denied\\b", "Error: |expired", "(?:access) is denied", "[e]xpired"}) {
    INFO(pattern);
    const auto alone = rules::CompilePattern(pattern);
    const SqueezedText squeezed = Text(text);
    const auto wanted = FoundByRe2Alone(*alone, squeezed);
    CHECK(Found(pattern, text) == (wanted ? wanted->groups.front().as_string() : "-"));
  }
}

TEST_CASE("a plain text beyond ASCII is found without case") {
  CHECK(Found("\xC3\xBC"
              "ber ist abgelaufen",
              "X \xC3\x9C"
              "BER ist abgelaufen!") ==
        "\xC3\x9C"
        "BER ist abgelaufen");
  CHECK(Found("is expired",
              "\xC3\x9C"
              "ber alles IS EXPIRED") == "IS EXPIRED");
}

TEST_CASE("the leftmost match is found, although only the surroundings of literals are searched") {
  const std::string gap(2000, 'x');
  CHECK(Found("[a-c]{1,3} timed out", gap + " ab timed out " + gap + "c timed out") ==
        "ab timed out");
  CHECK(Found("[a-c]{1,3} timed out", gap + " 9 timed out " + gap + "c timed out" + gap) ==
        "c timed out");
  CHECK(Found("[a-z]{1,30} timed out", "one two timed out timed out") == "two timed out");
}

TEST_CASE("word borders and anchors see what stands beside a window") {
  const std::string gap(500, 'x');
  CHECK(Found(R"(\btimed out)", gap + "timed out") == "-");
  CHECK(Found(R"(\btimed out)", gap + " timed out" + gap) == "timed out");
  CHECK(Found(R"(timed out\b)", "timed out" + gap) == "-");
  CHECK(Found("^timed out", gap + " timed out") == "-");
  CHECK(Found("^timed out$", "timed out") == "timed out");
  CHECK(Found("timed out$", "timed out " + gap) == "-");
}

TEST_CASE("case does not count, in any alphabet that the literal may be of") {
  CHECK(Found("ABGELAUFEN", "ist abgelaufen") == "abgelaufen");
  CHECK(Found("ÜBERPRÜFUNG", "die Überprüfung") == "Überprüfung");
  CHECK(Found("НЕ УДАЛОСЬ", "Не удалось") == "Не удалось");
  CHECK(Found("Σφάλμα εγκατάστασης", "ΣΦΆΛΜΑ ΕΓΚΑΤΆΣΤΑΣΗΣ") == "ΣΦΆΛΜΑ ΕΓΚΑΤΆΣΤΑΣΗΣ");
}

TEST_CASE("a gap counts characters, not bytes") {
  CHECK(Found("service.{1,4}down",
              "service アクセス"
              "down") == "-");
  CHECK(Found("service.{1,5}down",
              "service アクセス"
              "down") != "-");
}

TEST_CASE("a gap that is too long is none, whatever stands nearer or farther") {
  CHECK(Found("begin.{1,20}end here", "begin and end here") == "begin and end here");
  CHECK(Found("begin.{1,20}end here", "begin " + std::string(20, '-') + "end here") == "-");
  CHECK(Found("begin.{0,20}end here", "begin begin " + std::string(14, '-') + "end here") ==
        "begin " + std::string(14, '-') + "end here");
  CHECK(Found("begin.{1,20}?end here", "begin 1 end here 2 end here") == "begin 1 end here");
  CHECK(Found("begin.{1,20}end here", "begin 1 end here 2 end here 3 end here") ==
        "begin 1 end here 2 end here");
  CHECK(Found("(?:begin.{1,20}|start.{1,20})end here", "start 1 end here") == "start 1 end here");
}

TEST_CASE("patterns with gaps find in texts made at random what RE2 finds alone") {
  std::mt19937 random(7);
  const auto below = [&](size_t limit) { return random() % limit; };
  const std::vector<std::string> words = {"is lost",  "aa",           "b", " ", "'",
                                          "\xC3\xA9", "aaaaaaaaaaaa", "12"};
  for (const std::string pattern :
       {"(?P<a>[ab]{0,12})(?P<b>.{1,13})is lost", "'(?P<x>[^']{1,14})' ?is lost",
        "a.{0,12}?is lost.{0,12}(?P<n>\\d{1,15})", "(?:b.{1,12}|a{1,20})is lost",
        "(?:a.{1,12}){1,2}is lost(?P<r>.{0,16}?)b",
        "is lost(?P<s>[^ ]{0,12})(?: (?P<t>\\S{1,12}))?"}) {
    const auto literals = rules::RequiredLiterals(pattern);
    PatternSet patterns;
    const int id = patterns.Add(pattern, literals);
    patterns.Build();
    const auto alone = rules::CompilePattern(pattern);
    for (int round = 0; round < 400; ++round) {
      std::string made;
      for (size_t i = below(24); i-- > 0;) made += words[below(words.size())];
      const SqueezedText text = Text(made);
      const auto wanted = FoundByRe2Alone(*alone, text);
      INFO(pattern << " in " << made);
      REQUIRE(ToldBy(patterns.Search(id, text), text) == ToldBy(wanted, text));
      REQUIRE(patterns.Matches(id, text) == wanted.has_value());
    }
  }
}

TEST_CASE("a code point written as a number matches, in ASCII texts as well") {
  CHECK(Found(R"(can(?:\x{2019}|')t continue)", "can't continue") == "can't continue");
}

TEST_CASE("a pattern without literals is tried on every text") {
  CHECK(Found("[0-9]{4}", "code 8245") == "8245");
}

TEST_CASE("a pattern that RE2 does not take matches nothing") {
  CHECK(Found("abc(", "abc(") == "-");
}

TEST_CASE("named groups are trimmed, limited, and left out when empty") {
  const std::string pattern = "name='(?P<name>[^']*)'(?P<rest>.{0,9}?)(?P<empty>x?)";
  const auto literals = rules::RequiredLiterals(pattern);
  PatternSet patterns;
  const int id = patterns.Add(pattern, literals);
  patterns.Build();
  const SqueezedText text = Text("name=' " + std::string(199, 'a') + std::string(100, 'b') + "é '");
  const auto match = patterns.Search(id, text);
  REQUIRE(match);
  const auto named = match->Named();
  REQUIRE(named.size() == 1);
  CHECK(named[0].second ==
        std::string(199, 'a') + std::string(100, 'b'));  // "é" would be cut in two
}

TEST_CASE("threads may use a pattern for the first time at once") {
  const std::vector<std::string> literals = {"certificate is expired"};
  PatternSet patterns;
  const int id = patterns.Add("certificate is expired", literals);
  patterns.Build();
  const SqueezedText text = Text("The certificate is expired.");
  std::vector<std::thread> threads;
  std::atomic<int> found = 0;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] { found += patterns.Matches(id, text) ? 1 : 0; });
  for (auto& thread : threads) thread.join();
  CHECK(found == 8);
}

TEST_CASE("every pattern of every rule finds in the rule's tests what RE2 finds alone") {
  const auto loaded = rules::LoadRules({(tests::SourceFolder() / "rules").string()});
  REQUIRE(loaded.rules.size() > 300);
  int matches = 0;
  for (const auto& rule : loaded.rules) {
    std::vector<SqueezedText> texts;
    for (const auto& test : rule.tests) texts.push_back(Text(test.log));
    const auto compare = [&](const rules::Predicate& predicate) {
      PatternSet patterns;
      const int id = patterns.Add(predicate.pattern, predicate.literals);
      patterns.Build();
      const auto alone = rules::CompilePattern(predicate.pattern);
      for (const SqueezedText& text : texts) {
        const auto wanted = FoundByRe2Alone(*alone, text);
        const auto match = patterns.Search(id, text);
        INFO(rule.id << ": " << predicate.pattern);
        REQUIRE(ToldBy(match, text) == ToldBy(wanted, text));
        REQUIRE(patterns.Matches(id, text) == wanted.has_value());
        matches += match ? 1 : 0;
      }
    };
    ForEachPattern(rule.match, compare);
    for (const auto& look_up : rule.captures) ForEachPattern(look_up, compare);
  }
  CHECK(matches > 500);
}
