#include "setuplog/script_cmdlets.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Cmdlets of a script are named once, without those that only report") {
  const auto cmdlets = CmdletsIn(
      "Write-ExchangeSetupLog -Info \"x\"; $a = @(get-user -Filter {x}); Set-Mailbox $a; Get-User "
      "b; $x.Foo-Bar");
  CHECK(cmdlets == std::vector<std::string>{"get-user", "Set-Mailbox"});
}

TEST_CASE("The cmdlet whose class stands in the stack is the one that failed") {
  const std::vector<std::string> cmdlets = {"Get-Thing", "Install-ExchangeCertificate"};
  CHECK(CmdletOfStack("at M.E.InstallExchangeCertificate.InternalProcessRecord()", cmdlets) ==
        "Install-ExchangeCertificate");
  CHECK(CmdletOfStack("at Other.Frame()", cmdlets).empty());
}

TEST_CASE("What only looks like a cmdlet is none") {
  CHECK(CmdletsIn("C:\\Get-Help.ps1 ./Set-Up $Get-It -Get-It Re-Get-It 9Get-It _Get-It") ==
        Names{});
  CHECK(CmdletsIn("Get- Get-1 Get-X Get--It Foo-Bar -").empty());
  CHECK(CmdletsIn("").empty());
}

TEST_CASE("A cmdlet ends where its name does") {
  CHECK(CmdletsIn("(Get-User);Set-Mailbox|REMOVE-User2_x") ==
        Names{"Get-User", "Set-Mailbox", "REMOVE-User2"});
  CHECK(CmdletsIn("Get-User-Name") == Names{"Get-User"});
  CHECK(CmdletsIn("«Install-ExchangeCertificate»") == Names{"Install-ExchangeCertificate"});
}

TEST_CASE("A script names forty cmdlets at most") {
  std::string script;
  for (char c = 'a'; c <= 'z'; ++c) script += std::string("Get-x") + c + " Set-x" + c + " ";
  CHECK(CmdletsIn(script).size() == 40);
}
