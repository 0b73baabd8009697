#include "setuplog/header_reader.h"

#include <catch2/catch.hpp>

#include "setuplog/log_parser.h"

using namespace exdiag::setuplog;

namespace {

Attempt Read(const std::vector<std::string>& lines) {
  Attempt attempt;
  for (const std::string& line : lines) ReadHeaderLine(line, &attempt);
  return attempt;
}

std::string ProductOf(const std::string& title) { return Read({title}).header.product; }

std::string Quoted(const std::string& role) { return "'" + role + "'"; }

}  // namespace

TEST_CASE("the product is what the title calls it, in the way of the later ones") {
  CHECK(ProductOf("Starting Microsoft Exchange Server 2016 Setup") == "Exchange Server 2016");
  CHECK(ProductOf("Starting Microsoft Exchange 2007 Setup") == "Exchange Server 2007");
  CHECK(ProductOf("Starting Microsoft Exchange Server 2013 - Setup") == "Exchange Server 2013");
  CHECK(ProductOf("Starting Microsoft Exchange Setup") == "Exchange");
  CHECK(ProductOf("Starting Microsoft Exchange Server Subscription Edition Setup") ==
        "Exchange Server Subscription Edition");
}

TEST_CASE("a title is a short line, and stars are many") {
  CHECK(IsTitle("  Starting Microsoft Exchange Server 2016 Setup\r"));
  CHECK_FALSE(IsTitle("Starting Microsoft Exchange Search"));
  CHECK_FALSE(IsTitle("Starting Microsoft Exchange Setup" + std::string(100, 'x')));
  CHECK(IsStarLine(std::string(40, '*') + " "));
  CHECK_FALSE(IsStarLine("**************"));
  CHECK_FALSE(IsStarLine(std::string(40, '*') + "x"));
}

TEST_CASE("a fact that is repeated with nothing stays what it was") {
  const Attempt attempt =
      Read({"Setup will use the domain controller 'dc01.contoso.com'.",
            "Setup will use the domain controller ''.", "Setup version: 15.1.2507.6."});
  CHECK(attempt.header.domain_controller == "dc01.contoso.com");
  CHECK(attempt.header.setup_version == "15.1.2507.6");
}

TEST_CASE("only the first line of a record tells a fact") {
  const Attempt attempt = Read(
      {"Server Name=EX01\nLogged on user: CONTOSO\\admin.", "\nSetup version: 15.1.2507.6.", ""});
  CHECK(attempt.header.server == "EX01");
  CHECK(attempt.header.user.empty());
  CHECK(attempt.header.setup_version.empty());
}

TEST_CASE("parameters are named in lower case, and the source directory is one of them") {
  const Attempt attempt =
      Read({"Command Line Parameter Name='SourceDir', Value='D:\\Setup'.",
            "Command Line Parameter Name='IAcceptExchangeServerLicenseTerms', Value=''.",
            "Command Line Parameter Name='', Value='x'.", "Command Line Parameter Name='mode'"});
  REQUIRE(attempt.parameters.size() == 2);
  CHECK(attempt.parameters[0] == std::pair<std::string, std::string>{"sourcedir", "D:\\Setup"});
  CHECK(attempt.parameters[1].first == "iacceptexchangeserverlicenseterms");
  CHECK(attempt.parameters[1].second.empty());
  CHECK(attempt.header.source_directory == "D:\\Setup");
}

TEST_CASE("blanks at the end of a line belong to no value") {
  const Header header = Read({"Setup version: 15.1.2507.6. \t", "Logged on user: 'A\\b' "}).header;
  CHECK(header.setup_version == "15.1.2507.6");
  CHECK(header.user == "A\\b");
}

TEST_CASE("roles are those on disk, else those that the readiness checks are for") {
  const std::string task = "Setup launched task 'test-SetupPrerequisites -Roles ";
  CHECK(Read({task + "'Global','Mailbox','ClientAccess' -Other 'x''"}).header.roles ==
        std::vector<std::string>{"MailboxRole", "ClientAccessRole"});
  CHECK(Read({task + "'','" + std::string(40, 'x') + "','Mailbox','cut"}).header.roles ==
        std::vector<std::string>{"MailboxRole"});
  const Attempt both = Read(
      {"The following roles are installed: MailboxRole  AdminToolsRole", task + "'ClientAccess'"});
  CHECK(both.header.roles == std::vector<std::string>{"MailboxRole", "AdminToolsRole"});
}

