#include "matching/evidence_lines.h"

#include <catch2/catch.hpp>

#include "input/utf8_text.h"

using namespace exdiag;
using namespace exdiag::matching;
using setuplog::ErrorReport;
using setuplog::Record;

namespace {

Record RecordAt(int64_t line, std::string text) {
  Record record;
  record.line = line;
  record.text = std::move(text);
  return record;
}

// The evidence of a pattern's match in one text. The pattern must outlive the set.
Evidence EvidenceOf(std::string_view pattern, const TextSet& texts, PatternSet* patterns) {
  static const std::vector<std::string> kNoLiterals;
  const auto finding = texts.Find(patterns->Add(pattern, kNoLiterals));
  REQUIRE(finding);
  return LineOf(*finding);
}

Evidence At(int64_t line, std::string found = "", std::string path = "") {
  return {std::move(path), line, "text", std::move(found)};
}

}  // namespace

TEST_CASE("what was found is kept without the blanks around it, as far as its line goes") {
  const Record record = RecordAt(5, "one\n  two three \t\nfour");
  const Evidence evidence = LineOf(record, 4, " \t two three \t\nfour");
  CHECK(evidence.line == 6);
  CHECK(evidence.text == "  two three \t");
  CHECK(evidence.found == "two three");
  CHECK(LineOf(record, 0, "not there").found.empty());
  CHECK(LineOf(record, 0, "\n").found.empty());
}

TEST_CASE("a line that is too long is cut around what was found, between characters") {
  std::string umlauts;
  for (int i = 0; i < 3000; ++i) umlauts += "\xc3\xa4";
  for (const std::string& before : {std::string(), std::string("x")}) {
    for (const std::string& found : {std::string(), std::string("needle")}) {
      CAPTURE(before, found);
      const Record record = RecordAt(1, before + umlauts + found + umlauts);
      const Evidence evidence = LineOf(record, 0, found);
      CHECK(evidence.text.size() <= 2000);
      CHECK(evidence.text.size() > 1990);
      CHECK(input::ValidUtf8Length(evidence.text) == evidence.text.size());
      CHECK(evidence.found == found);
      CHECK((evidence.text.find("needle") != std::string::npos) == !found.empty());
    }
  }
}

TEST_CASE("a window begins with a whole character and ends with the line") {
  std::string signs;
  for (int i = 0; i < 2000; ++i) signs += "\xe5\xa4\xb1";
  for (const std::string& before : {std::string(), std::string("x"), std::string("xx")}) {
    CAPTURE(before);
    const Evidence evidence = LineOf(RecordAt(1, before + signs + "needle"), 0, "needle");
    CHECK(evidence.found == "needle");
    CHECK(evidence.text.ends_with("\xb1needle"));
    CHECK(evidence.text.size() > 500);
    CHECK(input::ValidUtf8Length(evidence.text) == evidence.text.size());
  }
}

TEST_CASE("what was found near the beginning of a long line leaves that beginning") {
  const Record record = RecordAt(1, "begin needle " + std::string(5000, 'x'));
  CHECK(LineOf(record, 0, "needle").text.starts_with("begin needle xxx"));
  const Record later = RecordAt(1, "begin " + std::string(990, 'x') + "needle" + record.text);
  CHECK(LineOf(later, 0, "needle").text.starts_with("begin xxx"));
}

TEST_CASE("what was found and is too long itself is not kept, its line is") {
  const std::string found(3000, 'y');
  const Evidence evidence = LineOf(RecordAt(1, found), 0, found);
  CHECK(evidence.found.empty());
  CHECK(evidence.text == std::string(2000, 'y'));
}

TEST_CASE("a text is shortened between characters") {
  CHECK(Shortened("abc", 3) == "abc");
  CHECK(Shortened("abcd", 3) == "abc…");
  CHECK(Shortened("ab\xc3\xa4", 3) == "ab…");
  CHECK(Shortened("\x84\x84\x84", 2) == "…");
  CHECK(Shortened("abc", 0) == "…");
}

TEST_CASE("a match in a text without a record has no line") {
  PatternSet patterns;
  patterns.Build();
  TextSet texts(patterns);
  texts.Add("The script says expired.");
  CHECK(EvidenceOf("expired", texts, &patterns).line == 0);
}

TEST_CASE("a match that begins with a line break is on the line behind it") {
  PatternSet patterns;
  patterns.Build();
  const Record record = RecordAt(5, "one\ntwo");
  TextSet texts(patterns);
  texts.Add(record);
  const Evidence evidence = EvidenceOf(" two", texts, &patterns);
  CHECK(evidence.line == 6);
  CHECK(evidence.found == "two");
  const Evidence empty = EvidenceOf("(?:two){0}$", texts, &patterns);
  CHECK(empty.line == 6);
  CHECK(empty.found.empty());
  CHECK(EvidenceOf("^(?:two){0}", texts, &patterns).found.empty());
}

TEST_CASE("a match that goes over two records is told by the first") {
  PatternSet patterns;
  patterns.Build();
  const std::vector<Record> records = {RecordAt(5, "one"), RecordAt(9, "two")};
  TextSet texts(patterns);
  texts.AddJoined(records);
  const Evidence evidence = EvidenceOf("one two", texts, &patterns);
  CHECK(evidence.line == 5);
  CHECK(evidence.text == "one");
  CHECK(evidence.found == "one");
}

TEST_CASE("an error that does not name a word is told by its own first line") {
  ErrorReport report;
  report.records = {RecordAt(5, "The list of errors"), RecordAt(6, "It broke in Set-Thing")};
  SqueezedText joined;
  for (const Record& record : report.records) joined.Append(record.text, &record);
  CHECK(LineNaming("set-thing", report, joined).line == 6);
  CHECK(LineNaming("set-thing", report, joined).found == "Set-Thing");
  CHECK(LineNaming("Get-Other", report, joined).line == 5);
  CHECK(LineNaming("", report, joined).line == 5);
  report.line = 6;  // of the first [ERROR]
  CHECK(LineNaming("Get-Other", report, joined).line == 6);
  report.line = 99;  // of a record that was not kept
  CHECK(LineNaming("Get-Other", report, joined).line == 5);
  SqueezedText elsewhere;
  elsewhere.Append("It broke in Set-Thing");
  CHECK(LineNaming("Set-Thing", report, elsewhere).line == 5);
}

TEST_CASE("lines are kept once, each with what was found first, by file and number") {
  const auto kept = InOrder({At(7, "", "b.log"), At(0), At(9), At(7, "x", "b.log"), At(9, "y"),
                             At(9, "z"), At(7, "", "a.log"), At(-1)});
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].path.empty());
  CHECK(kept[0].found == "y");
  CHECK(kept[1].path == "a.log");
  CHECK(kept[2].path == "b.log");
  CHECK(kept[2].found == "x");
}

TEST_CASE("of many lines the five that came first are kept") {
  std::vector<Evidence> many;
  for (int line = 20; line > 0; --line) many.push_back(At(line));
  const auto kept = InOrder(many);
  REQUIRE(kept.size() == 5);
  CHECK(kept.front().line == 16);
  CHECK(kept.back().line == 20);
}
