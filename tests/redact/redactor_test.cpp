#include "redact/redactor.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {

using exdiag::redact::Redactor;

std::string Redacted(std::string_view text) {
  Redactor redactor;
  redactor.Learn(text);
  return redactor.Redact(text);
}

// The copy of `text` when `known` was read before it.
std::string RedactedAfter(std::string_view known, std::string_view text) {
  Redactor redactor;
  redactor.Learn(known);
  redactor.Learn(text);
  return redactor.Redact(text);
}

constexpr std::string_view kHead =
    "[03/10/2026 17:41:22.0163] [0] Logged on user: CONTOSO\\jdoe.\n"
    "[03/10/2026 17:41:33.0664] [0] The MSExchangeADTopology has a persisted domain controller: "
    "dc01.contoso.com\n"
    "[03/10/2026 17:41:34.0684] [0] Server Name=EX01\n"
    "[03/10/2026 17:41:41.0878] [0] An Exchange organization with name 'Contoso Mail' was found in "
    "this forest.\n"
    "[03/10/2026 17:41:43.0490] [1] Evaluated [Setting:SiteName] [HasException:False] "
    "[Value:\"Ulm-West\"]\n";

}  // namespace

TEST_CASE("The head of a log is redacted with one stand-in for each name") {
  CHECK(
      Redacted(kHead) ==
      "[03/10/2026 17:41:22.0163] [0] Logged on user: DOMAIN-1\\USER-1.\n"
      "[03/10/2026 17:41:33.0664] [0] The MSExchangeADTopology has a persisted domain controller: "
      "DC-1.domain-1.example\n"
      "[03/10/2026 17:41:34.0684] [0] Server Name=EX-1\n"
      "[03/10/2026 17:41:41.0878] [0] An Exchange organization with name 'ORGANIZATION-1' was "
      "found in this forest.\n"
      "[03/10/2026 17:41:43.0490] [1] Evaluated [Setting:SiteName] [HasException:False] "
      "[Value:\"SITE-1\"]\n");
}

TEST_CASE("A known name is replaced wherever it stands, at word borders and in any case") {
  CHECK(RedactedAfter(
            kHead,
            "ex01 \\\\EX01\\c$ EX01$ EX01_DB ncacn_ip_tcp:EX01.Contoso.COM EX0199 jdoe-backup") ==
        "EX-1 \\\\EX-1\\c$ EX-1$ EX-1_DB ncacn_ip_tcp:EX-1.domain-1.example EX0199 USER-1-backup");
  CHECK(RedactedAfter(kHead, "“EX01” für Contoso") == "“EX-1” für DOMAIN-1");
}

TEST_CASE("Distinguished names keep the containers of setup and lose those of the customer") {
  CHECK(RedactedAfter(kHead,
                      "'CN=EX01,CN=Servers,CN=Exchange Administrative Group "
                      "(FYDIBOHF23SPDLT),CN=Administrative Groups,"
                      "CN=Contoso Mail,CN=Microsoft "
                      "Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com'") ==
        "'CN=EX-1,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative "
        "Groups,"
        "CN=ORGANIZATION-1,CN=Microsoft "
        "Exchange,CN=Services,CN=Configuration,DC=domain-1,DC=example'");
  CHECK(
      RedactedAfter(
          kHead, "CN=Doe\\, Jane,OU=Vertrieb Ulm,DC=contoso,DC=com is already a member of group") ==
      "CN=NAME-1,OU=NAME-2,DC=domain-1,DC=example is already a member of group");
  CHECK(RedactedAfter(
            kHead, "/o=Contoso Mail/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=EX01") ==
        "/o=ORGANIZATION-1/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=EX-1");
  CHECK(Redacted("CN=ms-Exch-Coexistence-Domains,CN=Schema,CN=Configuration,DC=fabrikam,DC=com") ==
        "CN=ms-Exch-Coexistence-Domains,CN=Schema,CN=Configuration,DC=domain-1,DC=example");
}

