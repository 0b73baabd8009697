#include "authoring/powershell.h"

#include <catch2/catch.hpp>

namespace exdiag::authoring {
namespace {

std::string MessageOf(std::string_view command) {
  const auto problems = CheckPowerShell(command);
  return problems.empty() ? std::string() : problems.front().message;
}

}  // namespace

TEST_CASE("commands that PowerShell takes have no problem") {
  for (const std::string_view command : {
           "Get-ADObject -LDAPFilter '(cn=it''s)' | Format-List Name",
           "Write-Output \"a $(Get-Date -Format \"yyyy\") b\"",
           "Get-Process | Where-Object { $_.Name -eq 'w3wp' }",
           "& \"$env:ExchangeInstallPath\\Bin\\Setup.exe\" /m:upgrade  # it's a comment (",
           "@'\nit's a here-string (\n'@ | Set-Content a.txt",
           "netsh.exe http show sslcert",
           "Write-Output \"a \"\"quoted\"\" word `\"\"",
           "1..3 | ForEach-Object { [int]$_ }",
       }) {
    INFO(command);
    CHECK(MessageOf(command).empty());
  }
}

TEST_CASE("quotes and brackets must be closed") {
  CHECK(MessageOf("Get-Item 'a") == "the single quote is not closed");
  CHECK(MessageOf("Get-Item \"a") == "the double quote is not closed");
  CHECK(MessageOf("Get-Item (a") == "the bracket ( is not closed");
  CHECK(MessageOf("Get-Item a)") == "the bracket ) closes nothing");
  CHECK(MessageOf("Where-Object { (a }") == "the bracket } closes nothing");
}

TEST_CASE("a verb is looked at where a command stands, not in parameters") {
  CHECK(MessageOf("Get-Mailbox | Fromat-List") ==
        "\"Fromat-List\" begins with no verb that PowerShell knows");
  CHECK(MessageOf("$x = Gett-Item a").find("Gett-Item") != std::string::npos);
  CHECK(MessageOf("Get-Item Over-There").empty());
}

TEST_CASE("only real single quotes keep a value from becoming code") {
  const std::string_view inside_double = "Get-CimInstance -Filter \"Name='X'\"";
  CHECK_FALSE(IsInSingleQuotes(inside_double, inside_double.find('X')));
  const std::string_view doubled = "Get-CimInstance -Filter 'Name=''X'''";
  CHECK(IsInSingleQuotes(doubled, doubled.find('X')));
}

}  // namespace exdiag::authoring
