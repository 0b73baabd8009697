// What is told of a predicate that does not hold, for each kind of predicate.

#include <catch2/catch.hpp>

#include "matching/explain.h"
#include "matching/facts.h"
#include "matching/matcher.h"
#include "matching/names.h"
#include "rules/rule_file.h"
#include "setuplog/ascii_case.h"
#include "setuplog/log_parser.h"

using namespace exdiag;
using matching::PredicateTrace;

namespace {

constexpr std::string_view kLog =
    "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\n"
    "[03/10/2026 17:00:00.0001] [0] Setup version: 15.1.2507.6.\n"
    "[03/10/2026 17:00:00.0002] [0] Logged on user: CONTOSO\\admin.\n"
    "[03/10/2026 17:00:00.0002] [0] Command Line Parameter Name='mode', Value='Upgrade'.\n"
    "[03/10/2026 17:00:01.0000] [0] Evaluated [Setting:RebootPending] [HasException:False] "
    "[Value:\"True\"] [ParentValue:\"<NULL>\"] [Thread:1] [Duration:00:00:00]\n"
    "[03/10/2026 17:00:01.0000] [1] [RECOMENDED] The forest functional level is low.\n"
    "[03/10/2026 17:00:02.0000] [1] Setup will run the task 'install-bridgeheadrole'\n"
    "[03/10/2026 17:00:02.0000] [1] Executing: $error.Clear(); Install-ExchangeCertificate\n"
    "[03/10/2026 17:01:00.0000] [1] [ERROR] The following error was generated when "
    "\"$error.Clear();\n"
    "  Install-ExchangeCertificate -services 'IIS'\n"
    "\" was run: \"System.Security.Cryptography.CryptographicException (0x80090010): The "
    "certificate\n"
    "  is expired.\".\n"
    "[03/10/2026 17:01:00.0000] [1] [ERROR] The certificate is expired.\n"
    "[03/10/2026 17:01:00.0001] [1] [ERROR-REFERENCE] Id=BridgeheadComponent___1f5e3d3f "
    "Component=EXCHANGE14:\\Current\n"
    "[03/10/2026 17:01:00.0002] [1] Setup is stopping now because of one or more critical errors.\n"
    "[03/10/2026 17:01:00.0003] [0] The Exchange Server setup operation didn't complete.\n";

// The trace of the one predicate under `all`.
PredicateTrace TraceOf(const std::string& predicate, const matching::Subject& subject) {
  auto parsed = rules::ParseRule(
      "id: a\ntitle: T\ncategory: iis\nseverity: error\ncause: C.\nsteps: [{text: S.}]\nmatch: "
      "{all: [" +
          predicate + "]}\n",
      "x.yaml");
  for (const auto& problem : parsed.problems) FAIL(rules::FormatProblem(problem, ""));
  const rules::RulePack pack({*parsed.rule});
  const auto trace = matching::Matcher(pack).Explain(pack.rules().front(), subject);
  REQUIRE(trace.children.size() == 1);
  return trace.children.front();
}

std::string NearestOf(const std::string& predicate) {
  static const setuplog::SetupLog log = setuplog::ParseLog(kLog);
  const PredicateTrace trace = TraceOf(predicate, {&log.attempts.front(), nullptr, nullptr});
  CHECK_FALSE(trace.held);
  return trace.nearest;
}

}  // namespace

TEST_CASE("the text with most words of a pattern is nearest to it") {
  CHECK(NearestOf("{error: 'The certificate (?P<what>was|is) revoked yesterday'}")
            .find("certificate") != std::string::npos);
  CHECK(NearestOf("{message: 'forest functional level is [hH]igh enough'}")
            .starts_with("forest functional level is low"));
  CHECK(NearestOf("{message: '\\bforest\\b functional level is high'}")
            .starts_with("forest functional level is low"));
  CHECK(NearestOf("{error: 'something completely different of no kind'}").empty());
  CHECK(NearestOf("{script: 'Install-ExchangeCertificate -services POP'}")
            .find("Install-ExchangeCertificate") != std::string::npos);
  CHECK(NearestOf("{script: 'zzzzzz qqqqqq'}").find("error.Clear") != std::string::npos);
}

TEST_CASE("of a word that a text repeats the first twenty places are tried") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "alpha" + std::string(300, '.') + ' ';
  setuplog::Attempt attempt;
  attempt.notable.emplace_back().text = text + "alpha beta gamma";
  CHECK(TraceOf("{message: 'alpha beta gamma delta'}", {&attempt, nullptr, nullptr})
            .nearest.starts_with("beta gamma"));
}

