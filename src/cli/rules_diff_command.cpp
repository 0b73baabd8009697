#include <string>
#include <vector>

#include "authoring/rules_diff.h"
#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "report/sanitise.h"

namespace exdiag::cli {
namespace {

// False after having told what is wrong with the rules of a folder.
bool LoadPack(const std::string& folder, const Console& console, rules::RulePack* pack) {
  rules::LoadedRules loaded = rules::LoadRules({folder});
  ShowProblems(loaded.problems, console);
  pack->Add(std::move(loaded.rules));
  return loaded.problems.empty();
}

std::vector<diagnosis::LogReport> Diagnose(const CommandLine& line, const rules::RulePack& pack,
                                           std::vector<input::InputError>* errors) {
  const matching::Matcher matcher(pack);
  std::vector<diagnosis::LogReport> reports;
  PathsOptions options;
  options.reading.encoding = line.encoding;
  options.attempt = line.attempt;
  options.jobs = line.jobs;
  options.on_report = [&](diagnosis::LogReport report) { reports.push_back(std::move(report)); };
  *errors = DiagnosePaths({line.arguments.begin() + 2, line.arguments.end()}, matcher, options);
  return reports;
}

}  // namespace

ExitStatus RunRulesDiff(const CommandLine& line, const Console& console) {
  rules::RulePack old_rules;
  rules::RulePack new_rules;
  if (!LoadPack(line.arguments[0], console, &old_rules)) return ExitStatus::kBadRule;
  if (!LoadPack(line.arguments[1], console, &new_rules)) return ExitStatus::kBadRule;
  std::vector<input::InputError> errors;
  const auto before = Diagnose(line, old_rules, &errors);
  const auto after = Diagnose(line, new_rules, &errors);
  ComplainOf(errors, console);
  if (after.empty() && line.arguments.size() > 2) return StatusOf(errors);
  std::vector<authoring::LogDifference> differences;
  for (size_t i = 0; i < before.size() && i < after.size(); ++i) {
    differences.push_back(authoring::CompareReports(before[i], after[i]));
  }
  const std::string text =
      authoring::DifferenceText(authoring::ComparePacks(old_rules, new_rules), differences);
  return WriteResult(report::SafeLines(text, console.unicode), line, console,
                     ExitStatus::kSucceeded);
}

}  // namespace exdiag::cli
