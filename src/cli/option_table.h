#ifndef EXDIAG_CLI_OPTION_TABLE_H_
#define EXDIAG_CLI_OPTION_TABLE_H_

#include <string_view>
#include <vector>

namespace exdiag::cli {

// The commands, as bits so that an option can name those that it belongs to.
enum CommandBit : unsigned {
  kDiagnose = 1u << 0,
  kExplain = 1u << 1,
  kRulesList = 1u << 2,
  kRulesShow = 1u << 3,
  kRulesLint = 1u << 4,
  kRulesTest = 1u << 5,
  kRulesNew = 1u << 6,
  kRulesSchema = 1u << 7,
  kRulesDiff = 1u << 8,
  kTriage = 1u << 16,
  kTimeline = 1u << 17,
  kRedact = 1u << 18,
  kGenerate = 1u << 30,
  kEveryCommand = ~0u,
};

// An option of the command line. Parsing, --help, the manual page and the completions of shells all
// come from this one table.
struct OptionSpec {
  std::string_view name;      // without dashes
  char short_name;            // '\0': none
  std::string_view argument;  // what --help calls its value; empty: it takes none
  bool repeatable;
  std::string_view help;  // without full stop at the end
  unsigned commands;      // of CommandBit
};

// All options, in the order in which --help shows them.
const std::vector<OptionSpec>& AllOptions();

// The option of that name, or null.
const OptionSpec* FindOption(std::string_view name);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_OPTION_TABLE_H_
