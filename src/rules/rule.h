#ifndef EXDIAG_RULES_RULE_H_
#define EXDIAG_RULES_RULE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exdiag::rules {

enum class Severity { kError, kWarning, kRisk };
enum class Status { kExperimental, kStable, kDeprecated };

// A condition on an attempt: a tree of kAll, kAny and kNot over the other kinds. What each kind
// means is told in docs/writing-rules.md, section "Predicates"; patterns are RE2 syntax.
struct Predicate {
  enum class Kind {
    kAll,
    kAny,
    kNot,
    kError,
    kMessage,
    kException,
    kCmdlet,
    kScript,
    kComponent,
    kPrerequisite,
    kSetting,
    kCode,
    kFact,
    kRole,
    kTask,
    kFile,
    kPreviousAttempt,
  };
  Kind kind = Kind::kAll;
  std::vector<Predicate> children;  // of kAll, kAny; one of kNot and kPreviousAttempt
  std::string pattern;  // kError, kMessage, kScript, kRole, kTask, kFile; value of kSetting, kFact;
                        // message of kException, kPrerequisite. Empty: not asked
  // Of which every match of `pattern` contains at least one, see RequiredLiterals. The reader sets
  // it.
  std::vector<std::string> literals;
  std::vector<std::string> names;  // kException (type), kCmdlet, kComponent, kPrerequisite,
                                   // kSetting, kFact, kFile (kind), kCode: any of them
  std::string hresult;             // kException
  std::string severity;            // kPrerequisite: "error", "warning" or empty
};

// "error", "message" … as rule files spell it.
std::string_view PredicateName(Predicate::Kind kind);

struct Step {
  std::string text;
  std::string command;
  std::string shell;  // "powershell" unless the rule says otherwise; empty without a command
  std::string where;
  std::string undo;
  std::string caution;
};

struct Check {
  std::string text;
  std::string command;
};

struct TestFile {
  std::string name;
  std::string log;
};

// A test that the rule carries. `line` is that of its name in the rule file, from 1.
struct RuleTest {
  std::string name;
  std::string log;
  std::vector<TestFile> files;
  bool match = true;
  std::vector<std::pair<std::string, std::string>> captures;
  int line = 0;
};

// What a rule file says. Plain data; compare contract in docs/writing-rules.md.
struct Rule {
  std::string id;
  std::string title;
  std::string category;
  Severity severity = Severity::kError;
  Status status = Status::kStable;
  std::string replaced_by;
  std::vector<std::string> products;
  std::string since;
  std::string updated;
  std::vector<std::string> contributors;
  std::vector<std::string> tags;
  Predicate match;
  std::vector<Predicate> captures;  // leaves with named groups
  std::vector<std::string> supersedes;
  std::vector<std::string> consequences;
  std::string group;
  std::string cause;
  std::vector<Step> steps;
  std::vector<Check> verify;
  std::string rerun;
  std::string caution;
  std::string false_positives;
  std::vector<std::string> references;
  std::vector<RuleTest> tests;  // empty in the built-in pack, which leaves them out
  std::string path;             // of the rule file; "built-in" for the built-in pack
};

std::string_view SeverityName(Severity severity);
std::string_view StatusName(Status status);

// A rule beneath the specific ones: category "generic".
bool IsGeneric(const Rule& rule);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_RULE_H_
