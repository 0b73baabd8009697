// The captures and lines that a rule which holds comes with.

#include "matching/failed_attempt.h"

using namespace exdiag;
using namespace exdiag::matching;

TEST_CASE("captures come from what held, then from the look-ups, and the first value stays") {
  const Attempt attempt = Failed();
  const auto found = Find(
      RuleOf(
          "{any: [{error: 'no such (?P<subject>thing)'}, {error: 'The (?P<what>certificate) is'}]}",
          "capture:\n  - message: 'for site ''(?P<subject>[^'']{1,99})'\n"
          "  - message: 'Error (?P<what>code)'\n  - error: 'not (?P<missing>there)'\n"),
      {&attempt, nullptr, nullptr});
  REQUIRE(found.size() == 1);
  CHECK(found[0].captures == std::map<std::string, std::string>{{"subject", "CN=mail.contoso.com"},
                                                                {"what", "certificate"}});
}

TEST_CASE("a look-up prefers the error on which the rule holds") {
  Attempt attempt = Failed();
  ErrorReport second = ReportOf({RecordAt(30, "Access is denied on object 'CN=b'", Tag::kError)});
  ErrorReport first = ReportOf({RecordAt(5, "Something failed on object 'CN=a'", Tag::kError)});
  attempt.errors = {first, second};
  attempt.notable = {first.records[0], second.records[0]};
  for (const char* kind : {"error", "message"}) {
    const auto found =
        Find(RuleOf("{error: 'access is denied'}",
                    "capture: [{" + std::string(kind) + ": 'object ''(?P<object>[^'']+)'}]\n"),
             {&attempt, nullptr, nullptr});
    REQUIRE(found.size() == 1);
    CHECK(found[0].captures.at("object") == "CN=b");
  }
}

TEST_CASE(
    "evidence is the line of the log with the part that was found, in the order of the file") {
  const Attempt attempt = Failed();
  const auto found = Find(
      RuleOf("{all: [{message: 'certificate is valid'}, {cmdlet: Install-ExchangeCertificate}, "
             "{error: 'is expired'}, {component: BridgeheadComponent}]}"),
      {&attempt, nullptr, nullptr});
  REQUIRE(found.size() == 1);
  const auto& evidence = found[0].evidence;
  REQUIRE(evidence.size() == 4);
  CHECK(evidence[0].line == 3);
  CHECK(evidence[0].found == "Certificate is valid");
  CHECK(evidence[1].line == 11);
  CHECK(evidence[1].text == "  Install-ExchangeCertificate -services 'IIS'");
  CHECK(evidence[1].found == "Install-ExchangeCertificate");
  CHECK(evidence[2].line == 13);
  CHECK(evidence[2].text == " is expired.");
  CHECK(evidence[3].line == 17);
}

TEST_CASE("what was found across a line break is kept as far as its first line goes") {
  const Attempt attempt = Failed();
  const auto found = Find(RuleOf("{error: '0x80090010\\): The certificate is expired'}"),
                          {&attempt, nullptr, nullptr});
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence[0].line == 12);
  CHECK(found[0].evidence[0].found == "0x80090010): The certificate");
}

TEST_CASE("evidence has at most five lines, each once, and cuts long ones around what was found") {
  Attempt attempt = Failed();
  attempt.notable.push_back(
      RecordAt(50, std::string(5000, 'a') + " needle-in-hay " + std::string(5000, 'b')));
  std::string all =
      "{all: [{message: 'needle-in-hay'}, {error: 'certificate'}, {error: 'the certificate'}";
  for (const char* part :
       {"services", "the following", "at Microsoft", "Id=Bridge", "was run", "EXCHANGE14"}) {
    all += ", {error: '" + std::string(part) + "'}";
  }
  const auto found = Find(RuleOf(all + "]}"), {&attempt, nullptr, nullptr});
  REQUIRE(found.size() == 1);
  const auto& evidence = found[0].evidence;
  REQUIRE(evidence.size() == 5);
  CHECK(evidence.back().line == 50);
  CHECK(evidence.back().text.size() <= 2000);
  CHECK(evidence.back().found == "needle-in-hay");
  CHECK(evidence.back().text.find("needle-in-hay") != std::string::npos);
}
