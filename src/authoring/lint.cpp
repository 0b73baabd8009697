#include "authoring/lint.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "authoring/lint_checks.h"

namespace exdiag::authoring {
namespace {

constexpr Level kE = Level::kError;
constexpr Level kW = Level::kWarning;
constexpr Level kA = Level::kAdvice;

constexpr std::array<LintCheck, 44> kChecks = {{
    // layout
    {"file-name", kE, false, "The file is named after the rule's id."},
    {"folder-name", kE, false, "The folder is named after the rule's category."},
    {"key-order", kW, true, "Keys stand in the order of the reference."},
    {"trailing-blank", kW, true, "No line ends with blanks."},
    {"line-ends", kW, true,
     "Lines end with LF, the last one too, and no byte-order mark comes first."},
    {"quoting", kW, true,
     "Patterns stand in single quotes or a block, where a backslash is a backslash."},
    // patterns
    {"short-literal", kE, false,
     "Every match of a pattern holds a fixed run of six characters or more, by which the text is "
     "found."},
    {"empty-match", kE, false, "No pattern matches the empty text."},
    {"never-matches", kE, false,
     "No pattern asks for what the squeezed text never has: line breaks, tabs, two blanks, begin "
     "or end of a line."},
    {"slow-pattern", kW, false,
     "RE2 can run the pattern quickly: at most 1,000 instructions without its counted gaps, two "
     "unbounded gaps."},
    {"unescaped-dot", kW, false, "Dots within names of types and files are escaped."},
    {"name-not-pattern", kE, false, "Where a name is compared, no pattern stands."},
    {"unused-capture-name", kA, false, "A captured value is shown in a text or checked by a test."},
    // texts
    {"todo", kE, false, "Nothing is left to fill in."},
    {"title-form", kW, false,
     "The title is one line of at most 100 characters without full stop at its end."},
    {"title-unclear", kW, false, "The title says what is wrong."},
    {"unset-capture", kE, false,
     "Every {{name}} is captured by the rule or one of the built-in captures."},
    {"capture-form", kE, false, "Captures are written {{name}}."},
    {"product-order", kA, false, "Products are listed from old to new."},
    {"since-form", kW, false, "\"since\" is a version of exdiag such as \"1.0\"."},
    {"updated-form", kW, true, "\"updated\" is a day such as 2026-03-12."},
    {"deprecated", kE, false, "A deprecated rule names its successor; other rules do not."},
    {"false-positives", kA, false, "An experimental rule says where it may mislead."},
    {"long-cause", kA, false, "The cause takes one to three sentences."},
    // commands
    {"unquoted-capture", kE, false, "In a command every capture stands inside single quotes."},
    {"unbalanced", kE, false, "Quotes and brackets of a PowerShell command are closed."},
    {"typographic", kE, false, "A command has no typographic quotes or dashes."},
    {"unknown-verb", kW, false,
     "A PowerShell command begins with a verb that PowerShell or Exchange knows."},
    {"no-caution", kW, false,
     "A step whose command may lose data has a caution, or the rule has one."},
    // tests
    {"no-positive-test", kE, false, "A test shows a log that the rule matches."},
    {"no-negative-test", kE, false, "A test shows a look-alike that the rule does not match."},
    {"same-test-name", kW, false, "The tests of a rule have different names."},
    {"captures-of-no-match", kW, false, "A test that expects no match expects no captures."},
    {"customer-data", kE, false, "Names and addresses are those of examples and documentation."},
    // sources
    {"reference-form", kE, false, "A reference is a full address of the web."},
    {"reference-http", kW, true, "A reference is reached by https."},
    {"same-reference", kW, false, "No reference stands twice."},
    {"no-reference", kA, false, "A stable rule names its sources."},
    // relations
    {"duplicate-id", kE, false, "No two files have the same id."},
    {"dead-reference", kE, false, "A rule that another one names exists."},
    {"self-reference", kE, false, "No rule names itself, and no two rules supersede each other."},
    {"single-group", kA, false, "A group has two members at least."},
    {"overlap", kW, false,
     "A log of a rule's own tests is matched by no unrelated rule: relate them by supersedes, "
     "consequences or group, or tell them apart."},
    {"invalid", kE, false, "The file is a rule: known keys, right types, patterns that RE2 takes."},
}};

const LintCheck& CheckOf(std::string_view id) {
  const auto found =
      std::find_if(kChecks.begin(), kChecks.end(), [&](const LintCheck& c) { return c.id == id; });
  return found == kChecks.end() ? kChecks.back() : *found;
}

void CheckOne(FindingList* findings) {
  CheckLayout(findings);
  if (!findings->text().parsed.rule) return;
  CheckPatterns(findings);
  CheckTexts(findings);
  CheckCommands(findings);
  CheckTests(findings);
  CheckCustomerData(findings);
  CheckReferences(findings);
}

void SortByPlace(std::vector<Finding>* findings) {
  std::stable_sort(findings->begin(), findings->end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.problem.line, a.problem.column) < std::tie(b.problem.line, b.problem.column);
  });
}

}  // namespace

std::string_view LevelName(Level level) {
  switch (level) {
    case Level::kError:
      return "error";
    case Level::kWarning:
      return "warning";
    case Level::kAdvice:
      return "advice";
  }
  return {};
}

std::span<const LintCheck> LintChecks() { return kChecks; }

void FindingList::Add(std::string_view id, const rules::YamlNode* at, std::string message,
                      std::string advice, std::string_view part) {
  AddAt(id, at == nullptr ? Place() : PlaceOf(text_, *at, part), std::move(message),
        std::move(advice));
}

void FindingList::AddAt(std::string_view id, Place place, std::string message, std::string advice) {
  const LintCheck& check = CheckOf(id);
  findings_->push_back({{text_.path, place.line, place.column, std::string(id), std::move(message),
                         std::move(advice)},
                        check.level,
                        check.fixable});
}

std::vector<Finding> Lint(const std::vector<RuleText>& texts, const rules::RulePack& known) {
  std::vector<std::vector<Finding>> found(texts.size());
  std::vector<FindingList> lists;
  lists.reserve(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    for (const auto& problem : texts[i].parsed.problems)
      found[i].push_back({problem, Level::kError, false});
    lists.emplace_back(texts[i], &found[i]);
    CheckOne(&lists.back());
  }
  CheckRelations(texts, known, &lists);
  CheckOverlaps(texts, known, &lists);
  std::vector<Finding> all;
  for (auto& findings : found) {
    SortByPlace(&findings);
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace exdiag::authoring
