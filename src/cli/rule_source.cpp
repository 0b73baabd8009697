#include "cli/rule_source.h"

#include <algorithm>
#include <utility>

#include "input/byte_source.h"
#include "report/sanitise.h"

namespace exdiag::cli {
namespace {

constexpr size_t kMostBytes = size_t{64} << 10;  // of a rule file

std::string TextOf(const std::string& path) {
  input::InputError error;
  const auto source = input::OpenFile(path, &error);
  std::string text(source == nullptr ? 0 : kMostBytes, '\0');
  size_t size = 0;
  while (size < text.size()) {
    const size_t read = source->Read(text.data() + size, text.size() - size);
    if (read == 0) break;
    size += read;
  }
  text.resize(size);
  return text;
}

// Each path once, in their order.
std::vector<std::string> PathsOf(const std::vector<rules::RuleProblem>& problems) {
  std::vector<std::string> paths;
  for (const rules::RuleProblem& problem : problems) {
    if (std::find(paths.begin(), paths.end(), problem.path) == paths.end())
      paths.push_back(problem.path);
  }
  return paths;
}

}  // namespace

void ShowProblems(const std::vector<rules::RuleProblem>& problems, const Console& console) {
  for (const rules::RuleProblem& problem : problems) {
    std::string text =
        report::SafeLines(FormatProblem(problem, TextOf(problem.path)), console.unicode);
    if (!text.ends_with('\n')) text += '\n';
    console.error->Write(text);
  }
}

bool LoadRulesInForce(const CommandLine& line, const Console& console, rules::RulePack* pack,
                      std::vector<std::string>* left_out) {
  if (line.builtin_rules) *pack = rules::BuiltinRules();
  if (line.rule_paths.empty()) return true;
  rules::LoadedRules loaded = rules::LoadRules(line.rule_paths);
  pack->Add(std::move(loaded.rules));
  ShowProblems(loaded.problems, console);
  if (left_out != nullptr) *left_out = PathsOf(loaded.problems);
  return loaded.problems.empty();
}

ExitStatus StatusByRules(ExitStatus status, bool all_rules_right) {
  return all_rules_right || status > ExitStatus::kInconclusive ? status : ExitStatus::kBadRule;
}

// That of the built-in rules is known without looking at them all.
std::string DigestOf(const CommandLine& line, const rules::RulePack& pack) {
  const bool builtin_only = line.builtin_rules && line.rule_paths.empty();
  return builtin_only ? std::string(rules::BuiltinRulesDigest()) : pack.Digest();
}

}  // namespace exdiag::cli
