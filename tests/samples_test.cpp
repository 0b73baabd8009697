// Every sample, from the file to the exit status.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "builtin_matcher.h"
#include "cli/diagnose_paths.h"
#include "sample_files.h"
#include "setuplog/log_parser.h"

using namespace exdiag;

namespace {

std::vector<diagnosis::LogReport> ReportsOf(const std::filesystem::path& path) {
  std::vector<diagnosis::LogReport> reports;
  cli::PathsOptions options;
  options.on_report = [&](diagnosis::LogReport report) { reports.push_back(std::move(report)); };
  cli::DiagnosePaths({path.string()}, tests::BuiltinMatcher(), options);
  return reports;
}

}  // namespace

TEST_CASE("Every sample is diagnosed as its README says") {
  const auto expected =
      nlohmann::json::parse(tests::BytesOf(tests::SamplesFolder() / "expected.json"));
  REQUIRE(expected.size() >= 12);
  for (const auto& sample : expected) {
    const std::string file = sample["file"];
    CAPTURE(file);
    const auto reports = ReportsOf(tests::SamplesFolder() / file);
    REQUIRE(reports.size() == 1);
    const diagnosis::LogReport& report = reports.front();
    CHECK(diagnosis::VerdictName(report.verdict) == sample["verdict"].get<std::string>());
    const std::string primary = report.primary() != nullptr ? report.primary()->rule : "";
    CHECK(primary == (sample["primary"].is_null() ? "" : sample["primary"].get<std::string>()));
    CHECK(static_cast<int>(cli::StatusOf(report)) == sample["exit"].get<int>());
  }
}

TEST_CASE(
    "The expired certificate: subject, expiry, role, cmdlet and steps that work without the "
    "shell") {
  const auto report = ReportsOf(tests::SamplesFolder() / "cert-expired-cu.log").front();
  REQUIRE(report.primary() != nullptr);
  const diagnosis::Diagnosis& cause = *report.primary();
  CHECK(cause.rule == "cert-expired");
  CHECK(cause.captures.at("subject") == "CN=mail.contoso.com");
  REQUIRE(report.failure);
  CHECK(report.failure->role == "Mailbox role: Transport service");
  CHECK(report.failure->cmdlet == "Install-ExchangeCertificate");
  std::string told;
  for (const auto& step : cause.steps) told += step.text + "\n" + step.command + "\n";
  CHECK(told.find("IIS Manager") != std::string::npos);
  CHECK(told.find("self-signed") != std::string::npos);
  CHECK(report.aftermath.size() > 3);
}

TEST_CASE("The cause of a failure that only a watermark shows stands in the first attempt") {
  const auto report = ReportsOf(tests::SamplesFolder() / "three-attempts.log").front();
  REQUIRE(report.primary() != nullptr);
  CHECK(report.primary()->attempt == 1);
  CHECK(report.attempt->summary.number == 3);
  REQUIRE(report.diagnoses.size() >= 2);
  CHECK(report.diagnoses[1].relation == diagnosis::Relation::kConsequence);
}

TEST_CASE("Evidence quotes the line of the file that it names") {
  for (const auto& path : tests::SampleLogs()) {
    CAPTURE(path);
    std::vector<std::string> lines;
    std::istringstream text(tests::BytesOf(path));
    for (std::string line; std::getline(text, line);) {
      while (!line.empty() && line.back() == '\r') line.pop_back();
      lines.push_back(line);
    }
    for (const auto& report : ReportsOf(path)) {
      for (const auto& finding : report.diagnoses) {
        for (const auto& evidence : finding.evidence) {
          CAPTURE(finding.rule, evidence.line, evidence.text);
          REQUIRE(evidence.line >= 1);
          REQUIRE(evidence.line <= static_cast<int64_t>(lines.size()));
          CHECK(lines[static_cast<size_t>(evidence.line - 1)].find(evidence.text) !=
                std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("No cut of a sample ends the program or makes a success of it") {
#if defined(__SANITIZE_ADDRESS__)
  constexpr size_t kStep = 997;
#else
  constexpr size_t kStep = 61;
#endif
  for (const auto& path : tests::SampleLogs()) {
    CAPTURE(path);
    const std::string text = tests::BytesOf(path);
    const size_t told = std::min(text.find("setup operation completed successfully"), text.size());
    for (size_t length = 0; length < told; length += kStep) {
      for (const auto& attempt :
           setuplog::ParseLog(std::string_view(text).substr(0, length)).attempts) {
        CAPTURE(length);
        REQUIRE(attempt.ending != setuplog::Ending::kSuccess);
      }
    }
  }
}
