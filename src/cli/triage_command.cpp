#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "diagnosis/triage.h"
#include "matching/matcher.h"
#include "report/triage_report.h"

namespace exdiag::cli {
namespace {

// Lines of NDJSON leave at once, as those of `diagnose` do.
bool LeavesAtOnce(const CommandLine& line) {
  return line.format == Format::kNdjson && line.output.empty();
}

}  // namespace

ExitStatus RunTriage(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  if (!LoadRulesInForce(line, console, &pack)) return ExitStatus::kBadRule;
  const matching::Matcher matcher(pack);
  ExitStatus status = ExitStatus::kSucceeded;
  bool any = false;
  // Rows alone are kept, so that memory does not follow the size of the reports.
  std::vector<diagnosis::TriageRow> rows;

  Progress progress(console, line.quiet);
  PathsOptions options;
  options.reading.encoding = line.encoding;
  options.reading.on_file = [&](const std::string& path) { progress.Reading(path); };
  options.attempt = line.attempt;
  options.jobs = line.jobs;
  options.on_report = [&](diagnosis::LogReport log) {
    any = true;
    status = std::max(status, StatusOf(log));
    diagnosis::TriageRow row = diagnosis::TriageRowOf(log);
    if (LeavesAtOnce(line))
      console.out->Write(report::RenderTriageNdjson(row));
    else
      rows.push_back(std::move(row));
  };
  const auto errors = DiagnosePaths(line.arguments, matcher, options);
  progress.Clear();
  for (const input::InputError& error : errors) console.Complain(SentenceOf(error));
  if (!any) return StatusOf(errors);
  if (LeavesAtOnce(line)) return WriteResult("", line, console, status);
  diagnosis::Triage triage = diagnosis::TriageOf(std::move(rows));
  triage.rule_count = static_cast<int>(pack.rules().size());
  triage.rules_digest = DigestOf(line, pack);
  return WriteResult(Rendered(triage, line.format, TargetFor(line, console)), line, console,
                     status);
}

}  // namespace exdiag::cli
