#include <algorithm>

#include "rules/rule_file.h"

namespace exdiag::rules {
namespace {

constexpr size_t kWidest = 160;  // bytes of an excerpt

std::string_view LineOf(std::string_view text, int line) {
  for (int at = 1; at < line; ++at) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// Blanks as wide as what stands before the column; tabs stay tabs.
std::string Indent(std::string_view line, size_t column) {
  std::string indent;
  for (const char c : line.substr(0, column)) {
    if (c == '\t') {
      indent += '\t';
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      indent += ' ';
    }
  }
  return indent;
}

std::string Excerpt(const RuleProblem& problem, std::string_view text) {
  const std::string_view line = LineOf(text, problem.line).substr(0, kWidest);
  const size_t column = problem.column > 0 ? static_cast<size_t>(problem.column) - 1 : 0;
  if (line.empty() || column > line.size()) return {};
  const std::string number = std::to_string(problem.line);
  const std::string margin(std::max<size_t>(number.size(), 5), ' ');
  std::string excerpt = margin.substr(number.size()) + number + " | " + std::string(line) + '\n';
  return excerpt + margin + " | " + Indent(line, column) + "^\n";
}

}  // namespace

std::string FormatProblem(const RuleProblem& problem, std::string_view text,
                          std::string_view level) {
  std::string formatted = problem.path;
  if (problem.line > 0) {
    formatted +=
        ':' + std::to_string(problem.line) + ':' + std::to_string(std::max(problem.column, 1));
  }
  formatted += ": " + std::string(level) + ": " + problem.message + " [" + problem.id + "]\n";
  if (problem.line > 0 && !text.empty()) formatted += Excerpt(problem, text);
  if (!problem.advice.empty()) formatted += "      = " + problem.advice + '\n';
  return formatted;
}

}  // namespace exdiag::rules