TEST_CASE("A domain below another one stays below it") {
  CHECK(Redacted("'DC=emea,DC=fabrikam,DC=com' and 'DC=fabrikam,DC=com', dc1.emea.fabrikam.com") ==
        "'DC=domain-2,DC=domain-1,DC=example' and 'DC=domain-1,DC=example', "
        "EX-1.domain-2.domain-1.example");
}

TEST_CASE("A domain learnt late is replaced from the first line on") {
  CHECK(
      Redacted(
          "host fs07.fabrikam.zz answers for FABRIKAM\\svc-mail, see fs07\nDC=fabrikam,DC=zz") ==
      "host EX-1.domain-1.example answers for DOMAIN-1\\USER-1, see EX-1\nDC=domain-1,DC=example");
}

TEST_CASE("Accounts and groups of Windows and setup stay, others become users") {
  CHECK(RedactedAfter(
            kHead, "'CONTOSO\\Domain Admins' NT AUTHORITY\\SYSTEM 'CONTOSO\\Exchange Servers'") ==
        "'DOMAIN-1\\Domain Admins' NT AUTHORITY\\SYSTEM 'DOMAIN-1\\Exchange Servers'");
  CHECK(RedactedAfter(kHead, "CONTOSO\\EX01$ CONTOSO\\Administrator CONTOSO\\m.mueller.") ==
        "DOMAIN-1\\EX-1$ DOMAIN-1\\Administrator DOMAIN-1\\USER-2.");
}

TEST_CASE("A name that is also a word of setup is replaced only where its place tells") {
  const std::string copy = Redacted(
      "[03/10/2026 17:41:34.0684] [0] Server Name=MAIL\n"
      "[03/10/2026 17:41:34.0684] [0] Logged on user: SETUP\\exchange.\n"
      "Mail flow of Exchange Setup, \\\\MAIL\\share, mail.fabrikam.com\n");
  CHECK(copy ==
        "[03/10/2026 17:41:34.0684] [0] Server Name=EX-1\n"
        "[03/10/2026 17:41:34.0684] [0] Logged on user: DOMAIN-2\\USER-1.\n"
        "Mail flow of Exchange Setup, \\\\EX-1\\share, EX-1.domain-1.example\n");
}

TEST_CASE("A host of several words is replaced wherever it stands, though setup uses each word") {
  CHECK(RedactedAfter("[03/10/2026 17:41:34.0684] [0] Server Name=MAIL-SRV_01\n",
                      "object \"MAIL-SRV_01\" of the mail server 01, 'mail-srv_01'") ==
        "object \"EX-1\" of the mail server 01, 'EX-1'");
  CHECK(RedactedAfter("[03/10/2026 17:41:34.0684] [0] Server Name=EXCHANGE\n",
                      "Exchange Setup -Identity:'EXCHANGE' and 'Exchange'") ==
        "Exchange Setup -Identity:'EX-1' and 'Exchange'");
  CHECK(Redacted("$RoleNetBIOSName = 'SERVER', objects \"SERVER\" of type \"Server\"") ==
        "$RoleNetBIOSName = 'EX-1', objects \"EX-1\" of type \"Server\"");
}

TEST_CASE("Names of letters beyond ASCII are replaced as a whole") {
  CHECK(Redacted("'OU=Vertrieb S\u00fcd,DC=kr\u00fcger-s\u00f6hne,DC=local'") ==
        "'OU=NAME-1,DC=domain-1,DC=example'");
  CHECK(Redacted("j\u00fcrgen.gro\u00df@kr\u00fcger.com") == "USER-1@domain-1.example");
  CHECK(RedactedAfter(kHead,
                      "'CN=\u7530\u4e2d\u5546\u4e8b,CN=Microsoft Exchange,CN=Services' "
                      "CONTOSO\\\u7530\u4e2d, C:\\Users\\\u7530\u4e2d\\x") ==
        "'CN=ORGANIZATION-2,CN=Microsoft Exchange,CN=Services' DOMAIN-1\\USER-2, "
        "C:\\Users\\USER-2\\x");
}

