#include "cli/option_table.h"

#include <algorithm>

namespace exdiag::cli {
namespace {

constexpr unsigned kReadsLogs = kDiagnose | kTriage | kTimeline | kRulesDiff;
constexpr unsigned kUsesRules =
    kDiagnose | kTriage | kTimeline | kExplain | kRulesList | kRulesShow | kRulesNew;

}  // namespace

const std::vector<OptionSpec>& AllOptions() {
  static const std::vector<OptionSpec> options = {
      {"format", 'f', "FORMAT", false,
       "how to write the result: text; json, or ndjson (one line of JSON a log); markdown for "
       "tickets; html, one file "
       "for a browser; csv, one row a log; sarif for editors; trace, a timeline for Perfetto. "
       "Without it, text, or "
       "what the ending of the output file says",
       kDiagnose | kTriage | kTimeline | kRulesList | kRulesLint | kRulesSchema},
      {"output", 'o', "FILE", false,
       "write the result to a file, which appears only when it is complete",
       kDiagnose | kTriage | kTimeline | kRedact | kExplain | kRulesList | kRulesShow | kGenerate |
           kRulesLint | kRulesTest | kRulesNew | kRulesSchema | kRulesDiff},
      {"attempt", '\0', "WHICH", false,
       "report on the last attempt that did something (last, the default), on each of them (all), "
       "or on that of a "
       "number",
       kReadsLogs | kRulesNew},
      {"rules", '\0', "DIR", true,
       "add the rules of a file or folder; one with the id of a built-in rule replaces it. May be "
       "repeated",
       kUsesRules},
      {"no-builtin-rules", '\0', "", false, "leave out the built-in rules",
       kUsesRules | kRulesLint},
      {"why", '\0', "ID", false,
       "instead of a report, tell predicate by predicate why the rule matches", kDiagnose},
      {"why-not", '\0', "ID", false,
       "the same for a rule that does not match, with what came nearest", kDiagnose},
      {"from", '\0', "LOG", false, "the log of the failure that the rule is to be drafted from",
       kRulesNew},
      {"fix", '\0', "", false,
       "mend in the files what is mechanical: order of keys, blanks, line ends, quotes of "
       "patterns, http of known sites, "
       "form of the day in \"updated\"",
       kRulesLint},
      {"watch", '\0', "", false, "run the tests again whenever a file changes", kRulesTest},
      {"min-duration", '\0', "SECONDS", false,
       "leave out steps that took less time; those that failed are shown in any case", kTimeline},
      {"depth", '\0', "N", false,
       "show so many levels: 1 the roles, 2 their components, 3 and more the cmdlets", kTimeline},
      {"list", '\0', "", false, "list what was replaced by what", kRedact},
      {"resume", '\0', "FILE", false,
       "go on with a triage that was interrupted: logs whose lines stand in FILE (NDJSON) are not "
       "read again, and new "
       "lines are added to it as they come. FILE need not exist",
       kTriage},
      {"shard", '\0', "I/N", false,
       "take the I-th of N parts of the logs, chosen by a hash of each path that is the same on "
       "every machine",
       kTriage},
      {"merge", '\0', "", false, "the paths are NDJSON files of a triage: make one summary of them",
       kTriage},
      {"encoding", '\0', "NAME", false,
       "the encoding of the logs, such as utf-16le or windows-1252, instead of finding it out",
       kReadsLogs | kRedact | kRulesNew},
      {"jobs", 'j', "N", false,
       "read so many logs at a time; as many as there are processors if not given", kReadsLogs},
      {"color", '\0', "WHEN", false,
       "auto, always or never. auto colours a terminal and respects NO_COLOR and CLICOLOR_FORCE",
       kEveryCommand},
      {"quiet", 'q', "", false, "one line a log, and no warnings", kReadsLogs | kRedact},
      {"verbose", 'v', "", false, "add the steps of the run, all errors in full and all evidence",
       kReadsLogs | kRulesTest},
      {"help", 'h', "", false, "show this help", kEveryCommand},
      {"version", 'V', "", false,
       "show the version of the program and of its rules; with --verbose, what it was built from "
       "and with",
       kEveryCommand},
  };
  return options;
}

const OptionSpec* FindOption(std::string_view name) {
  const auto& options = AllOptions();
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const OptionSpec& option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace exdiag::cli
