// What holds for a log whatever was done to it, tried on every sample. EXDIAG_ALL_CASES=1 tries
// every byte and every line, which takes hours; without it a sample of them, evenly spread.

#include <catch2/catch.hpp>
#include <cstdlib>

#include "builtin_matcher.h"
#include "cli/read_file.h"
#include "companion/parsers.h"
#include "diagnosis/diagnose.h"
#include "properties/changed_text.h"
#include "sample_files.h"
#include "setuplog/paste.h"

using namespace exdiag;

namespace {

bool AllCases() { return std::getenv("EXDIAG_ALL_CASES") != nullptr; }

// Programs with sanitizers take about eight times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr size_t kFewer = 8;
#else
constexpr size_t kFewer = 1;
#endif

// A stride that leaves about `count` of `all` cases.
size_t StrideFor(size_t all, size_t count) { return AllCases() ? 1 : all * kFewer / count + 1; }

struct Sample {
  std::string name;
  std::string bytes;
};

std::vector<Sample> AllSamples() {
  std::vector<Sample> samples;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::SamplesFolder())) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || name == "README.md" || name == "expected.json") continue;
    samples.push_back({entry.path().lexically_relative(tests::SamplesFolder()).string(),
                       tests::BytesOf(entry.path())});
  }
  std::sort(samples.begin(), samples.end(),
            [](const Sample& a, const Sample& b) { return a.name < b.name; });
  return samples;
}

// A text as the program reads it, and what it says of it.
struct Diagnosed {
  std::string text;  // decoded
  bool plain = false;
  bool any = false;
  diagnosis::LogReport report;
};

std::string Decoded(const std::string& bytes, input::Encoding encoding) {
  input::Decoder decoder(encoding);
  std::string text(decoder.Decode(bytes));
  return text += decoder.Finish();
}

Diagnosed DiagnosedFrom(const std::string& name, const std::string& bytes) {
  Diagnosed result;
  const auto source = input::OpenBytes(bytes);
  cli::OpenedText opened(source.get(), {});
  if (opened.binary()) return result;
  const auto kind = companion::Recognize(name.substr(name.rfind('/') + 1), opened.head());
  result.plain = kind || setuplog::IsPlainLog(opened.head());
  cli::ReadText read = opened.Read(name, kind);
  result.text = Decoded(bytes, read.encoding);
  if (read.companion) {
    result.report = diagnosis::DiagnoseCompanion(*read.companion, tests::BuiltinMatcher());
    result.any = true;
  } else if (!read.log.attempts.empty()) {
    diagnosis::ReadLog log;
    log.path = name;
    log.log = std::move(read.log);
    result.report = diagnosis::DiagnoseLog(log, tests::BuiltinMatcher());
    result.any = true;
  }
  return result;
}

// The lines as the program counts them: a text without LF is parted by CR.
std::vector<std::string_view> CountedLines(std::string_view text) {
  const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<std::string_view> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t stop = std::min(text.find(end, begin), text.size());
    lines.push_back(text.substr(begin, stop - begin));
    begin = stop + 1;
  }
  return lines;
}

// The line of that number holds the text; of a paste only the number is checked, as its text was
// repaired.
void CheckQuote(const Diagnosed& log, const std::vector<std::string_view>& lines, int64_t number,
                const std::string& text) {
  CAPTURE(number, text);
  REQUIRE(number >= 1);
  REQUIRE(number <= static_cast<int64_t>(lines.size()));
  if (!log.plain) return;
  REQUIRE(lines[static_cast<size_t>(number - 1)].find(text) != std::string_view::npos);
}

void CheckQuotes(const Diagnosed& log) {
  const std::vector<std::string_view> lines = CountedLines(log.text);
  for (const diagnosis::Diagnosis& finding : log.report.diagnoses) {
    CAPTURE(finding.rule);
    for (const matching::Evidence& evidence : finding.evidence)
      CheckQuote(log, lines, evidence.line, evidence.text);
  }
  if (!log.report.failure) return;
  for (const auto& check : log.report.failure->blocking_prerequisites)
    CheckQuote(log, lines, check.line, check.line_text);
}

// A log is one of a success only where it says so in setup's own words.
void CheckVerdict(const Diagnosed& log) {
  if (log.report.verdict != diagnosis::Verdict::kSucceeded) return;
  REQUIRE(log.report.primary() == nullptr);
  if (log.report.kind == "exchange-setup")
    REQUIRE(log.text.find("setup operation completed successfully") != std::string::npos);
}

void CheckDamaged(const std::string& name, const std::string& bytes, const std::string& change) {
  CAPTURE(name, change);
  const Diagnosed log = DiagnosedFrom(name, bytes);
  if (!log.any) return;
  CheckVerdict(log);
  CheckQuotes(log);
  REQUIRE(std::count_if(log.report.diagnoses.begin(), log.report.diagnoses.end(),
                        [](const auto& finding) { return finding.primary; }) <= 1);
}

tests::CheckText CheckOf(const Sample& sample) {
  return [&sample](const std::string& bytes, const std::string& change) {
    CheckDamaged(sample.name, bytes, change);
  };
}

}  // namespace

TEST_CASE("Every sample keeps the properties that damaged logs are tried for") {
  const auto samples = AllSamples();
  REQUIRE(samples.size() >= 20);
  for (const Sample& sample : samples) CheckDamaged(sample.name, sample.bytes, "unchanged");
}

TEST_CASE("A log cut anywhere ends no run, is no success and is quoted rightly") {
  for (const Sample& sample : AllSamples()) {
    tests::ForEachCut(sample.bytes, StrideFor(sample.bytes.size(), 16), CheckOf(sample));
  }
}

TEST_CASE("A log whose beginning is lost ends no run, is no success and is quoted rightly") {
  for (const Sample& sample : AllSamples()) {
    tests::ForEachLostHead(sample.bytes, StrideFor(sample.bytes.size(), 16), CheckOf(sample));
  }
}

TEST_CASE("A log with a line deleted, doubled or exchanged is quoted rightly") {
  for (const Sample& sample : AllSamples()) {
    const size_t lines = tests::LinesOf(sample.bytes).size();
    tests::ForEachLineChange(sample.bytes, StrideFor(lines, 10), CheckOf(sample));
  }
}

TEST_CASE("A log with random bytes in it is quoted rightly") {
  for (const Sample& sample : AllSamples()) {
    const size_t rounds = AllCases() ? 10000 : 24 / kFewer;
    tests::ForEachSpoilt(sample.bytes, rounds, CheckOf(sample));
  }
}

TEST_CASE("A log in which each line stands three hundred times is read in one go") {
  for (const Sample& sample : AllSamples()) {
    std::string text;
    for (const std::string& line : tests::LinesOf(sample.bytes.substr(0, 3000)))
      for (int i = 0; i < 300; ++i) text += line;
    CheckDamaged(sample.name, text, "every line three hundred times");
  }
}
