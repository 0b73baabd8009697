#include "matching/matcher.h"

#include "matching/failed_attempt.h"

using namespace exdiag;
using namespace exdiag::matching;

TEST_CASE("a pattern is found across line breaks and blanks, in any case") {
  CHECK(Holds("{error: 'THE CERTIFICATE IS EXPIRED'}", Failed()));
  CHECK_FALSE(Holds("{error: 'certificate was revoked'}", Failed()));
}

TEST_CASE("a pattern may span the records of an error, but not those of the attempt") {
  CHECK(Holds("{error: 'is expired\\. Id=Bridgehead'}", Failed()));
  CHECK_FALSE(Holds("{message: 'is expired\\. Id=Bridgehead'}", Failed()));
}

TEST_CASE("errors that setup survived are no evidence for error, but for message") {
  for (const auto fate : {ErrorReport::Fate::kNonCritical, ErrorReport::Fate::kRestore,
                          ErrorReport::Fate::kSurvived}) {
    Attempt attempt = Failed();
    attempt.errors[0].fate = fate;
    CHECK_FALSE(Holds("{error: 'certificate is expired'}", attempt));
    CHECK_FALSE(Holds("{exception: CryptographicException}", attempt));
    CHECK_FALSE(Holds("{cmdlet: Install-ExchangeCertificate}", attempt));
    CHECK(Holds("{message: 'certificate is expired'}", attempt));
  }
}

TEST_CASE("an exception is named in full or by its last dotted parts") {
  CHECK(Holds("{exception: cryptographicexception}", Failed()));
  CHECK(Holds("{exception: Cryptography.CryptographicException}", Failed()));
  CHECK(Holds("{exception: System.Security.Cryptography.CryptographicException}", Failed()));
  CHECK_FALSE(Holds("{exception: Exception}", Failed()));
  CHECK_FALSE(Holds("{exception: graphicException}", Failed()));
  CHECK_FALSE(
      Holds("{exception: X.System.Security.Cryptography.CryptographicException}", Failed()));
}

TEST_CASE("type, message and code must be those of the same exception") {
  Attempt attempt = Failed();
  attempt.errors[0].exceptions.push_back(
      {"System.IO.IOException", "disk is full", "0x80070070", 13});
  CHECK(Holds("{exception: {type: IOException, message: 'disk is full', hresult: 112}}", attempt));
  CHECK(Holds("{exception: {type: CryptographicException, hresult: -2146893808}}", attempt));
  CHECK_FALSE(
      Holds("{exception: {type: CryptographicException, message: 'disk is full'}}", attempt));
  CHECK_FALSE(Holds("{exception: {type: IOException, hresult: 0x80090010}}", attempt));
  CHECK(Holds("{exception: {hresult: 0x80070070}}", attempt));
}

TEST_CASE("an exception's message may go on behind a line break") {
  CHECK(Holds("{exception: {type: CryptographicException, message: 'certificate is expired'}}",
              Failed()));
  CHECK_FALSE(
      Holds("{exception: {type: CryptographicException, message: 'at Microsoft\\.X'}}", Failed()));
}

TEST_CASE("a component is named by its id or by the part before the underscores") {
  CHECK(Holds("{component: bridgeheadcomponent}", Failed()));
  CHECK(Holds("{component: BridgeheadComponent___1f5e3d3f}", Failed()));
  CHECK_FALSE(Holds("{component: Bridgehead}", Failed()));
  Attempt old = Failed();
  old.errors[0].reference_id = "1234";
  CHECK(Holds("{component: 1234}", old));
  old.errors[0].reference_id.clear();
  CHECK_FALSE(Holds("{component: BridgeheadComponent}", old));
}

TEST_CASE("names may come in lists, without case") {
  CHECK(Holds("{cmdlet: [Get-X, install-exchangecertificate]}", Failed()));
  CHECK_FALSE(Holds("{cmdlet: [Get-X, Install-Exchange]}", Failed()));
}

