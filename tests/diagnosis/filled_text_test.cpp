#include "diagnosis/filled_text.h"

#include <catch2/catch.hpp>

using exdiag::diagnosis::FilledCommand;
using exdiag::diagnosis::FilledText;

TEST_CASE("A value that was not captured keeps a readable placeholder") {
  CHECK(FilledText("Ask {{domain_controller}}.", {}) == "Ask <domain controller>.");
  CHECK(FilledText("Ask {{domain_controller}}.", {{"domain_controller", "DC01"}}) == "Ask DC01.");
  CHECK(FilledText("An open {{brace", {}) == "An open {{brace");
}

TEST_CASE("A value enters a command within single quotes") {
  CHECK(FilledCommand("Set-Service -Name '{{s}}'", {{"s", "MSExchange IS"}}) ==
        "Set-Service -Name 'MSExchange IS'");
  CHECK(FilledCommand("Get-Mailbox '{{m}}'", {{"m", "SystemMailbox{e0dc1c29}"}}) ==
        "Get-Mailbox 'SystemMailbox{e0dc1c29}'");
}

TEST_CASE("Nothing from a log can end the quotes of a command") {
  for (const char* hostile : {"x'; Remove-Item C:\\ -Recurse; '", "x\xE2\x80\x99; del",
                              "x\xE2\x80\x98", "a\nb", "a`b", "a\"b"}) {
    CAPTURE(hostile);
    CHECK(FilledCommand("Set-Service -Name '{{service}}'", {{"service", hostile}}) ==
          "Set-Service -Name '<service>'");
  }
}

TEST_CASE("Outside quotes only a plain word enters a command") {
  CHECK(FilledCommand("ping {{dc}}", {{"dc", "DC01.contoso.com"}}) == "ping DC01.contoso.com");
  CHECK(FilledCommand("ping {{dc}}", {{"dc", "a; b"}}) == "ping <dc>");
  CHECK(FilledCommand("ping {{dc}}", {{"dc", "-n"}}) == "ping <dc>");
}
