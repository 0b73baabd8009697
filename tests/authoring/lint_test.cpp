#include "authoring/lint.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "authoring/lint_fix.h"
#include "authoring/lint_report.h"
#include "source_folder.h"

namespace exdiag::authoring {
namespace {

const std::string kFolder = tests::SourceFolder().string() + "/tests/authoring/";

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A pack of one rule, which the others may name and overlap with.
rules::RulePack KnownRules() {
  return rules::RulePack(rules::LoadRules({kFolder + "known-failure.yaml"}).rules);
}

// Each file alone, under the path that readers of the golden file know.
std::string MistakesText() {
  std::vector<rules::RuleProblem> problems;
  std::string all;
  for (const RuleText& text : ReadRuleTexts({kFolder + "mistakes"}, &problems)) {
    const std::string name = text.path.substr(text.path.find_last_of("/\\") + 1);
    const std::vector<RuleText> alone = {ReadRuleText(text.text, "mistakes/" + name)};
    all += LintText(Lint(alone, KnownRules()), alone) + '\n';
  }
  REQUIRE(problems.empty());
  return all;
}

std::vector<Finding> FindingsOf(const std::string& text, const std::string& folder = {}) {
  return Lint({ReadRuleText(text, "known-failure.yaml", folder)}, rules::RulePack());
}

bool Has(const std::vector<Finding>& findings, std::string_view id) {
  return std::any_of(findings.begin(), findings.end(),
                     [id](const Finding& finding) { return finding.problem.id == id; });
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("lint names each of the mistakes by file, line, column and remedy") {
  const std::string golden = kFolder + "mistakes-expected.txt";
  const std::string found = MistakesText();
  if (std::getenv("EXDIAG_APPROVE") != nullptr) {
    std::ofstream(golden, std::ios::binary) << found;
  }
  CHECK(found == TextOf(golden));
}

TEST_CASE("every file of a mistake has one finding that matters") {
  std::vector<rules::RuleProblem> problems;
  const auto texts = ReadRuleTexts({kFolder + "mistakes"}, &problems);
  CHECK(texts.size() >= 30);
  for (const RuleText& text : texts) {
    INFO(text.path);
    const auto findings = Lint({text}, KnownRules());
    CHECK(CountOf(findings, Level::kError) + CountOf(findings, Level::kWarning) == 1);
  }
}

TEST_CASE("a good rule has no finding") {
  const auto findings = FindingsOf(TextOf(kFolder + "known-failure.yaml"), "other");
  for (const Finding& finding : findings) UNSCOPED_INFO(finding.problem.message);
  CHECK(findings.empty());
}

TEST_CASE("a rule in a folder of another category is told to move") {
  CHECK(Has(FindingsOf(TextOf(kFolder + "known-failure.yaml"), "iis"), "folder-name"));
}

TEST_CASE("two files with one id are told of each other") {
  const std::string text = TextOf(kFolder + "known-failure.yaml");
  const auto findings =
      Lint({ReadRuleText(text, "a/known-failure.yaml"), ReadRuleText(text, "b/known-failure.yaml")},
           rules::RulePack());
  REQUIRE(Has(findings, "duplicate-id"));
}

TEST_CASE("a file takes the place of the built-in rule of its id") {
  CHECK_FALSE(Has(Lint({ReadRuleText(TextOf(kFolder + "known-failure.yaml"), "known-failure.yaml")},
                       KnownRules()),
                  "overlap"));
}

TEST_CASE("no rule of the pack has an error or a warning") {
  std::vector<rules::RuleProblem> problems;
  const auto texts = ReadRuleTexts({tests::SourceFolder().string() + "/rules"}, &problems);
  CHECK(problems.empty());
  auto findings = Lint(texts, rules::RulePack());
  findings.erase(
      std::remove_if(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.level == Level::kAdvice; }),
      findings.end());
  CHECK(LintText(findings, texts).find(": 0 errors, 0 warnings") != std::string::npos);
  for (const Finding& finding : findings) {
    UNSCOPED_INFO(finding.problem.path << ':' << finding.problem.line << ' '
                                       << finding.problem.message);
  }
  CHECK(findings.empty());
}

TEST_CASE("annotations for GitHub escape what its commands are made of") {
  const Finding finding{
      {"rules/a,b.yaml", 3, 5, "todo", "100% wrong", "mend: it"}, Level::kAdvice, false};
  CHECK(LintGithub({finding}) ==
        "::notice file=rules/a%2Cb.yaml,line=3,col=5,title=todo::100%25 wrong%0Amend: it\n");
}

TEST_CASE("--fix mends what is mechanical and nothing else") {
  const std::string good = TextOf(kFolder + "known-failure.yaml");
  const auto fixed = [](const std::string& text) {
    return FixedText(ReadRuleText(text, "known-failure.yaml"));
  };
  SECTION("a good file stays as it is") { CHECK(fixed(good) == good); }
  SECTION("order of keys") {
    CHECK(fixed(Replaced(good, "severity: error\nstatus: stable\n",
                         "status: stable\nseverity: error\n")) == good);
  }
  SECTION("blanks and line ends") {
    CHECK(fixed(Replaced(good, "rerun: after-fix\n", "rerun: after-fix \r\n")) == good);
    CHECK(fixed(good.substr(0, good.size() - 1)) == good);
  }
  SECTION("quotes") {
    const std::string pattern = "error: 'seal of crate ''(?P<crate>[^'']{1,100})'' is broken'";
    CHECK(fixed(Replaced(good, pattern,
                         "error: \"seal of crate '(?P<crate>[^']{1,100})' is broken\"")) == good);
  }
  SECTION("https") { CHECK(fixed(Replaced(good, "https://learn", "http://learn")) == good); }
  SECTION("the day") {
    CHECK(fixed(Replaced(good, "updated: 2026-03-12", "updated: 12.3.2026")) == good);
  }
  SECTION("a file that is no rule stays as it is") {
    const std::string broken = Replaced(good, "severity: error", "severity: fatal \n");
    CHECK(fixed(broken) == broken);
  }
}

}  // namespace exdiag::authoring
