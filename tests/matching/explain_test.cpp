#include "matching/explain.h"

#include "matching/failed_attempt.h"

using namespace exdiag;
using namespace exdiag::matching;

namespace {

PredicateTrace Explained(const std::string& match, const Subject& subject) {
  const rules::Rule rule = RuleOf(match);
  const rules::RulePack pack({rule});
  return Matcher(pack).Explain(rule, subject);
}

std::string NearestOf(const std::string& predicate, const Subject& subject) {
  const PredicateTrace trace = Explained("{all: [" + predicate + "]}", subject);
  REQUIRE(trace.children.size() == 1);
  CHECK_FALSE(trace.held);
  return trace.children[0].nearest;
}

double SpecificityOf(const std::string& match, const Attempt& attempt) {
  return Find(RuleOf(match), {&attempt, nullptr, nullptr}).at(0).specificity;
}

}  // namespace

TEST_CASE("a trace into the attempt before is on the error that comes nearest there") {
  Attempt before = Failed();
  before.errors.insert(before.errors.begin(),
                       ReportOf({RecordAt(2, "Access is denied", Tag::kError)}));
  const Attempt now;
  const Subject subject{&now, &before, nullptr};
  const PredicateTrace held = Explained(
      "{previous_attempt: {all: [{cmdlet: Install-ExchangeCertificate}, {error: expired}]}}",
      subject);
  CHECK(held.held);
  REQUIRE(held.children.size() == 1);
  CHECK(held.children[0].held);
  REQUIRE(held.children[0].children.size() == 2);
  CHECK(held.children[0].children[0].evidence.at(0).line == 11);
  const PredicateTrace missed = Explained("{previous_attempt: {cmdlet: Get-X}}", subject);
  CHECK_FALSE(missed.held);
  CHECK_FALSE(missed.children.at(0).held);
}

TEST_CASE("a trace into an attempt before that has no error says so") {
  const Attempt before, now;
  const PredicateTrace trace =
      Explained("{previous_attempt: {cmdlet: Get-X}}", {&now, &before, nullptr});
  CHECK(trace.children.at(0).nearest == "the attempt has no fatal error");
}

TEST_CASE("of several errors the trace is of the one on which most holds") {
  Attempt attempt = Failed();
  attempt.errors.insert(attempt.errors.begin(),
                        ReportOf({RecordAt(2, "Access is denied", Tag::kError)}));
  attempt.errors.push_back(ReportOf({RecordAt(90, "Access was denied", Tag::kError)}));
  const Subject subject{&attempt, nullptr, nullptr};
  const PredicateTrace held =
      Explained("{all: [{error: 'is expired'}, {cmdlet: Install-ExchangeCertificate}]}", subject);
  CHECK(held.held);
  const PredicateTrace part = Explained(
      "{all: [{error: 'is expired'}, {cmdlet: Get-X}, {exception: CryptographicException}]}",
      subject);
  CHECK_FALSE(part.held);
  CHECK(HeldIn(part) == 2);
  CHECK(part.children.at(1).nearest == "Install-ExchangeCertificate");
}

TEST_CASE("of several errors on which a rule holds the one with most proofs is traced") {
  Attempt attempt = Failed();
  attempt.errors.insert(attempt.errors.begin(),
                        ReportOf({RecordAt(2, "The other one is expired", Tag::kError)}));
  attempt.errors.push_back(ReportOf({RecordAt(90, "This one is expired", Tag::kError)}));
  const PredicateTrace trace =
      Explained("{any: [{error: 'is expired'}, {cmdlet: Install-ExchangeCertificate}]}",
                {&attempt, nullptr, nullptr});
  CHECK(trace.held);
  CHECK(HeldIn(trace) == 3);
}

TEST_CASE("codes of companion logs are what is there, with an error and without") {
  std::vector<companion::CompanionLog> companions(2);
  for (auto& log : companions) log.codes = {"1612"};
  const Attempt attempt = Failed();
  CHECK(NearestOf("{code: 1603}", {&attempt, nullptr, &companions}) == "0x80090010, 1612");
  CHECK(NearestOf("{code: 1603}", {nullptr, nullptr, &companions}) == "1612");
}

TEST_CASE("a role that failed is told where another is asked for") {
  Attempt attempt = Failed();
  attempt.errors[0].role = "Mailbox role: Transport service";
  CHECK(NearestOf("{role: 'Client Access'}", {&attempt, nullptr, nullptr}) ==
        "Mailbox role: Transport service");
}

TEST_CASE("a missing component is not told as an empty name") {
  Attempt attempt = Failed();
  attempt.errors[0].component = "Transport";
  CHECK(NearestOf("{component: Other}", {&attempt, nullptr, nullptr}) ==
        "BridgeheadComponent___1f5e3d3f, Transport");
  attempt.errors[0].reference_id.clear();
  CHECK(NearestOf("{component: Other}", {&attempt, nullptr, nullptr}) == "Transport");
}

TEST_CASE("words of any script count, each once, short ones not at all") {
  Attempt attempt;
  attempt.notable = {RecordAt(1, "die Überprüfung der Überprüfung ist in Arbeit"),
                     RecordAt(2, "in of to is")};
  const Subject subject{&attempt, nullptr, nullptr};
  CHECK(NearestOf("{message: 'Überprüfung der Überprüfung ist zu Ende'}", subject)
            .starts_with("Überprüfung der"));
  CHECK(NearestOf("{message: 'in of to is at'}", subject).empty());
}

TEST_CASE("a word that stands everywhere does not keep the search for the nearest place busy") {
  Attempt attempt;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "certificate ";
  attempt.notable = {RecordAt(1, text + "revoked")};
  const std::string nearest =
      NearestOf("{message: 'certificate revoked yesterday'}", {&attempt, nullptr, nullptr});
  CHECK(nearest.starts_with("certificate certificate"));
  CHECK(nearest.size() <= 203);
}

TEST_CASE("a role and a task say less of a failure than a cmdlet does") {
  const Attempt attempt = Failed();
  const double cmdlet = SpecificityOf("{cmdlet: Install-ExchangeCertificate}", attempt);
  const double task = SpecificityOf("{task: 'Install-BridgeheadRole'}", attempt);
  const double role = SpecificityOf("{role: 'Transport service'}", attempt);
  CHECK(cmdlet > task);
  CHECK(task > role);
  CHECK(role > 0);
}
