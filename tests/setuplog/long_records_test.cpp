// Records and attempts beyond any that setup writes: what is kept of them stays right.

#include <catch2/catch.hpp>
#include <string>

#include "setuplog/log_parser.h"
#include "setuplog/record_text.h"

using namespace exdiag::setuplog;

namespace {

Record Joined(int lines, size_t length) {
  Record record;
  record.line = 10;
  for (int i = 0; i < lines; ++i) {
    std::string text = "line " + std::to_string(i) + " ";
    AppendLine(text.append(length, 'x'), 10 + i, &record);
  }
  return record;
}

constexpr std::string_view kTitle =
    "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\n";

}  // namespace

TEST_CASE("a record of many lines keeps its beginning and its end with their line numbers") {
  const Record record = Joined(3000, 100);
  CHECK(record.text.size() <= 64 << 10);
  for (const int number : {0, 1, 500, 2999}) {
    const size_t at = record.text.find("line " + std::to_string(number) + " ");
    REQUIRE(at != std::string::npos);
    CHECK(LineAt(record, at) == 10 + number);
    CHECK(LineTextAt(record, at).starts_with("line " + std::to_string(number) + " xx"));
  }
  CHECK(record.text.find("line 1500 ") == std::string::npos);
}

TEST_CASE("a record within the limit needs no marks") {
  const Record record = Joined(100, 100);
  CHECK(record.marks.empty());
  CHECK(LineAt(record, record.text.find("line 57 ")) == 67);
}

TEST_CASE("of a line longer than a record both ends are kept, and neither is joined to the other") {
  Record record;
  record.line = 7;
  AppendLine("begin " + std::string(200000, 'a') + std::string(200000, 'b') + " end", 7, &record);
  AppendLine("next", 8, &record);
  CHECK(record.text.size() <= 64 << 10);
  CHECK(record.text.starts_with("begin aaa"));
  const size_t end = record.text.find("b end");
  REQUIRE(end != std::string::npos);
  CHECK(LineAt(record, end) == 7);
  CHECK(LineTextAt(record, end).find('a') == std::string_view::npos);
  CHECK(LineTextAt(record, record.text.find("next")) == "next");
  CHECK(LineAt(record, record.text.find("next")) == 8);
}

TEST_CASE("a long record is cut between characters") {
  for (size_t shift = 0; shift < 4; ++shift) {
    Record record;
    record.line = 1;
    std::string line(shift, 'x');
    while (line.size() < 90000) line += "\xe5\xa4\xb1";
    AppendLine(line, 1, &record);
    AppendLine(line, 2, &record);
    for (size_t at = 0; at < record.text.size(); ++at) {
      const bool newline_before = at == 0 || record.text[at - 1] == '\n';
      const bool within = (static_cast<unsigned char>(record.text[at]) & 0xC0) == 0x80;
      REQUIRE_FALSE((newline_before && within));
    }
  }
}

TEST_CASE("bytes that are never the beginning of a character have neither start nor end") {
  const std::string halves(10, '\x84');
  CHECK(CutAt(halves, 5).empty());
  CHECK(TailOf(halves, 5).empty());
  CHECK(CutAt(halves, 10) == halves);
  CHECK(TailOf(halves, 10) == halves);
}

TEST_CASE("an empty first line of a record has its own number") {
  Record record;
  record.line = 3;
  AppendLine("", 3, &record);
  AppendLine("second", 4, &record);
  CHECK(LineAt(record, record.text.find("second")) == 4);
}

TEST_CASE("the error that stops setup is found behind thousands that it survives") {
  std::string text(kTitle);
  text += "[03/10/2026 17:00:00.0000] [1] Setup will run the task 'install-bridgeheadrole'\n";
  for (int i = 0; i < 5000; ++i) {
    text += "[03/10/2026 17:00:01.0000] [1] [ERROR] Trouble number " + std::to_string(i) +
            ".\n[03/10/2026 17:00:01.0000] [1] Executing: Get-Thing\n";
  }
  text += "[03/10/2026 17:00:02.0000] [1] [ERROR] The last straw.\n";
  const SetupLog log = ParseLog(text);
  REQUIRE(log.attempts.size() == 1);
  CHECK(log.attempts[0].ending == Ending::kFailure);
  CHECK(log.attempts[0].errors.back().message.find("The last straw") != std::string::npos);
  CHECK(log.attempts[0].errors.front().message.find("Trouble number 0") != std::string::npos);
  CHECK(log.attempts[0].errors.size() <= 2001);
}

TEST_CASE("of thousands of attempts the first and the latest are kept under their numbers") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += kTitle;
    text += "[03/10/2026 17:00:02.0000] [0] Setup version: 15.1.2507." + std::to_string(i) + ".\n";
  }
  const SetupLog log = ParseLog(text);
  REQUIRE(log.attempts.size() == 200);
  CHECK(log.attempts.front().number == 1);
  CHECK(log.attempts[49].number == 50);
  CHECK(log.attempts[50].number == 851);
  CHECK(log.attempts.back().number == 1000);
  CHECK(log.attempts.back().header.setup_version == "15.1.2507.999");
  CHECK(log.attempts.back().first_line == 1999);
  REQUIRE(log.limits_hit.size() == 1);
  CHECK(log.limits_hit[0].find("1000 attempts, of which 200 are kept") != std::string::npos);
}

TEST_CASE("a flood of failed checks, parameters or certificates is kept in part") {
  std::string text(kTitle);
  for (int i = 0; i < 20000; ++i) {
    const std::string id = std::to_string(i);
    text +=
        "[03/10/2026 17:00:00.0000] [0] Command Line Parameter Name='p" + id + "', Value='1'.\n";
    text += "[03/10/2026 17:00:01.0000] [1] [REQUIRED] Check " + id + " says no.\n";
    text += "[03/10/2026 17:00:01.0000] [1] Failed [Rule:R" + id + "] [Message:no]\n";
    text += "[03/10/2026 17:00:01.0000] [1] Started [Rule:W" + id + "] [RuleType:Warning]\n";
  }
  const SetupLog log = ParseLog(text);
  REQUIRE(log.attempts.size() == 1);
  CHECK(log.attempts[0].prerequisites.size() == 500);
  CHECK(log.attempts[0].parameters.size() == 200);
  CHECK(log.attempts[0].ending == Ending::kBlocked);
}
