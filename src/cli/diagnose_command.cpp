#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "cli/why_answer.h"
#include "matching/matcher.h"

namespace exdiag::cli {
namespace {

diagnosis::Report ReportFrame(const CommandLine& line, const rules::RulePack& pack) {
  diagnosis::Report report;
  report.rule_count = static_cast<int>(pack.size());
  report.rules_digest = DigestOf(line, pack);
  return report;
}

// Lines of NDJSON leave at once, so that a later log cannot hold up an earlier one.
bool LeavesAtOnce(const CommandLine& line) {
  return line.format == Format::kNdjson && line.output.empty();
}

}  // namespace

ExitStatus RunDiagnose(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  std::vector<std::string> left_out;
  const bool rules_right = LoadRulesInForce(line, console, &pack, &left_out);
  if (!line.why.empty()) return rules_right ? AnswerWhy(line, pack, console) : ExitStatus::kBadRule;
  const matching::Matcher matcher(pack);
  diagnosis::Report report = ReportFrame(line, pack);
  ExitStatus status = ExitStatus::kSucceeded;
  bool any = false;

  Progress progress(console, line.quiet);
  PathsOptions options;
  options.reading.encoding = line.encoding;
  options.reading.read_ahead = line.jobs > 1;
  options.reading.on_file = [&](const std::string& path) { progress.Reading(path); };
  options.attempt = line.attempt;
  options.jobs = line.jobs;
  options.on_report = [&](diagnosis::LogReport log) {
    any = true;
    status = std::max(status, StatusOf(log));
    log.coverage.rules_disabled = left_out;
    if (LeavesAtOnce(line)) {
      console.out->Write(report::RenderNdjson(log));
    } else {
      report.logs.push_back(std::move(log));
    }
  };
  const auto errors = DiagnosePaths(line.arguments, matcher, options);
  progress.Clear();
  ComplainOf(errors, console);
  if (!any) return StatusOf(errors);
  const std::string text =
      LeavesAtOnce(line) ? std::string() : Rendered(report, line.format, TargetFor(line, console));
  return WriteResult(text, line, console, StatusByRules(status, rules_right));
}

}  // namespace exdiag::cli
