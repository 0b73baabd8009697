#include "diagnosis/findings.h"

#include <catch2/catch.hpp>
#include <deque>

using namespace exdiag;
using diagnosis::Findings;
using diagnosis::FoundRules;
using diagnosis::Relation;
using diagnosis::Verdict;

namespace {

// Rules and their matches, with addresses that stay.
class Bench {
 public:
  rules::Rule& Add(const std::string& id, int64_t line, double specificity = 0.5) {
    rules::Rule& rule = rules_.emplace_back();
    rule.id = id;
    rule.title = "Title of " + id;
    matching::Match match;
    match.rule = &rule;
    match.specificity = specificity;
    match.evidence.push_back({"", line, "text", ""});
    found_.matches.push_back(std::move(match));
    return rule;
  }

  std::vector<diagnosis::Diagnosis> Told(Verdict verdict, bool console = false) {
    found_.verdict = verdict;
    found_.console = console;
    return Findings(found_);
  }

 private:
  std::deque<rules::Rule> rules_;
  FoundRules found_;
};

std::vector<std::string> Ids(const std::vector<diagnosis::Diagnosis>& findings) {
  std::vector<std::string> ids;
  for (const auto& finding : findings) ids.push_back(finding.rule);
  return ids;
}

}  // namespace

TEST_CASE("The most exact rule is the one root cause") {
  Bench bench;
  bench.Add("vague", 1, 0.2);
  bench.Add("exact", 9, 0.9);
  const auto findings = bench.Told(Verdict::kFailed);
  CHECK(Ids(findings) == std::vector<std::string>{"exact", "vague"});
  CHECK(findings[0].primary);
  CHECK(findings[0].relation == Relation::kRootCause);
  CHECK_FALSE(findings[1].primary);
}

TEST_CASE("A consequence is never the root cause, however exact") {
  Bench bench;
  bench.Add("cause", 9, 0.3).consequences = {"effect"};
  bench.Add("effect", 1, 0.9);
  const auto findings = bench.Told(Verdict::kFailed);
  CHECK(findings[0].rule == "cause");
  CHECK(findings[1].relation == Relation::kConsequence);
}

TEST_CASE("Two rules that each call the other a consequence do not vanish") {
  Bench bench;
  bench.Add("a", 1).consequences = {"b"};
  bench.Add("b", 2).consequences = {"a"};
  CHECK(bench.Told(Verdict::kFailed).size() == 2);
}

TEST_CASE("Superseded and generic rules give way to the specific one") {
  Bench bench;
  bench.Add("specific", 5).supersedes = {"other"};
  bench.Add("other", 1, 0.9);
  bench.Add("generic-access-denied", 1, 0.9).category = "generic";
  CHECK(Ids(bench.Told(Verdict::kFailed)) == std::vector<std::string>{"specific"});
}

TEST_CASE("A success keeps its risks only") {
  Bench bench;
  bench.Add("failure", 1);
  bench.Add("warning", 1).severity = rules::Severity::kWarning;
  bench.Add("risk", 1).severity = rules::Severity::kRisk;
  const auto findings = bench.Told(Verdict::kSucceeded);
  CHECK(Ids(findings) == std::vector<std::string>{"risk"});
  CHECK_FALSE(findings[0].primary);
}

TEST_CASE("Warnings and risks are never the root cause") {
  Bench bench;
  bench.Add("warning", 1).severity = rules::Severity::kWarning;
  bench.Add("risk", 1).severity = rules::Severity::kRisk;
  for (const auto& finding : bench.Told(Verdict::kFailed)) CHECK_FALSE(finding.primary);
}

TEST_CASE("A general cause stands before warnings and risks") {
  Bench bench;
  bench.Add("warning", 1, 0.9).severity = rules::Severity::kWarning;
  bench.Add("risk", 1, 0.9).severity = rules::Severity::kRisk;
  bench.Add("generic-access-denied", 9, 0.1).category = "generic";
  const auto findings = bench.Told(Verdict::kFailed);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].rule == "generic-access-denied");
  CHECK(findings[0].primary);
}

TEST_CASE("What a person pasted is the failure where a warning rule alone knows it") {
  Bench bench;
  bench.Add("generic-file-missing", 1).category = "generic";
  rules::Rule& check = bench.Add("prereq-warning", 1);
  check.severity = rules::Severity::kWarning;
  check.category = "prerequisites";
  bench.Add("after-update", 2).severity = rules::Severity::kWarning;
  const auto pasted = bench.Told(Verdict::kFailed, true);
  CHECK(pasted[0].rule == "after-update");
  CHECK(pasted[0].primary);
  bench.Add("specific", 3);
  CHECK(bench.Told(Verdict::kFailed, true)[0].rule == "specific");
}

