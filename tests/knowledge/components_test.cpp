#include "knowledge/components.h"

#include <catch2/catch.hpp>
#include <string_view>

using exdiag::knowledge::AllComponents;
using exdiag::knowledge::FindComponent;
using exdiag::knowledge::RoleOfTask;

TEST_CASE("a component is found by an ERROR-REFERENCE id of any shape") {
  for (std::string_view id :
       {"BridgeheadComponent___0123456789abcdef0123456789abcdef",
        "BridgeheadComponent___01234567-89AB-CDEF-0123-456789ABCDEF", "BridgeheadComponent",
        "bridgeheadCOMPONENT___x", "Id=BridgeheadComponent___x", "BridgeheadComponent___"}) {
    CAPTURE(id);
    REQUIRE(FindComponent(id));
    CHECK(FindComponent(id)->name == "BridgeheadComponent");
    CHECK(FindComponent(id)->role == "Mailbox role: Transport service");
  }
}

TEST_CASE("an id may be a bare number") {
  REQUIRE(FindComponent("443949901"));
  CHECK(FindComponent("443949901")->purpose.find("groups") != std::string_view::npos);
  CHECK_FALSE(FindComponent("443949902"));
}

TEST_CASE("a component is found by the title that the log shows") {
  REQUIRE(FindComponent("Common Global AD Configuration"));
  CHECK(FindComponent("Common Global AD Configuration")->name == "CommonGlobalConfig");
  CHECK(FindComponent("'Common Perf Counters '")->name == "CommonPerfCountersComponent");
}

TEST_CASE("what is no component is not found") {
  for (std::string_view id : {"", "___", "___abc", "Bridgehead", "Id=", "Component"}) {
    CAPTURE(id);
    CHECK_FALSE(FindComponent(id));
  }
}

TEST_CASE("components known from logs are in the table") {
  for (std::string_view name : {"ADSchemaComponent",
                                "CommonGlobalConfig",
                                "DomainGlobalConfig",
                                "AdminToolsComponent",
                                "AllADRolesCommonServiceControl",
                                "AllRolesPreFileCopyComponent",
                                "ClientAccessComponent",
                                "BridgeheadRoleSetterComponent",
                                "ClientAccessOwaComponent",
                                "MailboxComponent",
                                "SystemAttendantDependent",
                                "LegacyCoreComponent",
                                "SearchFoundationComponent",
                                "UmLanguagePackComponent",
                                "LanguagePackUninstallationComponent",
                                "OrgLevelComponent",
                                "UnifiedMessagingComponent",
                                "MailboxServiceControlLast",
                                "CafeComponent",
                                "FrontendTransportComponent",
                                "TransportCommonComponent",
                                "SpeechComponent",
                                "ProvisionServerComponent",
                                "BridgeheadExchangeCertificate",
                                "TransportCommonServiceControl"}) {
    CAPTURE(name);
    CHECK(FindComponent(name));
  }
}

TEST_CASE("every component is found by its name and says what it is for") {
  for (const auto& component : AllComponents()) {
    CAPTURE(component.name);
    REQUIRE(FindComponent(component.name));
    CHECK(FindComponent(component.name)->name == component.name);
    CHECK(component.purpose.back() == '.');
  }
}

TEST_CASE("all tasks of a role show the role") {
  for (std::string_view task :
       {"Install-BridgeheadRole", "Update-BridgeheadRole", "uninstall-bridgeheadrole",
        "DisasterRecovery-BridgeheadRole", "Install-BridgeheadRole -DomainController 'DC01'",
        "'Install-BridgeheadRole'", "BridgeheadRole"}) {
    CAPTURE(task);
    CHECK(RoleOfTask(task) == "Mailbox role: Transport service");
  }
  CHECK(RoleOfTask("Install-CafeRole") == "Mailbox role: Client Access Front End service");
  CHECK(RoleOfTask("Install-GatewayRole") == "Edge Transport role");
}

TEST_CASE("a verb may change what a task shows") {
  CHECK(RoleOfTask("install-msipackage") == "Copying Exchange Files");
  CHECK(RoleOfTask("uninstall-MsiPackage") == "Removing Exchange Files");
  CHECK(RoleOfTask("test-SetupPrerequisites") == "Prerequisite Analysis");
  CHECK(RoleOfTask("Install-ExchangeOrganization") == "Organization Preparation");
}

TEST_CASE("tasks that are not known show nothing") {
  for (std::string_view task :
       {"", "-", "Get-Mailbox", "Install-", "-Role", "Install-Bridgehead"}) {
    CAPTURE(task);
    CHECK(RoleOfTask(task).empty());
  }
}