TEST_CASE("a code is the same in all spellings, and counts in fatal errors only") {
  CHECK(Holds("{code: 0x80090010}", Failed()));
  CHECK(Holds("{code: [1, -2146893808]}", Failed()));
  CHECK_FALSE(Holds("{code: 1603}", Failed()));  // stands in another record
}

TEST_CASE("predicates on an error must hold on the same error, others anywhere") {
  Attempt attempt = Failed();
  ErrorReport second = ReportOf({RecordAt(30, "Access is denied", Tag::kError)});
  second.cmdlets = {"Set-Something"};
  attempt.errors.push_back(second);
  CHECK(Holds("{all: [{error: 'access is denied'}, {cmdlet: Set-Something}]}", attempt));
  CHECK_FALSE(Holds("{all: [{error: 'access is denied'}, {cmdlet: Install-ExchangeCertificate}]}",
                    attempt));
  CHECK(
      Holds("{all: [{error: 'access is denied'}, {message: 'certificate is expired'}]}", attempt));
  CHECK(Holds("{all: [{error: 'access is denied'}, {not: {exception: CryptographicException}}]}",
              attempt));
}

TEST_CASE("without a fatal error the attempt itself is asked") {
  Attempt attempt = Failed();
  attempt.errors.clear();
  CHECK(Holds("{message: 'certificate is expired'}", attempt));
  CHECK(Holds("{not: {error: 'certificate is expired'}}", attempt));
  CHECK_FALSE(Holds("{error: 'certificate is expired'}", attempt));
}

TEST_CASE("a prerequisite is asked by name, message and severity of one check") {
  Attempt attempt;
  attempt.prerequisites = {
      {"RebootPending", "A reboot from a\nprevious installation is pending", "",
       setuplog::Severity::kError, 5, "Failed [Rule:RebootPending]", false},
      {"CannotAccessAD", "Active Directory cannot be reached", "", setuplog::Severity::kWarning, 6,
       "x", false},
      {"", "The disk is nearly full", "", setuplog::Severity::kError, 7, "y", true},
  };
  CHECK(Holds("{prerequisite: rebootpending}", attempt));
  CHECK(Holds("{prerequisite: [Other, CannotAccessAD]}", attempt));
  CHECK(
      Holds("{prerequisite: {name: RebootPending, message: 'a previous installation'}}", attempt));
  CHECK(Holds("{prerequisite: {message: 'disk is nearly'}}", attempt));
  CHECK(Holds("{prerequisite: {name: CannotAccessAD, severity: warning}}", attempt));
  CHECK_FALSE(Holds("{prerequisite: {name: CannotAccessAD, severity: error}}", attempt));
  CHECK_FALSE(
      Holds("{prerequisite: {name: CannotAccessAD, message: 'a previous installation'}}", attempt));
}

TEST_CASE("a setting is asked by name and value, of several values any") {
  Attempt attempt;
  attempt.settings = {{"WindowsBuild", "17763", 5, ""},
                      {"windowsbuild", "20348", 6, ""},
                      {"Other", "99999", 7, ""}};
  CHECK(Holds("{setting: {name: WindowsBuild, value: '^20348$'}}", attempt));
  CHECK_FALSE(Holds("{setting: {name: WindowsBuild, value: '^99999$'}}", attempt));
}

TEST_CASE("a fact that the log does not say holds for nothing") {
  Attempt attempt;
  attempt.header.mode = "Upgrade";
  attempt.header.roles = {"MailboxRole", "AdminToolsRole"};
  CHECK(Holds("{fact: {name: mode, value: '^(Install|Upgrade)$'}}", attempt));
  CHECK(Holds("{fact: {name: roles, value: '^AdminToolsRole$'}}", attempt));
  CHECK_FALSE(Holds("{fact: {name: server, value: '.*'}}", attempt));
}

