#ifndef EXDIAG_RULES_RULE_FILE_H_
#define EXDIAG_RULES_RULE_FILE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace exdiag::rules {

// A mistake in a rule file. `line` and `column` count from 1; 0: the file as a whole.
struct RuleProblem {
  std::string path;
  int line = 0;
  int column = 0;
  std::string id;       // of the check that found it: "unknown-key", "bad-pattern" …
  std::string message;  // what is wrong, one sentence without full stop
  std::string advice;   // how to mend it, or empty
};

// A rule, or what is wrong with it. There is a rule exactly if there are no problems.
struct ParsedRule {
  std::optional<Rule> rule;
  std::vector<RuleProblem> problems;  // in the order of the file
};

// Reads the text of one rule file (UTF-8 YAML, at most 64 KiB). Refuses unknown keys (with a
// suggestion), missing ones, wrong types, anchors, aliases and tags, patterns that RE2 does not
// take, and nesting over 16 deep. Never throws.
ParsedRule ParseRule(std::string_view text, std::string_view path);

// "rules/x.yaml:12:5: error: …" with the line as an excerpt, a caret below it and the advice, in
// the manner of a compiler. `text` is that of the file; it may be empty. `level` is the word in
// place of "error".
std::string FormatProblem(const RuleProblem& problem, std::string_view text,
                          std::string_view level = "error");

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_RULE_FILE_H_
