#include "cli/why_answer.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "authoring/trace_text.h"
#include "cli/diagnose_paths.h"
#include "cli/results.h"
#include "matching/matcher.h"
#include "report/sanitise.h"
#include "rules/spelling.h"

namespace exdiag::cli {
namespace {

void ComplainUnknown(const std::string& id, const rules::RulePack& pack, const Console& console) {
  std::vector<std::string_view> ids;
  for (const auto& rule : pack.rules()) ids.push_back(rule.id);
  const std::string_view nearest = rules::NearestWord(id, ids);
  console.Complain(fmt::format(
      "there is no rule \"{}\"{}", id,
      nearest.empty() ? "; see exdiag rules list" : fmt::format("; did you mean {}?", nearest)));
}

std::string ProductsText(const rules::Rule& rule) {
  return rule.products.empty() ? "all versions" : fmt::format("{}", fmt::join(rule.products, ", "));
}

// A rule whose conditions hold may still be left out: it is for other versions, or deprecated.
bool IsFound(const matching::Matcher& matcher, const matching::Subject& subject,
             const rules::Rule& rule) {
  for (const auto& match : matcher.Find(subject)) {
    if (match.rule->id == rule.id) return true;
  }
  return false;
}

std::string Answer(const std::string& path, const rules::Rule& rule,
                   const matching::PredicateTrace& trace, bool found, const std::string& cause) {
  std::string text =
      fmt::format("{}: {} {}\n", path, rule.id, found ? "matches" : "does not match");
  text += authoring::TraceText(trace, 2);
  if (trace.held && !found) {
    text += fmt::format("All conditions hold, but the rule is {} and for {}.\n",
                        rules::StatusName(rule.status), ProductsText(rule));
  }
  if (found && cause != rule.id && !cause.empty())
    text += fmt::format("The root cause is another rule: {}.\n", cause);
  return text;
}

}  // namespace

ExitStatus AnswerWhy(const CommandLine& line, const rules::RulePack& pack, const Console& console) {
  const rules::Rule* rule = pack.Find(line.why);
  if (rule == nullptr) {
    ComplainUnknown(line.why, pack, console);
    return ExitStatus::kUsage;
  }
  const matching::Matcher matcher(pack);
  struct Asked {
    std::string path;
    matching::PredicateTrace trace;
    bool found;
  };
  std::vector<Asked> asked;
  std::string text;
  size_t next = 0;
  PathsOptions options;
  options.reading.encoding = line.encoding;
  options.attempt = line.attempt;
  options.jobs = 1;  // so that questions and reports come in turn
  options.on_subject = [&](const std::string& path, const matching::Subject& subject) {
    asked.push_back({path, matcher.Explain(*rule, subject), IsFound(matcher, subject, *rule)});
  };
  options.on_report = [&](const diagnosis::LogReport& report) {
    // A text that turns out to be no log has been asked about, but gets no report.
    while (next < asked.size() && asked[next].path != report.path) ++next;
    if (next >= asked.size()) return;
    const diagnosis::Diagnosis* primary = report.primary();
    const Asked& question = asked[next++];
    text +=
        (text.empty() ? "" : "\n") + Answer(question.path, *rule, question.trace, question.found,
                                            primary == nullptr ? "" : primary->rule);
  };
  const auto errors = DiagnosePaths(line.arguments, matcher, options);
  ComplainOf(errors, console);
  if (text.empty()) return StatusOf(errors);
  return WriteResult(report::SafeLines(text, console.unicode), line, console,
                     ExitStatus::kSucceeded);
}

}  // namespace exdiag::cli