TEST_CASE(
    "days left count from the end of the attempt to the first expiry, and are negative after it") {
  constexpr int64_t kDay = 86400000;
  Attempt attempt;
  attempt.ended = setuplog::Timestamp{100 * kDay};
  attempt.certificates = {{"CN=a", "later", setuplog::Timestamp{200 * kDay}, 4},
                          {"CN=b", "soon", setuplog::Timestamp{110 * kDay + kDay / 2}, 5},
                          {"CN=c", "unreadable", std::nullopt, 6}};
  CHECK(Holds("{fact: {name: certificate_days_left, value: '^10$'}}", attempt));
  attempt.certificates[1].expires = setuplog::Timestamp{100 * kDay - 1};
  CHECK(Holds("{fact: {name: certificate_days_left, value: '^-1$'}}", attempt));
  attempt.certificates.clear();
  CHECK_FALSE(Holds("{fact: {name: certificate_days_left, value: '.'}}", attempt));
}

TEST_CASE("companion logs are asked by kind and pattern, and give their codes") {
  std::vector<companion::CompanionLog> companions(2);
  companions[0].path = "ldif.err";
  companions[0].kind = companion::Kind::kLdif;
  companions[0].records = {RecordAt(4, "The server side error is: 0x20bb Schema update failed")};
  companions[0].codes = {"0x20bb"};
  companions[1].path = "setup.msilog";
  companions[1].kind = companion::Kind::kMsi;
  companions[1].records = {RecordAt(9, "Note: 1: 1612 installation source is not available")};
  const matching::Subject alone{nullptr, nullptr, &companions};
  const auto found = Find(RuleOf("{file: {kind: msi, pattern: 'source is not available'}}"), alone);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].evidence.size() == 1);
  CHECK(found[0].evidence[0].path == "setup.msilog");
  CHECK(found[0].evidence[0].line == 9);
  CHECK(Find(RuleOf("{file: {kind: ldif, pattern: 'source is not available'}}"), alone).empty());
  CHECK(Find(RuleOf("{file: {pattern: 'source is not available'}}"), alone).size() == 1);
  const auto code = Find(RuleOf("{code: 8379}"), alone);
  REQUIRE(code.size() == 1);
  CHECK(code[0].evidence[0].path == "ldif.err");
  CHECK(Find(RuleOf("{any: [{error: 'abcdefg'}, {fact: {name: mode, value: '.'}}, {prerequisite: "
                    "X}, {message: 'abcdefg'}]}"),
             alone)
            .empty());
}

TEST_CASE("previous_attempt asks the attempt before") {
  const Attempt before = Failed();
  Attempt now;
  now.number = 2;
  const rules::Rule rule = RuleOf(
      "{previous_attempt: {all: [{error: 'certificate is expired'}, {cmdlet: "
      "Install-ExchangeCertificate}]}}");
  CHECK(Find(rule, {&now, &before, nullptr}).size() == 1);
  CHECK(Find(rule, {&now, nullptr, nullptr}).empty());
  CHECK(Find(rule, {&before, &now, nullptr}).empty());
}

TEST_CASE("rules of other products and deprecated ones are left out") {
  Attempt attempt = Failed();
  attempt.header.setup_version = "15.1.2507.6";
  const std::string match = "{error: 'certificate is expired'}";
  CHECK(Find(RuleOf(match, "products: [2016]\n"), {&attempt, nullptr, nullptr}).size() == 1);
  CHECK(Find(RuleOf(match, "products: [2013, 2019]\n"), {&attempt, nullptr, nullptr}).empty());
  CHECK(Find(RuleOf(match, "status: deprecated\n"), {&attempt, nullptr, nullptr}).empty());
  attempt.header.setup_version.clear();
  CHECK(Find(RuleOf(match, "products: [2013]\n"), {&attempt, nullptr, nullptr}).size() == 1);
}