TEST_CASE("Names of East Asian letters are replaced where their place tells") {
  CHECK(Redacted("An Exchange organization with name '\u7530\u4e2d\u5546\u4e8b' was found") ==
        "An Exchange organization with name 'ORGANIZATION-1' was found");
}

TEST_CASE("Folders of users lose the user") {
  CHECK(RedactedAfter(kHead,
                      "C:\\Users\\jdoe\\AppData C:\\Users\\jdoe.CONTOSO\\x C:\\Users\\Public\\y") ==
        "C:\\Users\\USER-1\\AppData C:\\Users\\USER-1.DOMAIN-1\\x C:\\Users\\Public\\y");
  CHECK(Redacted("C:\\\\Users\\\\Jane Roe\\\\AppData") == "C:\\\\Users\\\\USER-1\\\\AppData");
}

TEST_CASE("Addresses are replaced, versions and object identifiers are not") {
  CHECK(Redacted("10.1.2.3, 10.1.2.3:25 and 172.16.9.9") ==
        "192.0.2.1, 192.0.2.1:25 and 192.0.2.2");
  CHECK(Redacted("version 14.3.123.4, Version=4.0.0.0, 15.1.225.42, 1.2.840.113556.1.4.7000 and "
                 "127.0.0.1") ==
        "version 14.3.123.4, Version=4.0.0.0, 15.1.225.42, 1.2.840.113556.1.4.7000 and 127.0.0.1");
  CHECK(Redacted("fe80::1c2d:3e4f and 2001:470:1f0b:0:0:0:0:15 at 17:41:34") ==
        "2001:db8::1 and 2001:db8::2 at 17:41:34");
  CHECK(Redacted("System.Net::Dns (5C:3C) CFileManager::ScDetect ::1") ==
        "System.Net::Dns (5C:3C) CFileManager::ScDetect ::1");
}

TEST_CASE("A stand-in is never a name that the log has") {
  CHECK(Redacted("192.0.2.1 192.0.2.7") == "192.0.2.2 192.0.2.3");
  CHECK(Redacted("Server Name=EX-1\n") == "Server Name=EX-2\n");
}

TEST_CASE("Identifiers of domains and objects are replaced, well-known ones stay") {
  CHECK(Redacted("S-1-5-21-1004336348-1177238915-682003330-512 "
                 "S-1-5-21-1004336348-1177238915-682003330-2671 "
                 "S-1-5-32-544 S-1-5-21-1004336348-1177238915-682003330") ==
        "S-1-5-21-1-1-1-512 S-1-5-21-1-1-1-1001 S-1-5-32-544 S-1-5-21-1-1-1");
  CHECK(
      Redacted("SystemMailbox{e0dc1c29-89c3-4034-b678-e6c29d823ed9} "
               "{7D2C9B3E-0F1A-4B5C-9D8E-112233445566}") ==
      "SystemMailbox{e0dc1c29-89c3-4034-b678-e6c29d823ed9} {00000000-0000-0000-0000-000000000001}");
  CHECK(Redacted("Id=Step___7d2c9b3e-0f1a-4b5c-9d8e-112233445566 Product: "
                 "{7D2C9B3E-0F1A-4B5C-9D8E-112233445567}") ==
        "Id=Step___7d2c9b3e-0f1a-4b5c-9d8e-112233445566 Product: "
        "{7D2C9B3E-0F1A-4B5C-9D8E-112233445567}");
}

TEST_CASE("Identifiers in dumped security descriptors are those of the text") {
  // S-1-5-21-1004336348-1177238915-682003330-512, little-endian.
  const std::string copy = Redacted(
      "\"01050000000000051500"
      "0000DCF4DC3B833D2B46828BA62800020000\"");
  CHECK(copy ==
        "\"010500000000000515000000010000000100000001000000"
        "00020000\"");
}

