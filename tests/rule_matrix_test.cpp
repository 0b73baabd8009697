// Every rule over every sample and, where they are at hand, over labelled real logs: no primary
// diagnosis that the labels do not allow, and nothing but risks on a success.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "builtin_matcher.h"
#include "cli/diagnose_paths.h"
#include "rules/rule_pack.h"
#include "sample_files.h"
#include "source_folder.h"

using namespace exdiag;
namespace fs = std::filesystem;

namespace {

std::vector<diagnosis::LogReport> ReportsOf(const fs::path& path) {
  std::vector<diagnosis::LogReport> reports;
  cli::PathsOptions options;
  options.on_report = [&](diagnosis::LogReport report) { reports.push_back(std::move(report)); };
  cli::DiagnosePaths({path.string()}, tests::BuiltinMatcher(), options);
  return reports;
}

// Labelled logs are third parties' data and no part of the project. EXDIAG_CORPUS names their
// folder; a checkout may have them beside it.
fs::path CorpusFolder() {
  if (const char* folder = std::getenv("EXDIAG_CORPUS")) return folder;
  return tests::SourceFolder().parent_path() / "shared" / "corpus";
}

void CheckOnlyRisksOnSuccess(const diagnosis::LogReport& report) {
  if (report.verdict != diagnosis::Verdict::kSucceeded) return;
  for (const auto& finding : report.diagnoses) {
    CAPTURE(finding.rule);
    CHECK(finding.severity == rules::Severity::kRisk);
    CHECK_FALSE(finding.primary);
  }
}

void CheckLabels(const fs::path& labels) {
  fs::path root = labels.parent_path();
  std::istringstream lines(tests::BytesOf(labels));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const auto label = nlohmann::json::parse(line);
    if (label.contains("root")) root = labels.parent_path() / label["root"].get<std::string>();
    if (!label.contains("file")) continue;
    const std::string file = label["file"];
    CAPTURE(file);
    std::set<std::string> allowed = {label["expect"].get<std::string>()};
    if (label.contains("also_ok")) {
      for (const auto& id : label["also_ok"]) allowed.insert(id.get<std::string>());
    }
    const auto reports = ReportsOf(root / file);
    REQUIRE_FALSE(reports.empty());
    const auto* primary = reports.front().primary();
    const bool failed = reports.front().verdict != diagnosis::Verdict::kSucceeded;
    const std::string said = primary != nullptr ? primary->rule : failed ? "unknown" : "none";
    CAPTURE(said);
    CHECK(allowed.count(said) == 1);
    CheckOnlyRisksOnSuccess(reports.front());
  }
}

}  // namespace

TEST_CASE("No rule but risks holds on a successful sample") {
  int successes = 0;
  for (const auto& path : tests::SampleLogs()) {
    CAPTURE(path);
    for (const auto& report : ReportsOf(path)) {
      successes += report.verdict == diagnosis::Verdict::kSucceeded;
      CheckOnlyRisksOnSuccess(report);
    }
  }
  CHECK(successes >= 2);
}

TEST_CASE("Labelled real logs have no primary diagnosis that their labels do not allow") {
  const fs::path corpus = CorpusFolder();
  for (const fs::path& labels : {corpus / "labels.jsonl", corpus / "posts" / "labels.jsonl"}) {
    if (!fs::exists(labels)) {
      WARN("no labelled logs at hand");
      continue;
    }
    CheckLabels(labels);
  }
}
