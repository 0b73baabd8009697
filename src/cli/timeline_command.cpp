#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "matching/matcher.h"
#include "report/timeline.h"

namespace exdiag::cli {
namespace {

report::TimelineOptions OptionsFor(const CommandLine& line, const Console& console) {
  report::TimelineOptions options;
  if (line.format == Format::kJson) options.format = report::TimelineFormat::kJson;
  if (line.format == Format::kTrace) options.format = report::TimelineFormat::kTrace;
  options.min_duration_ms = line.min_duration_ms;
  options.depth = line.depth;
  options.style = StyleFor(line, console);
  return options;
}

}  // namespace

ExitStatus RunTimeline(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  const bool rules_right = LoadRulesInForce(line, console, &pack);
  const matching::Matcher matcher(pack);
  std::vector<diagnosis::LogReport> logs;
  PathsOptions options;
  options.reading.encoding = line.encoding;
  options.attempt = line.attempt;
  options.jobs = line.jobs;
  options.on_report = [&](diagnosis::LogReport log) { logs.push_back(std::move(log)); };
  const auto errors = DiagnosePaths(line.arguments, matcher, options);
  ComplainOf(errors, console);
  if (logs.empty()) return StatusOf(errors);
  // JSON and a trace are one document, so that they hold one log.
  if (logs.size() > 1 && line.format != Format::kText) {
    console.Complain(
        fmt::format("{} holds {} logs or attempts; name one of them to write its timeline as {}",
                    line.arguments.front(), logs.size(), NameOf(line.format)));
    return ExitStatus::kUsage;
  }
  std::string text;
  ExitStatus status = ExitStatus::kSucceeded;
  for (const diagnosis::LogReport& log : logs) {
    if (!text.empty()) text += '\n';
    text += report::RenderTimeline(log, OptionsFor(line, console));
    status = std::max(status, StatusOf(log));
  }
  return WriteResult(text, line, console, StatusByRules(status, rules_right));
}

}  // namespace exdiag::cli