TEST_CASE("names that are there stand for one that is not") {
  CHECK(NearestOf("{cmdlet: Get-Mailbox}").find("Install-ExchangeCertificate") !=
        std::string::npos);
  CHECK(NearestOf("{exception: System.TimeoutException}").find("CryptographicException (0x8009") !=
        std::string::npos);
  CHECK(NearestOf("{exception: {type: CryptographicException, message: 'was revoked'}}")
            .find(": The certificate") != std::string::npos);
  CHECK(NearestOf("{component: MailboxComponent}").starts_with("BridgeheadComponent___1f5e3d3f"));
  CHECK(NearestOf("{task: 'install-mailboxrole'}") == "install-bridgeheadrole");
  CHECK(NearestOf("{code: 1603}").find("0x80090010") != std::string::npos);
  CHECK(NearestOf("{setting: {name: RebootPending, value: 'False'}}") == "True");
  CHECK(NearestOf("{setting: {name: NoSuchSetting, value: 'False'}}").empty());
  CHECK(NearestOf("{fact: {name: mode, value: 'Install'}}") == "Upgrade");
  CHECK(NearestOf("{file: {kind: msi, pattern: 'Return value 3'}}").empty());
}

TEST_CASE("without an error, an attempt or an earlier attempt that is what is told") {
  const setuplog::SetupLog log = setuplog::ParseLog(kLog.substr(0, kLog.find("[03/10/2026 17:01")));
  const matching::Subject cut{&log.attempts.front(), nullptr, nullptr};
  CHECK(TraceOf("{cmdlet: Get-Mailbox}", cut).nearest == "the attempt has no fatal error");
  CHECK(TraceOf("{previous_attempt: {cmdlet: Get-Mailbox}}", cut).nearest ==
        "there is no attempt before this one in the log");
  CHECK(TraceOf("{cmdlet: Get-Mailbox}", {}).nearest.empty());
  CHECK(TraceOf("{fact: {name: mode, value: 'Install'}}", {}).nearest.empty());
}

TEST_CASE("a check of the wanted name is told with its message, else those that failed") {
  setuplog::Attempt attempt;
  for (int i = 0; i < 14; ++i) {
    setuplog::PrerequisiteCheck check;
    check.rule = "Check" + std::to_string(i);
    check.message = "message " + std::to_string(i);
    attempt.prerequisites.push_back(check);
  }
  const matching::Subject subject{&attempt, nullptr, nullptr};
  CHECK(TraceOf("{prerequisite: {name: Check3, severity: warning}}", subject).nearest ==
        "Check3: message 3");
  const std::string others = TraceOf("{prerequisite: Missing}", subject).nearest;
  CHECK(others.starts_with("Check0, Check1, "));
  CHECK(others.ends_with("Check11, …"));
  CHECK(TraceOf("{prerequisite: {message: 'message seventeen'}}", subject)
            .nearest.starts_with("message"));
}

TEST_CASE("a predicate in one line has all that it asks for") {
  rules::Predicate predicate;
  predicate.kind = rules::Predicate::Kind::kException;
  predicate.names = {"A", "B"};
  predicate.pattern = "x+";
  predicate.hresult = "0x5";
  predicate.severity = "error";
  CHECK(matching::InOneLine(predicate) == "exception: A, B 'x+' hresult 0x5 severity error");
  predicate.kind = rules::Predicate::Kind::kNot;
  CHECK(matching::InOneLine(predicate) == "not");
}

TEST_CASE("predicates that held are counted through the tree") {
  PredicateTrace trace;
  trace.held = true;
  trace.children.resize(3);
  trace.children[1].held = true;
  trace.children[1].children.resize(1);
  trace.children[1].children[0].held = true;
  CHECK(matching::HeldIn(trace) == 3);
}

TEST_CASE("names are compared without case and as ends of dotted types only") {
  CHECK(setuplog::SameName("Get-X", "gET-x"));
  CHECK_FALSE(setuplog::SameName("Get-X", "Get-XY"));
  CHECK(matching::IsTypeOrItsEnd("System.Exception", "exception"));
  CHECK_FALSE(matching::IsTypeOrItsEnd("SystemException", "exception"));
  CHECK_FALSE(matching::IsTypeOrItsEnd("Exception", ""));
  CHECK_FALSE(matching::IsTypeOrItsEnd("x", "Exception"));
  CHECK(matching::IsComponent("A___1f", "a"));
  CHECK(matching::IsComponent("A___1f", "A___1f"));
  CHECK_FALSE(matching::IsComponent("", ""));
  CHECK_FALSE(matching::IsComponent("AB___1f", "A"));
}

TEST_CASE("the product line comes from the version, else from the name") {
  setuplog::Attempt attempt;
  CHECK(matching::ProductLineOf(attempt).empty());
  attempt.header.product = "Exchange Server Subscription Edition";
  CHECK(matching::ProductLineOf(attempt) == "SE");
  attempt.header.product = "Exchange Server 2010";
  CHECK(matching::ProductLineOf(attempt) == "2010");
  attempt.header.setup_version = "15.2.1118.7";
  CHECK(matching::ProductLineOf(attempt) == "2019");
  CHECK(matching::FactValues(attempt, "no-such-fact").empty());
  CHECK(matching::FactValues(attempt, "update") == std::vector<std::string>{"CU12"});
  attempt.header.roles = {"MailboxRole", "BridgeheadRole"};
  CHECK(matching::FactValues(attempt, "roles").size() == 2);
  CHECK(matching::FactValues(attempt, "certificate_days_left").empty());
}
