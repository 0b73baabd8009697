#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "report/rule_page.h"
#include "rules/spelling.h"

namespace exdiag::cli {

ExitStatus RunRulesShow(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  if (!LoadRulesInForce(line, console, &pack)) return ExitStatus::kBadRule;
  std::string pages;
  ExitStatus status = ExitStatus::kSucceeded;
  for (const std::string& id : line.arguments) {
    const rules::Rule* rule = pack.Find(id);
    if (rule == nullptr) {
      std::vector<std::string_view> ids;
      for (const auto& known : pack.rules()) ids.push_back(known.id);
      const std::string_view nearest = rules::NearestWord(id, ids);
      console.Complain(fmt::format("there is no rule \"{}\"{}", id,
                                   nearest.empty() ? "; see exdiag rules list"
                                                   : fmt::format("; did you mean {}?", nearest)));
      status = ExitStatus::kUsage;
      continue;
    }
    if (!pages.empty()) pages += "\n";
    pages += report::RenderRule(*rule, StyleFor(line, console), true);
  }
  return WriteResult(pages, line, console, status);
}

}  // namespace exdiag::cli
