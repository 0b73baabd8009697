#include <utility>

#include "authoring/lint_fix.h"
#include "authoring/lint_report.h"
#include "cli/commands.h"
#include "cli/results.h"
#include "platform/output_file.h"
#include "report/sanitise.h"
#include "rules/rule_pack.h"

namespace exdiag::cli {
namespace {

// Writes what is mended in place. False after having told what could not be written.
bool FixFiles(std::vector<authoring::RuleText>* texts, const Console& console) {
  for (authoring::RuleText& text : *texts) {
    const std::string fixed = authoring::FixedText(text);
    if (fixed == text.text) continue;
    std::string error;
    if (!platform::WriteWholeFile(text.path, fixed, &error)) {
      console.Complain(error);
      return false;
    }
    console.error->Write("mended " + text.path + '\n');
    text = authoring::ReadRuleText(fixed, text.path, text.folder);
  }
  return true;
}

std::string Rendered(const std::vector<authoring::Finding>& findings,
                     const std::vector<authoring::RuleText>& texts, Format format,
                     const Console& console) {
  if (format == Format::kJson) return authoring::LintJson(findings, texts);
  if (format == Format::kGithub) return authoring::LintGithub(findings);
  return report::SafeLines(authoring::LintText(findings, texts), console.unicode);
}

ExitStatus StatusOf(const std::vector<authoring::Finding>& findings) {
  if (authoring::CountOf(findings, authoring::Level::kError) > 0) return ExitStatus::kBadRule;
  return authoring::CountOf(findings, authoring::Level::kWarning) > 0 ? ExitStatus::kDiagnosed
                                                                      : ExitStatus::kSucceeded;
}

}  // namespace

ExitStatus RunRulesLint(const CommandLine& line, const Console& console) {
  std::vector<rules::RuleProblem> problems;
  std::vector<authoring::RuleText> texts = authoring::ReadRuleTexts(line.arguments, &problems);
  for (const auto& problem : problems) console.Complain(problem.path + ": " + problem.message);
  if (texts.empty()) return ExitStatus::kUnreadable;
  if (line.fix && !FixFiles(&texts, console)) return ExitStatus::kWriteError;
  const rules::RulePack known = line.builtin_rules ? rules::BuiltinRules() : rules::RulePack();
  const std::vector<authoring::Finding> findings = authoring::Lint(texts, known);
  const ExitStatus status = problems.empty() ? StatusOf(findings) : ExitStatus::kUnreadable;
  return WriteResult(Rendered(findings, texts, line.format, console), line, console, status);
}

}  // namespace exdiag::cli