TEST_CASE("a paste that was wrapped within words is matched all the same") {
  Attempt attempt;
  Record record = RecordAt(4, "The certif\nicate is expired. Install-ExchangeCert\n   ificate");
  record.wrapped = true;
  attempt.errors = {ReportOf({record})};
  attempt.notable = {record};
  CHECK(Holds("{error: 'certificate is expired'}", attempt));
  CHECK(Holds("{message: 'Install-ExchangeCertificate'}", attempt));
  attempt.errors[0].records[0].wrapped = false;
  CHECK_FALSE(Holds("{error: 'certificate is expired'}", attempt));
}

TEST_CASE(
    "a rule on language-neutral parts is more specific than one on a text, a generic one least") {
  const Attempt attempt = Failed();
  const matching::Subject subject{&attempt, nullptr, nullptr};
  const auto specificity = [&](const std::string& match, const std::string& category) {
    rules::Rule rule = RuleOf(match);
    rule.category = category;
    return Find(rule, subject).at(0).specificity;
  };
  const std::string both =
      "{all: [{error: 'certificate is expired'}, {exception: CryptographicException}, {cmdlet: "
      "Install-ExchangeCertificate}]}";
  const std::string text = "{error: 'certificate is expired'}";
  CHECK(specificity(both, "iis") > specificity(text, "iis"));
  CHECK(specificity(both, "generic") <= 0.3);
  CHECK(specificity(both, "iis") <= 1);
  CHECK(specificity("{any: [" + text.substr(0) + ", {error: 'not at all there'}]}", "iis") ==
        Approx(specificity(text, "iis")));
  CHECK(specificity("{not: {error: 'not at all there'}}", "iis") < 0.1);
}

TEST_CASE("matches come in the order of their ids") {
  const rules::RulePack pack({RuleOf("{error: 'certificate'}", "", "b"),
                              RuleOf("{error: 'expired'}", "", "a"),
                              RuleOf("{error: 'revoked'}", "", "c")});
  const Attempt attempt = Failed();
  const auto found = Matcher(pack).Find({&attempt, nullptr, nullptr});
  REQUIRE(found.size() == 2);
  CHECK(found[0].rule->id == "a");
  CHECK(found[0].rule == pack.Find("a"));
}

TEST_CASE("a trace has the shape of the rule and tells what came nearest") {
  const Attempt attempt = Failed();
  const rules::Rule rule = RuleOf(
      "{all: [{error: 'certificate is expired'}, {any: [{error: 'the certificate was revoked by "
      "its issuer'}, {cmdlet: Get-X}, "
      "{exception: IOException}, {code: 1603}]}]}");
  const rules::RulePack pack({rule});
  const PredicateTrace trace = Matcher(pack).Explain(rule, {&attempt, nullptr, nullptr});
  CHECK_FALSE(trace.held);
  REQUIRE(trace.children.size() == 2);
  CHECK(trace.children[0].held);
  CHECK(trace.children[0].wanted == "error: 'certificate is expired'");
  CHECK(trace.children[0].evidence.size() == 1);
  const auto& any = trace.children[1].children;
  REQUIRE(any.size() == 4);
  CHECK(any[0].nearest.find("certificate") != std::string::npos);
  CHECK(any[1].nearest == "Install-ExchangeCertificate");
  CHECK(any[2].nearest.find("CryptographicException (0x80090010)") != std::string::npos);
  CHECK(any[3].nearest == "0x80090010");
}

TEST_CASE("a trace on nothing at all is no trouble") {
  const rules::Rule rule = RuleOf(
      "{any: [{error: 'abcdefg'}, {message: 'abcdefg'}, {file: {pattern: 'abcdefg'}}, "
      "{previous_attempt: {code: 5}}, {setting: {name: A, value: b}}]}");
  const rules::RulePack pack({rule});
  const PredicateTrace trace = Matcher(pack).Explain(rule, {});
  CHECK_FALSE(trace.held);
  CHECK(Matcher(pack).Find({}).empty());
}