TEST_CASE("Mail addresses lose person and domain, setup's mailboxes only the domain") {
  CHECK(Redacted("jane.roe@fabrikam.com <postmaster@fabrikam.com> x@outlook.com") ==
        "USER-1@domain-1.example <USER-2@domain-1.example> USER-3@outlook.com");
  CHECK(Redacted("FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042@fabrikam.com") ==
        "FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042@domain-1.example");
}

TEST_CASE("What setup says of itself is left alone") {
  const std::string_view texts[] = {
      "Microsoft.Exchange.Data.Directory.ADConstraintViolationException: An error (0x80072030)",
      "[Rule:RebootPending] "
      "http://technet.microsoft.com/library(EXCHG.150)/ms.exch.setupreadiness.X.aspx",
      "& $RoleBinPath\\InstallWindowsComponent.ps1 -ShortNameForRole \"AdminTools\" -Identity "
      "$RoleFqdnOrName",
      "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\Setup.com /mode:upgrade "
      "/sourcedir:D:\\",
      "the global catalog server could not be reached",
      "Component=EXCHANGE14:\\Current\\Release\\Shared\\Datacenter\\Setup",
      "at System.Net.Security.SslState.StartSendAuthResetSignal() in Exchange2013 of CU23 with "
      "W3SVC and KB5066368",
  };
  for (const std::string_view text : texts) CHECK(RedactedAfter(kHead, text) == text);
}

// An object whose domain was told further down was no name where it stood above that.
TEST_CASE("The name of an object is known above its canonical name, wherever its domain is told") {
  Redactor redactor;
  const std::string text =
      "Jane Roe left.\n\"cont.com/Users/Jane Roe\"\nServer Name=EX01\nSMTP:x@cont.com\n";
  redactor.Learn(text);
  const std::string copy = redactor.Redact(text);
  CHECK(copy ==
        "NAME-1 left.\n\"domain-1.example/Users/NAME-1\"\nServer Name=EX-1\n"
        "SMTP:USER-1@domain-1.example\n");
  CHECK(redactor.Redact(text) == copy);
}

TEST_CASE("What is learnt after a text was redacted counts for the next one") {
  Redactor redactor;
  redactor.Learn("Server Name=EX01\n");
  CHECK(redactor.Redact("Fabrikam Mail") == "Fabrikam Mail");
  redactor.Learn("An Exchange organization with name 'Fabrikam Mail' was found\n");
  CHECK(redactor.Redact("Fabrikam Mail") == "ORGANIZATION-1");
}

// The name was taken with the blank behind it, which then stood for the break.
TEST_CASE("A name with a blank before the comma swallows no line break elsewhere") {
  CHECK(Redacted("CN=Zorro ,CN=Users,DC=contoso,DC=com\nZorro\nb") ==
        "CN=NAME-1 ,CN=Users,DC=domain-1,DC=example\nNAME-1\nb");
}

TEST_CASE("A name that a line break divides keeps the lines") {
  const std::string copy = Redacted("organization with name 'Blue Bay' was\nof Blue\nBay now\n");
  CHECK(std::count(copy.begin(), copy.end(), '\n') == 3);
  CHECK(copy.find("Bay") == std::string::npos);
}

// A user was made up for the end of the line.
TEST_CASE("A domain with nobody behind its backslash gets a stand-in alone") {
  CHECK(Redacted("[04/12/2025 14:20:06.0428] [0] Logged on user: FABRIKAM\\") ==
        "[04/12/2025 14:20:06.0428] [0] Logged on user: DOMAIN-1\\");
}

TEST_CASE("The list tells what was replaced by what, and how often") {
  Redactor redactor;
  redactor.Learn("Server Name=EX01\n");
  redactor.Redact("EX01 and ex01");
  const auto list = redactor.replacements();
  REQUIRE(list.size() == 1);
  CHECK(list[0].kind == "host");
  CHECK(list[0].original == "EX01");
  CHECK(list[0].stand_in == "EX-1");
  CHECK(list[0].count == 2);
}

