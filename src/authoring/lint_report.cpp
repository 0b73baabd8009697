#include "authoring/lint_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

namespace exdiag::authoring {
namespace {

std::string Counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

// Values of workflow commands: "%", line breaks, and in properties ":" and "," have escapes.
std::string Escaped(std::string_view text, bool property) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%') {
      escaped += "%25";
    } else if (c == '\r') {
      escaped += "%0D";
    } else if (c == '\n') {
      escaped += "%0A";
    } else if (property && c == ':') {
      escaped += "%3A";
    } else if (property && c == ',') {
      escaped += "%2C";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string_view GithubLevel(Level level) {
  return level == Level::kAdvice ? "notice" : LevelName(level);
}

}  // namespace

size_t CountOf(const std::vector<Finding>& findings, Level level) {
  return static_cast<size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [level](const Finding& finding) { return finding.level == level; }));
}

std::string LintText(const std::vector<Finding>& findings, const std::vector<RuleText>& texts) {
  std::map<std::string_view, std::string_view> text_of;
  for (const RuleText& text : texts) text_of.emplace(text.path, text.text);
  std::string report;
  for (const Finding& finding : findings) {
    report += rules::FormatProblem(finding.problem, text_of[finding.problem.path],
                                   LevelName(finding.level));
  }
  return report + Counted(texts.size(), "rule", "rules") + ": " +
         Counted(CountOf(findings, Level::kError), "error", "errors") + ", " +
         Counted(CountOf(findings, Level::kWarning), "warning", "warnings") + ", " +
         Counted(CountOf(findings, Level::kAdvice), "piece", "pieces") + " of advice\n";
}

std::string LintGithub(const std::vector<Finding>& findings) {
  std::string report;
  for (const Finding& finding : findings) {
    const rules::RuleProblem& problem = finding.problem;
    report +=
        "::" + std::string(GithubLevel(finding.level)) + " file=" + Escaped(problem.path, true);
    if (problem.line > 0) {
      report += ",line=" + std::to_string(problem.line) +
                ",col=" + std::to_string(std::max(problem.column, 1));
    }
    report += ",title=" + Escaped(problem.id, true) + "::" + Escaped(problem.message, false);
    if (!problem.advice.empty()) report += Escaped("\n" + problem.advice, false);
    report += '\n';
  }
  return report;
}

std::string LintJson(const std::vector<Finding>& findings, const std::vector<RuleText>& texts) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings) {
    const rules::RuleProblem& problem = finding.problem;
    list.push_back({{"path", problem.path},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"id", problem.id},
                    {"level", LevelName(finding.level)},
                    {"message", problem.message},
                    {"advice", problem.advice},
                    {"fixable", finding.fixable}});
  }
  const nlohmann::ordered_json report = {
      {"schema", "exdiag.lint/1"}, {"files", texts.size()}, {"findings", list}};
  return report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace exdiag::authoring
