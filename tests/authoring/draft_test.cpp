#include "authoring/draft.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "authoring/lint.h"
#include "authoring/lint_report.h"
#include "authoring/rule_tests.h"
#include "authoring/rule_text.h"
#include "diagnosis/failure.h"
#include "redact/redactor.h"
#include "setuplog/log_parser.h"
#include "source_folder.h"

namespace exdiag::authoring {
namespace {

const std::string kRoot = tests::SourceFolder().string();

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::optional<Draft> DraftOf(const std::string& log_text) {
  const setuplog::SetupLog log = setuplog::ParseLog(log_text);
  redact::Redactor redactor;
  redactor.Learn(log_text);
  for (auto attempt = log.attempts.rbegin(); attempt != log.attempts.rend(); ++attempt) {
    if (!diagnosis::FailureOf(*attempt)) continue;
    return DraftRule(
        {&*attempt, nullptr, [&](std::string_view text) { return redactor.Redact(text); }, ""});
  }
  return std::nullopt;
}

rules::Rule RuleOf(const Draft& draft) {
  const rules::ParsedRule parsed = rules::ParseRule(draft.text, draft.id + ".yaml");
  for (const auto& problem : parsed.problems) UNSCOPED_INFO(problem.message);
  REQUIRE(parsed.rule.has_value());
  return *parsed.rule;
}

bool Matches(const rules::Rule& rule, const std::string& log_text) {
  const setuplog::SetupLog log = setuplog::ParseLog(log_text);
  const rules::RulePack pack(std::vector<rules::Rule>{rule});
  const matching::Matcher matcher(pack);
  return std::any_of(log.attempts.begin(), log.attempts.end(),
                     [&](const setuplog::Attempt& attempt) {
                       return !matcher.Find({&attempt, nullptr, nullptr}).empty();
                     });
}

// Everything that a person has to write, written.
std::string FilledIn(std::string text) {
  const auto replace = [&text](std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
  };
  replace("TODO say what is wrong, in one line without full stop",
          "The counter broker refuses a counter set");
  replace("TODO say what is wrong and why setup stops at it, in one to three sentences.",
          "The counter broker refuses it.");
  replace("TODO say what to do first.", "Restart the counter broker.");
  replace("TODO the command for it, or remove this line", "Restart-Service -Name pla");
  replace("TODO say where the rule may mislead.", "Other counter sets.");
  return text;
}

const std::vector<std::string> kLogs = {"unknown-failure.log",     "cert-expired-cu.log",
                                        "prereq-blocked.log",      "preparead-access-denied.log",
                                        "german-server.log",       "exchange2010.log",
                                        "cert-expired-console.txt"};

}  // namespace

TEST_CASE("a draft matches its log, passes its own tests and can be filled in to a clean rule") {
  for (const std::string& name : kLogs) {
    INFO(name);
    const std::string log = TextOf(kRoot + "/samples/" + name);
    const auto draft = DraftOf(log);
    REQUIRE(draft.has_value());
    INFO(draft->text);
    CHECK(draft->notes.empty());
    const rules::Rule rule = RuleOf(*draft);
    CHECK(Matches(rule, log));
    for (const auto& result : RunRuleTests(rule)) CHECK(result.passed);
    const std::vector<RuleText> filled = {ReadRuleText(FilledIn(draft->text), draft->id + ".yaml")};
    const auto findings = Lint(filled, rules::RulePack());
    INFO(LintText(findings, filled));
    CHECK(CountOf(findings, Level::kError) + CountOf(findings, Level::kWarning) == 0);
  }
}

TEST_CASE("a draft of an unknown failure matches nothing else among the samples") {
  const rules::Rule rule = RuleOf(*DraftOf(TextOf(kRoot + "/samples/unknown-failure.log")));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot + "/samples")) {
    if (!entry.is_regular_file() || entry.path().filename() == "unknown-failure.log") continue;
    INFO(entry.path().string());
    CHECK_FALSE(Matches(rule, TextOf(entry.path().string())));
  }
}

TEST_CASE("names of the customer do not enter a draft") {
  const std::string log =
      "[03/12/2026 08:15:02.0118] [0] Logged on user: BIGCUST\\jdoe.\n"
      "[03/12/2026 08:15:02.0118] [1] [ERROR] The following error was generated when "
      "\"$error.Clear();\n"
      "          Install-CrateStore -DomainController $RoleDomainController\n"
      "        \" was run: \"Microsoft.Exchange.Management.Crates.SealBrokenException: The seal of "
      "CN=Crate "
      "1,CN=Services,DC=bigcust,DC=de on ex77.bigcust.de is broken.\".\n"
      "[03/12/2026 08:15:02.0118] [1] Setup is stopping now because of one or more critical "
      "errors.\n";
  const auto draft = DraftOf(log);
  REQUIRE(draft.has_value());
  INFO(draft->text);
  CHECK(draft->text.find("bigcust") == std::string::npos);
  CHECK(draft->text.find("ex77") == std::string::npos);
  CHECK(Matches(RuleOf(*draft), log));
}

TEST_CASE("the rules that were finished from drafts are clean and match their logs") {
  const std::string folder = kRoot + "/tests/authoring/unknown";
  std::vector<rules::RuleProblem> problems;
  const auto texts = ReadRuleTexts({folder}, &problems);
  REQUIRE(problems.empty());
  REQUIRE(texts.size() >= 4);
  CHECK(CountOf(Lint(texts, rules::BuiltinRules()), Level::kWarning) == 0);
  const rules::RulePack builtin = rules::BuiltinRules();
  const matching::Matcher known(builtin);
  for (const RuleText& text : texts) {
    INFO(text.path);
    REQUIRE(text.parsed.rule.has_value());
    const std::string log = TextOf(folder + "/" + text.parsed.rule->id + ".log");
    CHECK(Matches(*text.parsed.rule, log));
    CHECK(DraftOf(log).has_value());
    const setuplog::SetupLog parsed = setuplog::ParseLog(log);
    for (const auto& match : known.Find({&parsed.attempts.back(), nullptr, nullptr})) {
      CHECK(rules::IsGeneric(*match.rule));
    }
  }
}

TEST_CASE("a log without a failure gives no draft") {
  CHECK_FALSE(DraftOf(TextOf(kRoot + "/samples/success-cu.log")).has_value());
}

}  // namespace exdiag::authoring