// What looked for the end of a name went to the end of the line or of the text, for each of them.
TEST_CASE("Texts that are one long name are redacted as their parts") {
  std::string dotted = "ex01.contoso.com";
  for (int i = 0; i < 200; ++i) dotted += ".x" + std::to_string(i);
  CHECK(Redacted("see " + dotted + " and ex01.contoso.com").find("contoso") == std::string::npos);
  const std::string hyphens = "CONTOSO\\" + std::string(300, 'a') + " and CONTOSO\\jdoe";
  CHECK(RedactedAfter(kHead, hyphens).find("jdoe") == std::string::npos);
  std::string parts = "CN=EX01";
  for (int i = 0; i < 300; ++i) parts += ",DC=contoso" + std::to_string(i);
  CHECK(RedactedAfter(kHead, "\"" + parts + "\"").find("contoso") == std::string::npos);
}

TEST_CASE("A value without an end names nothing, one of a usual length does") {
  const std::string stated = "[03/10/2026 17:41:22.0163] [0] Server Name=";
  CHECK(Redacted(stated + "SRVULM7\n").find("SRVULM7") == std::string::npos);
  const std::string endless(1100, 'x');
  CHECK(Redacted(stated + endless + "\n") == stated + endless + "\n");
  CHECK(RedactedAfter(kHead, "CN=EX01 " + std::string(2000, 'y') + "'").find("EX01") ==
        std::string::npos);
}

TEST_CASE("Users are replaced in profiles and accounts however long the line goes on") {
  const std::string rest(3000, '-');
  const std::string copy =
      RedactedAfter(kHead, "C:\\Users\\jdoe" + rest + "\nCONTOSO\\jdoe " + rest + "\n");
  CHECK(copy.find("CONTOSO") == std::string::npos);
  CHECK(copy.find("DOMAIN-1\\USER-1 ---") != std::string::npos);
}

// An account that began with a character of East Asia and had a blank or '@' was read for ever;
// that of several words, and one with its domain behind it, stayed as it was.
TEST_CASE("An account is replaced in every form in which a line states it") {
  const auto stated = [](const std::string& account) {
    return Redacted("[03/10/2026 17:41:22.0163] [0] Logged on user: " + account + "\n").substr(47);
  };
  CHECK(stated("CONTOSO\\jdoe") == "DOMAIN-1\\USER-1\n");
  CHECK(stated("CONTOSO\\\\jdoe") == "DOMAIN-1\\\\USER-1\n");
  CHECK(stated("jdoe") == "USER-1\n");
  CHECK(stated("jdoe@contoso.com") == "USER-1@domain-1.example\n");
  CHECK(stated("jdoe@mail.contoso.com") == "USER-1@domain-1.example\n");
  CHECK(stated("jdoe@contoso") == "USER-1@DOMAIN-1\n");
  CHECK(stated("Jane Doe") == "USER-1\n");
  CHECK(stated("\u5c71\u7530 \u592a\u90ce") == "USER-1\n");
  CHECK(stated("\u5c71\u7530@contoso.com") == "USER-1@domain-1.example\n");
  CHECK(stated("CONTOSO\\\u5c71\u7530") == "DOMAIN-1\\USER-1\n");
}

TEST_CASE("Accounts that every server has stay as they are") {
  for (const std::string account :
       {"NT AUTHORITY\\SYSTEM", "Windows User", "Organization Management", "Administrator",
        "HealthMailbox@microsoft.com"}) {
    const std::string line = "-User:'" + account + "'\n";
    CHECK(Redacted("x " + line) == "x " + line);
  }
}

TEST_CASE("An account of parameters with its domain is one wherever it stands") {
  const std::string copy = Redacted(
      "x -User:'jdoe@contoso.com' -Credential:'Jane Doe'\nJane Doe (jdoe) of contoso.com\n");
  CHECK(Redacted("[03/10/2026 17:41:22.0163] [0] Logged on user: CONTOSO\\\\jdoe\njdoe\n")
            .find("jdoe") == std::string::npos);
  CHECK(copy ==
        "x -User:'USER-1@domain-1.example' -Credential:'USER-2'\nUSER-2 (USER-1) of "
        "domain-1.example\n");
}