// Whatever stood in quotes was taken for a role.
TEST_CASE("a readiness check that is for no role names none") {
  CHECK(Read({"Setup launched task 'test-SetupPrerequisites -DomainController 'dc01''"})
            .header.roles.empty());
}

TEST_CASE("a list of roles without end is kept in part") {
  std::string disk = "The following roles are installed:";
  std::string task = "Setup launched task 'test-SetupPrerequisites -Roles ";
  for (int i = 0; i < 1000; ++i) {
    disk += " Role" + std::to_string(i);
    task += Quoted("Role" + std::to_string(i)) + ",";
  }
  CHECK(Read({disk}).header.roles.size() == 50);
  CHECK(Read({disk}).header.roles.front() == "Role0");
  CHECK(Read({task}).header.roles.size() == 50);
}

TEST_CASE("the organization is told by its container or by its name") {
  CHECK(Read({"Exchange organization container for the organization is 'CN=Contoso,CN=Microsoft "
              "Exchange,CN=Services'."})
            .header.organization == "Contoso");
  CHECK(
      Read({"An Exchange organization with name 'Fabrikam' already exists."}).header.organization ==
      "Fabrikam");
  CHECK(Read({"Exchange organization container for the organization is 'CN=cut"})
            .header.organization.empty());
}

TEST_CASE("settings tell the server, its site and the schema master, NULL tells nothing") {
  Header header;
  ReadHeaderSetting({"ComputerNameDnsFullyQualified", "ex01.contoso.com", 1, ""}, &header);
  ReadHeaderSetting({"SiteName", "Berlin", 2, ""}, &header);
  ReadHeaderSetting({"SchemaMaster", "dc01.contoso.com", 3, ""}, &header);
  ReadHeaderSetting({"SiteName", "<NULL>", 4, ""}, &header);
  ReadHeaderSetting({"SchemaMaster", "", 5, ""}, &header);
  CHECK(header.server == "ex01.contoso.com");
  CHECK(header.site == "Berlin");
  CHECK(header.schema_master == "dc01.contoso.com");
  ReadHeaderSetting({"SmoSchemaMaster", "dc02.contoso.com", 6, ""}, &header);
  CHECK(header.schema_master == "dc02.contoso.com");
}

TEST_CASE("the mode is the parameter, else the switch, else what is in effect") {
  const auto mode = [](const std::vector<std::string>& parameters, const std::string& effect) {
    Attempt attempt;
    for (const std::string& name : parameters)
      attempt.parameters.emplace_back(name, name == "mode" ? "Install" : "");
    attempt.header.installation_mode = effect;
    CompleteHeader(&attempt);
    return attempt.header.mode;
  };
  CHECK(mode({"prepareschema", "mode"}, "Unknown") == "Install");
  CHECK(mode({"preparead", "prepareschema"}, "Install") == "PrepareAD");
  CHECK(mode({}, "BuildToBuildUpgrade") == "Upgrade");
  CHECK(mode({}, "DisasterRecovery") == "RecoverServer");
  CHECK(mode({}, "Uninstall") == "Uninstall");
  CHECK(mode({"other"}, "Unknown").empty());
}

TEST_CASE("the system is that of the settings, as far as they know it") {
  const auto os = [](std::vector<Setting> settings) {
    Attempt attempt;
    attempt.header.os = "Microsoft Windows NT 6.2.9200.0";
    attempt.settings = std::move(settings);
    CompleteHeader(&attempt);
    return attempt.header.os;
  };
  CHECK(os({{"WindowsVersion", "10.0", 1, ""}, {"WindowsBuild", "17763", 2, ""}}) ==
        "Windows 10.0 build 17763");
  CHECK(os({{"WindowsVersion", "10.0", 1, ""}, {"WindowsBuild", "<NULL>", 2, ""}}) ==
        "Windows 10.0");
  CHECK(os({{"WindowsBuild", "17763", 2, ""}}) == "Windows build 17763");
  CHECK(os({{"WindowsVersion", "", 1, ""}}) == "Microsoft Windows NT 6.2.9200.0");
}
