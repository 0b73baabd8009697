// Predicates one by one, where they have little to go by.

#include "matching/facts.h"
#include "matching/failed_attempt.h"

using namespace exdiag;
using namespace exdiag::matching;

namespace {

constexpr int64_t kDay = 86400000;

std::vector<Evidence> EvidenceOf(const std::string& match, const Subject& subject) {
  const auto found = Find(RuleOf(match), subject);
  REQUIRE(found.size() == 1);
  return found[0].evidence;
}

std::string FactOf(const Attempt& attempt, std::string_view name) {
  const auto values = FactValues(attempt, name);
  return values.empty() ? "" : values.front();
}

}  // namespace

TEST_CASE("without an error nothing that asks about one holds") {
  Attempt attempt = Failed();
  attempt.errors.clear();
  for (const char* match :
       {"{error: 'certificate'}", "{script: 'IIS'}", "{role: 'Transport'}", "{task: 'Install'}",
        "{component: BridgeheadComponent}", "{code: 0x80090010}", "{cmdlet: Get-X}",
        "{exception: {message: 'certificate'}}", "{exception: CryptographicException}"}) {
    CAPTURE(match);
    CHECK_FALSE(Holds(match, attempt));
  }
}

TEST_CASE("a role is the one that setup shows, else that of the task") {
  Attempt attempt = Failed();
  CHECK(Holds("{role: 'Transport service'}", attempt));
  CHECK_FALSE(Holds("{role: 'Client Access'}", attempt));
  attempt.errors[0].role = "Postfachrolle: Clientzugriffsdienst";
  CHECK(Holds("{role: 'Clientzugriff'}", attempt));
  CHECK(Holds("{role: 'Transport service'}", attempt));
  attempt.errors[0].task = "no-such-task";
  CHECK_FALSE(Holds("{role: 'Transport service'}", attempt));
}

TEST_CASE("a task is asked by its name, and the error is its evidence") {
  const Attempt attempt = Failed();
  CHECK(Holds("{task: '^install-bridgehead'}", attempt));
  CHECK_FALSE(Holds("{task: 'install-mailbox'}", attempt));
  CHECK(EvidenceOf("{task: 'install-bridgehead'}", {&attempt, nullptr, nullptr}).at(0).line == 10);
}

TEST_CASE("a component is also the one that was being processed") {
  Attempt attempt = Failed();
  attempt.errors[0].component = "Transport Server Role";
  CHECK(Holds("{component: transport server role}", attempt));
  attempt.errors[0].reference_id.clear();
  CHECK(Holds("{component: Transport Server Role}", attempt));
  CHECK_FALSE(Holds("{component: Transport}", attempt));
}

TEST_CASE("an exception without a code has none that is asked for") {
  Attempt attempt = Failed();
  attempt.errors[0].exceptions[0].hresult.clear();
  CHECK_FALSE(Holds("{exception: {type: CryptographicException, hresult: 0x80090010}}", attempt));
  CHECK(Holds("{exception: {type: CryptographicException}}", attempt));
}

TEST_CASE("an exception whose type stands in none of the lines has its own message alone") {
  Attempt attempt = Failed();
  attempt.errors[0].exceptions = {{"System.IO.IOException", "disk is full", "", 12},
                                  {"", "disk is broken", "", 13}};
  CHECK(Holds("{exception: {type: IOException, message: 'disk is full'}}", attempt));
  CHECK_FALSE(Holds("{exception: {type: IOException, message: 'certificate'}}", attempt));
  CHECK(Holds("{exception: {message: 'disk is broken'}}", attempt));
}

TEST_CASE("a code of an exception that no line spells is told by the error's first line") {
  Attempt attempt = Failed();
  attempt.errors[0].exceptions[0].hresult = "0x80070005";
  const auto evidence = EvidenceOf("{code: 5}", {&attempt, nullptr, nullptr});
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].line == 10);
}

TEST_CASE("a script that was logged only where it was started has the error as its evidence") {
  Attempt attempt = Failed();
  attempt.errors[0].script += "\nSet-Something -Quietly";
  const auto evidence =
      EvidenceOf("{script: 'Set-Something -Quietly'}", {&attempt, nullptr, nullptr});
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].line == 10);
  CHECK(EvidenceOf("{script: 'services ''IIS'''}", {&attempt, nullptr, nullptr}).at(0).line == 11);
}

TEST_CASE("a code of a companion log is told by its record, else by the line of its failure") {
  std::vector<companion::CompanionLog> companions(3);
  companions[0].path = "first.log";
  companions[0].codes = {"1603", ""};
  companions[0].failure_message = "It failed.";
  companions[0].failure_line = 8;
  companions[1].path = "second.log";
  companions[1].codes = {"0x643", "1612"};
  companions[1].records = {RecordAt(4, "nothing"), RecordAt(5, "Error 1612 it is")};
  const Subject subject{nullptr, nullptr, &companions};
  const auto first = EvidenceOf("{code: 1603}", subject);
  REQUIRE(first.size() == 1);
  CHECK(first[0].path == "first.log");
  CHECK(first[0].line == 8);
  CHECK(first[0].text == "It failed.");
  const auto second = EvidenceOf("{code: 1612}", subject);
  CHECK(second.at(0).line == 5);
  CHECK(second.at(0).found == "1612");
}

