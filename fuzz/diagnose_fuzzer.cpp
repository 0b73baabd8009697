#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/format.h"
#include "companion/parsers.h"
#include "diagnosis/diagnose.h"
#include "fuzz/attempt_invariants.h"
#include "input/encoding.h"
#include "report/timeline.h"
#include "rules/rule_pack.h"
#include "setuplog/log_parser.h"

using namespace exdiag;
using fuzz::Require;

namespace {

const matching::Matcher& BuiltinMatcher() {
  static const rules::RulePack pack = rules::BuiltinRules();
  static const matching::Matcher matcher(pack);
  return matcher;
}

std::string Decoded(std::string_view bytes, input::Encoding encoding) {
  input::Decoder decoder(encoding);
  std::string text(decoder.Decode(bytes));
  return text += decoder.Finish();
}

diagnosis::LogReport ReportOf(const std::string& text, input::Encoding encoding) {
  if (const auto kind = companion::Recognize("x.log", text)) {
    const auto parser = companion::MakeParser(*kind, "x.log");
    parser->Feed(text);
    return diagnosis::DiagnoseCompanion(parser->Finish(), BuiltinMatcher());
  }
  diagnosis::ReadLog read;
  read.path = "x.log";
  read.encoding = input::EncodingName(encoding);
  read.log = setuplog::ParseLog(text);
  if (read.log.attempts.empty()) return {};
  return diagnosis::DiagnoseLog(read, BuiltinMatcher());
}

void CheckEvidence(const diagnosis::LogReport& report, std::string_view text) {
  const std::vector<std::string_view> lines = fuzz::LinesOf(text);
  for (const diagnosis::Diagnosis& finding : report.diagnoses) {
    for (const matching::Evidence& evidence : finding.evidence) {
      Require(evidence.line >= 1 && evidence.line <= static_cast<int64_t>(lines.size()),
              "evidence names a line of the text");
      Require(lines[static_cast<size_t>(evidence.line - 1)].find(evidence.text) !=
                  std::string_view::npos,
              "evidence quotes the line that it names");
    }
  }
}

void CheckDiagnosis(const diagnosis::LogReport& report) {
  const auto primaries = std::count_if(report.diagnoses.begin(), report.diagnoses.end(),
                                       [](const auto& finding) { return finding.primary; });
  Require(primaries <= 1, "there is one root cause at most");
  if (report.verdict != diagnosis::Verdict::kSucceeded) return;
  Require(report.primary() == nullptr, "a success has no root cause");
  for (const diagnosis::Diagnosis& finding : report.diagnoses) {
    Require(finding.severity == rules::Severity::kRisk, "only a risk is found in a success");
  }
}

bool IsQuiet(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\r') || c == 0x7f;
  });
}

size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// One format for each input; every one is met often enough.
void CheckRendering(const diagnosis::Report& report, size_t choice) {
  cli::Target target;
  target.style.verbose = choice % 2 == 0;
  target.style.unicode = choice % 3 != 0;
  target.style.width = static_cast<int>(20 + choice % 101);
  target.pretty = true;
  switch (choice % 8) {
    case 0:
    case 1:
      Require(IsQuiet(cli::Rendered(report, cli::Format::kText, target)), "a text is quiet");
      break;
    case 2:
      Require(nlohmann::json::accept(cli::Rendered(report, cli::Format::kJson, target)), "JSON");
      break;
    case 3:
      Require(nlohmann::json::accept(cli::Rendered(report, cli::Format::kSarif, target)), "SARIF");
      break;
    case 4: {
      const std::string page = cli::Rendered(report, cli::Format::kHtml, target);
      Require(CountOf(page, "<script") == 1 && CountOf(page, "</script") == 1,
              "HTML has one script");
      Require(IsQuiet(page), "a page is quiet");
      break;
    }
    case 5:
      Require(IsQuiet(cli::Rendered(report, cli::Format::kMarkdown, target)), "Markdown is quiet");
      break;
    case 6:
      Require(IsQuiet(cli::Rendered(report, cli::Format::kCsv, target)), "CSV is quiet");
      break;
    default:
      Require(IsQuiet(report::RenderTimeline(report.logs.front(), {})), "a timeline is quiet");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = fuzz::TextOf(data, size);
  const input::Encoding encoding = input::DetectEncoding(bytes);
  const std::string text = Decoded(bytes, encoding);
  diagnosis::Report report;
  report.logs.push_back(ReportOf(text, encoding));
  CheckEvidence(report.logs.front(), text);
  CheckDiagnosis(report.logs.front());
  size_t choice = size;
  for (size_t i = 0; i < size; i += 16) choice = choice * 31 + data[i];
  CheckRendering(report, choice);
  return 0;
}