TEST_CASE("A paste that shows no failure has warnings, and none of them is its cause") {
  Bench bench;
  bench.Add("after-update", 2).severity = rules::Severity::kWarning;
  const auto findings = bench.Told(Verdict::kIncomplete, true);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].relation == Relation::kWarning);
}

TEST_CASE("A finding tells when setup is to run again, as its rule says it") {
  for (const diagnosis::Rerun rerun :
       {diagnosis::Rerun::kNow, diagnosis::Rerun::kAfterFix, diagnosis::Rerun::kAfterRestart,
        diagnosis::Rerun::kAfterCleanup}) {
    Bench bench;
    bench.Add("a", 1).rerun = diagnosis::RerunName(rerun);
    CHECK(bench.Told(Verdict::kFailed).at(0).rerun == rerun);
  }
  Bench bench;
  bench.Add("a", 1);
  CHECK(bench.Told(Verdict::kFailed).at(0).rerun == diagnosis::Rerun::kUnknown);
}

TEST_CASE("Facts of the log fill what a rule says where it captured nothing of that name") {
  setuplog::Header header;
  header.server = "EX01";
  header.domain_controller = "dc01";
  header.user = "CONTOSO\\admin";
  header.setup_version = "15.1.2507.6";
  header.installed_version = "15.1.1.1";
  header.organization = "Contoso";
  header.install_directory = "C:\\Exchange";
  header.source_directory = "D:\\";
  CHECK(diagnosis::FactCaptures(header) ==
        diagnosis::Captures{{"server", "EX01"},
                            {"domain_controller", "dc01"},
                            {"user", "CONTOSO\\admin"},
                            {"setup_version", "15.1.2507.6"},
                            {"installed_version", "15.1.1.1"},
                            {"organization", "Contoso"},
                            {"install_directory", "C:\\Exchange"},
                            {"source_directory", "D:\\"}});
}

// What the log does not tell of the server, the shell finds out there and nowhere else.
TEST_CASE("A command for the server itself asks it for its name, one for elsewhere has a gap") {
  Bench bench;
  rules::Rule& rule = bench.Add("rule", 1);
  for (const char* where : {"", "this server", "a domain controller"}) {
    rules::Step& step = rule.steps.emplace_back();
    step.command = "Get-Thing '{{server}}'";
    step.undo = "Undo-Thing '{{server}}'";
    step.shell = "powershell";
    step.where = where;
  }
  rule.steps.emplace_back(rule.steps[0]).shell = "cmd";
  const auto steps = bench.Told(Verdict::kFailed).front().steps;
  REQUIRE(steps.size() == 4);
  for (const size_t local : {0u, 1u}) {
    CHECK(steps[local].command == "Get-Thing $env:COMPUTERNAME");
    CHECK(steps[local].undo == "Undo-Thing $env:COMPUTERNAME");
  }
  for (const size_t elsewhere : {2u, 3u}) {
    CHECK(steps[elsewhere].command.find("COMPUTERNAME") == std::string::npos);
    CHECK(steps[elsewhere].undo.find("COMPUTERNAME") == std::string::npos);
  }
}

TEST_CASE("Of failed checks the first is told first, and groups are one finding with one command") {
  Bench bench;
  bench.Add("reboot", 3, 0.4);
  for (const char* feature : {"Web-Asp-Net45", "NET-WCF-HTTP-Activation45"}) {
    rules::Rule& rule = bench.Add(std::string("prereq-") + feature, 5, 0.9);
    rule.group = "windows-features";
    rule.steps.push_back({"Install it.", std::string("Install-WindowsFeature ") + feature,
                          "powershell", "", "", ""});
  }
  const auto findings = bench.Told(Verdict::kBlocked);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "reboot");
  CHECK(findings[1].rule == "windows-features-missing");
  CHECK(findings[1].members.size() == 2);
  REQUIRE(findings[1].steps.size() == 1);
  CHECK(findings[1].steps[0].command ==
        "Install-WindowsFeature NET-WCF-HTTP-Activation45, Web-Asp-Net45");
}

TEST_CASE("Of more matches than anybody reads the vaguest are dropped, generic ones first") {
  std::deque<rules::Rule> rules;
  std::vector<matching::Match> matches;
  for (int i = 0; i < 400; ++i) {
    rules::Rule& rule = rules.emplace_back();
    rule.id = "rule-" + std::to_string(i);
    rule.category = i < 50 ? "generic" : "iis";
    matching::Match match;
    match.rule = &rule;
    match.specificity = i < 50 ? 0.9 : 0.001 * i;
    matches.push_back(match);
  }
  CHECK(diagnosis::DropVaguest(&matches) == 100);
  REQUIRE(matches.size() == 300);
  CHECK(matches.front().rule->id == "rule-399");
  CHECK(matches.back().rule->id == "rule-100");
  CHECK(diagnosis::DropVaguest(&matches) == 0);
  CHECK(matches.size() == 300);
}
