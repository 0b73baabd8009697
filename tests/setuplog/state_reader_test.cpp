#include "setuplog/state_reader.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

Record RecordOf(std::string text) {
  Record record;
  record.line = 7;
  record.text = std::move(text);
  return record;
}

std::optional<StateChange> ChangeIn(const std::string& text) {
  return StateChangeIn(RecordOf(text));
}

std::string NameIn(const std::string& text) {
  const auto change = ChangeIn(text);
  return change ? change->name : "";
}

std::string ExpiryOf(const std::string& until) {
  const auto certificate =
      CertificateIn(RecordOf("Certificate is valid from 1/2/2024 1:00:00 AM until " + until));
  REQUIRE(certificate);
  return certificate->expires ? IsoText(*certificate->expires).substr(0, 10) : "";
}

}  // namespace

TEST_CASE("what setup does to a service is a change of that service") {
  const auto disabled = ChangeIn("[ServiceControl.ps1] Disabling service 'MSExchangeIS'.\nmore");
  REQUIRE(disabled);
  CHECK(disabled->kind == StateChange::Kind::kServiceDisabled);
  CHECK(disabled->name == "MSExchangeIS");
  CHECK(disabled->line == 7);
  CHECK(disabled->text == "[ServiceControl.ps1] Disabling service 'MSExchangeIS'.");
  CHECK(ChangeIn("Stopping service 'W3SVC'.")->kind == StateChange::Kind::kServiceStopped);
  CHECK(ChangeIn("Killing instead of Stopping 'W3SVC'.")->kind ==
        StateChange::Kind::kServiceStopped);
  CHECK(ChangeIn("Enabling service 'W3SVC'.")->kind == StateChange::Kind::kServiceRestored);
  CHECK(ChangeIn("Starting service 'W3SVC'.")->kind == StateChange::Kind::kServiceRestored);
}

TEST_CASE("a sentence that speaks of a service further on is no change") {
  CHECK_FALSE(ChangeIn("It is not known why setup saw fit to begin Stopping service 'W3SVC' now."));
  CHECK_FALSE(ChangeIn("Stopping service 'W3SVC"));
  CHECK_FALSE(ChangeIn("Stopping service '" + std::string(250, 'x') + "'."));
  CHECK_FALSE(ChangeIn("Looking at service 'W3SVC'."));
  CHECK_FALSE(ChangeIn(std::string(80, 'x') + "Stopping service 'W3SVC'."));
  CHECK_FALSE(ChangeIn("no quote at all"));
}

TEST_CASE("a server component becomes active or inactive, by what was found or was asked for") {
  const auto found = ChangeIn("Component:[ServerWideOffline] State:[Inactive]");
  REQUIRE(found);
  CHECK(found->kind == StateChange::Kind::kComponentInactive);
  CHECK(found->name == "ServerWideOffline");
  CHECK(ChangeIn("Component:[HubTransport] State:[Active]")->kind ==
        StateChange::Kind::kComponentActive);
  const auto asked = ComponentStateIn("-Component:'Monitoring' -State:'Inactive'", 9);
  REQUIRE(asked);
  CHECK(asked->line == 9);
  CHECK(asked->name == "Monitoring");
  CHECK_FALSE(ComponentStateIn("-Component:'Monitoring'", 9));
  CHECK_FALSE(ComponentStateIn("-State:'Inactive'", 9));
  CHECK(NameIn("Component:[" + std::string(101, 'x') + "] State:[Active]").empty());
  CHECK(NameIn("Component:[" + std::string(100, 'x') + "] State:[Active]").size() == 100);
}

TEST_CASE("a certificate is told with its site and the day of its end") {
  const auto certificate = CertificateIn(
      RecordOf("Reading for site 'CN=mail.contoso.com': certificate is valid from 1/2/2024 1:00:00 "
               "AM until 3/1/2026 11:59:59 PM.\nMore"));
  REQUIRE(certificate);
  CHECK(certificate->subject == "CN=mail.contoso.com");
  CHECK(certificate->valid_until == "3/1/2026 11:59:59 PM");
  REQUIRE(certificate->expires);
  CHECK(IsoText(*certificate->expires) == "2026-03-01T23:59:59.000Z");
}

TEST_CASE("the day of an end is read in the forms of several countries") {
  CHECK(ExpiryOf("3/1/2026 11:59:59 PM.") == "2026-03-01");
  CHECK(ExpiryOf("31.12.2026 23:59:59") == "2026-12-31");
  CHECK(ExpiryOf("2026-05-01 23:59:59") == "2026-05-01");
  CHECK(ExpiryOf("2026-13-45").empty());
  CHECK(ExpiryOf("the end of days").empty());
  CHECK(ExpiryOf(". .").empty());
}

TEST_CASE("without its end in the same sentence a certificate says nothing") {
  CHECK_FALSE(CertificateIn(RecordOf("Certificate is valid from 1/2/2024 on.")));
  CHECK_FALSE(CertificateIn(
      RecordOf("Certificate is valid from 1/2/2024" + std::string(200, ' ') + " until 3/1/2026")));
  CHECK_FALSE(CertificateIn(RecordOf("A certificate until 3/1/2026")));
}
