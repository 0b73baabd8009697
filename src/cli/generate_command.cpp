#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/manual_page.h"
#include "cli/results.h"

namespace exdiag::cli {
namespace {

struct Generator {
  std::string_view name;
  std::string (*generate)();
};

constexpr std::array<Generator, 5> kGenerators = {{
    {"man", ManualPage},
    {"bash", BashCompletions},
    {"zsh", ZshCompletions},
    {"fish", FishCompletions},
    {"powershell", PowerShellCompletions},
}};

}  // namespace

ExitStatus RunGenerate(const CommandLine& line, const Console& console) {
  const std::string& wanted = line.arguments.front();
  const auto found =
      std::find_if(kGenerators.begin(), kGenerators.end(),
                   [&](const Generator& generator) { return generator.name == wanted; });
  if (found != kGenerators.end())
    return WriteResult(found->generate(), line, console, ExitStatus::kSucceeded);
  console.Complain(
      fmt::format("`generate` takes man, bash, zsh, fish or powershell, not \"{}\"", wanted));
  return ExitStatus::kUsage;
}

}  // namespace exdiag::cli