TEST_CASE(
    "a check with the text and not the name, and one with the name and not the text, are none") {
  Attempt attempt;
  attempt.prerequisites = {
      {"One", "The disk is nearly full", "", setuplog::Severity::kError, 5, "x", false},
      {"Two", "Now: The disk is nearly full", "", setuplog::Severity::kError, 6, "y", false}};
  CHECK(Holds("{prerequisite: {name: One, message: '^The disk is nearly'}}", attempt));
  CHECK_FALSE(Holds("{prerequisite: {name: Two, message: '^The disk is nearly'}}", attempt));
}

TEST_CASE("of checks with one text the one that is asked for is told, wherever it stands") {
  Attempt attempt;
  attempt.prerequisites = {
      {"One", "The disk is nearly full", "", setuplog::Severity::kError, 5, "x", false},
      {"Two", "The disk is nearly full", "", setuplog::Severity::kError, 6, "y", false}};
  const auto evidence = EvidenceOf("{prerequisite: {name: Two, message: 'disk is nearly full'}}",
                                   {&attempt, nullptr, nullptr});
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].line == 6);
}

TEST_CASE("a check that is asked for by its name alone is told by its line") {
  Attempt attempt;
  attempt.prerequisites = {{"One", "x", "", setuplog::Severity::kError, 5, "x", false},
                           {"Two", "y", "", setuplog::Severity::kError, 6, "y", false}};
  const auto evidence = EvidenceOf("{prerequisite: Two}", {&attempt, nullptr, nullptr});
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].line == 6);
}

TEST_CASE("a setting is told by the line that evaluated it") {
  Attempt attempt;
  attempt.settings.resize(2);
  attempt.settings[0] = {"RebootPending", "False", 5, "Evaluated [Setting:RebootPending] False"};
  attempt.settings[1] = {"RebootPending", "True", 6, "Evaluated [Setting:RebootPending] True"};
  const auto evidence =
      EvidenceOf("{setting: {name: RebootPending, value: '^True$'}}", {&attempt, nullptr, nullptr});
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].line == 6);
  CHECK(evidence[0].found == "True");
}

TEST_CASE("an update that is not known by its build is that of the builds around it") {
  Attempt attempt;
  attempt.header.setup_version = "15.1.2507.999";
  CHECK(FactOf(attempt, "update") == "CU23");
  attempt.header.setup_version = "99.1.1.1";
  CHECK(FactOf(attempt, "update").empty());
}

TEST_CASE("days left count from the start where an attempt has no end, and from nowhere else") {
  Attempt attempt;
  attempt.certificates = {{"CN=a", "soon", setuplog::Timestamp{110 * kDay}, 4},
                          {"CN=b", "later", setuplog::Timestamp{120 * kDay}, 5}};
  CHECK(FactOf(attempt, "certificate_days_left").empty());
  attempt.started = setuplog::Timestamp{100 * kDay};
  CHECK(FactOf(attempt, "certificate_days_left") == "10");
  attempt.ended = setuplog::Timestamp{105 * kDay};
  CHECK(FactOf(attempt, "certificate_days_left") == "5");
}

TEST_CASE("a certificate is told by its record, else by what is known of it") {
  Attempt attempt;
  attempt.ended = setuplog::Timestamp{100 * kDay};
  attempt.certificates = {{"CN=a", "soon", setuplog::Timestamp{110 * kDay}, 4}};
  const std::string match = "{fact: {name: certificate_days_left, value: '^10$'}}";
  CHECK(EvidenceOf(match, {&attempt, nullptr, nullptr}).at(0).text == "CN=a: soon");
  attempt.notable = {RecordAt(3, "other"), RecordAt(4, "Certificate is valid until soon.")};
  CHECK(EvidenceOf(match, {&attempt, nullptr, nullptr}).at(0).text ==
        "Certificate is valid until soon.");
}

TEST_CASE("of hundreds of fatal errors the first are asked") {
  Attempt attempt;
  for (int i = 0; i < 100; ++i) {
    attempt.errors.push_back(
        ReportOf({RecordAt(i + 1, "Trouble number " + std::to_string(i) + "!")}));
  }
  CHECK(Holds("{error: 'Trouble number 63!'}", attempt));
  CHECK_FALSE(Holds("{error: 'Trouble number 64!'}", attempt));
}

TEST_CASE("an error without records is asked nothing") {
  Attempt attempt = Failed();
  attempt.errors[0].records.clear();
  CHECK_FALSE(Holds("{cmdlet: Install-ExchangeCertificate}", attempt));
}
