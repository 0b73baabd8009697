#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "authoring/rule_tests.h"
#include "authoring/rule_text.h"
#include "authoring/trace_text.h"
#include "cli/commands.h"
#include "cli/results.h"
#include "report/sanitise.h"

namespace exdiag::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(400);

struct TestRun {
  std::string text;
  ExitStatus status = ExitStatus::kSucceeded;
};

std::string Counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string FailureText(const authoring::RuleTestResult& result) {
  std::string text =
      result.path + ':' + std::to_string(result.line) + ": failed: " + result.name + '\n';
  for (const std::string& failure : result.failures) text += "  " + failure + '\n';
  if (result.match_is_wrong) text += authoring::TraceText(result.trace, 4);
  return text;
}

TestRun RunTests(const std::vector<authoring::RuleText>& texts, bool verbose) {
  TestRun run;
  size_t passed = 0;
  size_t failed = 0;
  for (const authoring::RuleText& text : texts) {
    for (const auto& problem : text.parsed.problems)
      run.text += rules::FormatProblem(problem, text.text);
    if (!text.parsed.rule) run.status = ExitStatus::kBadRule;
    if (!text.parsed.rule) continue;
    for (const auto& result : authoring::RunRuleTests(*text.parsed.rule)) {
      ++(result.passed ? passed : failed);
      if (!result.passed) run.text += FailureText(result);
      if (result.passed && verbose) {
        run.text +=
            result.path + ':' + std::to_string(result.line) + ": passed: " + result.name + '\n';
      }
    }
  }
  if (failed > 0 && run.status == ExitStatus::kSucceeded) run.status = ExitStatus::kDiagnosed;
  run.text += Counted(texts.size(), "rule", "rules") + ", " +
              Counted(passed + failed, "test", "tests") + ": " + std::to_string(passed) +
              " passed, " + std::to_string(failed) + " failed\n";
  return run;
}

std::vector<authoring::RuleText> Read(const CommandLine& line, const Console& console) {
  std::vector<rules::RuleProblem> problems;
  std::vector<authoring::RuleText> texts = authoring::ReadRuleTexts(line.arguments, &problems);
  for (const auto& problem : problems) console.Complain(problem.path + ": " + problem.message);
  return texts;
}

bool SameTexts(const std::vector<authoring::RuleText>& a,
               const std::vector<authoring::RuleText>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].path != b[i].path || a[i].text != b[i].text) return false;
  }
  return true;
}

// Runs the tests again whenever a file changes, until the program is stopped or nobody reads on.
ExitStatus Watch(const CommandLine& line, const Console& console) {
  std::vector<authoring::RuleText> before;
  for (bool first = true;; first = false) {
    std::vector<authoring::RuleText> texts = Read(line, console);
    if (first || !SameTexts(texts, before)) {
      if (!first) console.out->Write("\n");
      console.out->Write(report::SafeLines(RunTests(texts, line.verbose).text, console.unicode));
      before = std::move(texts);
    }
    if (console.out->state() != Output::State::kOpen) return ExitStatus::kSucceeded;
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

ExitStatus RunRulesTest(const CommandLine& line, const Console& console) {
  if (line.watch) return Watch(line, console);
  const std::vector<authoring::RuleText> texts = Read(line, console);
  if (texts.empty()) return ExitStatus::kUnreadable;
  const TestRun run = RunTests(texts, line.verbose);
  return WriteResult(report::SafeLines(run.text, console.unicode), line, console, run.status);
}

}  // namespace exdiag::cli
