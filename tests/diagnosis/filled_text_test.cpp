#include "diagnosis/filled_text.h"

#include <catch2/catch.hpp>

using exdiag::diagnosis::FilledCommand;
using exdiag::diagnosis::FilledLocalCommand;
using exdiag::diagnosis::FilledSentence;
using exdiag::diagnosis::FilledText;

TEST_CASE("A value that was not captured keeps a readable placeholder") {
  CHECK(FilledText("Ask {{domain_controller}}.", {}) == "Ask <domain controller>.");
  CHECK(FilledText("Ask {{domain_controller}}.", {{"domain_controller", "DC01"}}) == "Ask DC01.");
  CHECK(FilledText("An open {{brace", {}) == "An open {{brace");
}

TEST_CASE("An aside tells only the values that were captured") {
  const std::string text = "The certificate ({{subject}}, valid until {{end}}) has expired.";
  CHECK(FilledSentence(text, {{"subject", "CN=mail"}, {"end", "2026"}}) ==
        "The certificate (CN=mail, valid until 2026) has expired.");
  CHECK(FilledSentence(text, {{"subject", "CN=mail"}}) == "The certificate (CN=mail) has expired.");
  CHECK(FilledSentence(text, {}) == "The certificate has expired.");
}

TEST_CASE("What stands in an aside without a value to fill stays, commas and all") {
  CHECK(FilledSentence("A group (USG, global) of {{domain}}.", {}) ==
        "A group (USG, global) of <domain>.");
  CHECK(FilledSentence("Never closed ({{a}}", {}) == "Never closed (<a>");
}

TEST_CASE("A value that holds a parenthesis is not cut") {
  CHECK(FilledSentence("The file ({{file}}) is gone.", {{"file", "C:\\a (x86)\\b"}}) ==
        "The file (C:\\a (x86)\\b) is gone.");
}

TEST_CASE("A value enters a command within single quotes") {
  CHECK(FilledCommand("Set-Service -Name '{{s}}'", {{"s", "MSExchange IS"}}) ==
        "Set-Service -Name 'MSExchange IS'");
  CHECK(FilledCommand("Get-Mailbox '{{m}}'", {{"m", "SystemMailbox{e0dc1c29}"}}) ==
        "Get-Mailbox 'SystemMailbox{e0dc1c29}'");
}

TEST_CASE("A value that is too long for a name enters no command") {
  const std::string longest(300, 'x');
  CHECK(FilledCommand("Get-X '{{s}}'", {{"s", longest}}) == "Get-X '" + longest + "'");
  CHECK(FilledCommand("Get-X '{{s}}'", {{"s", longest + "x"}}) == "Get-X '<s>'");
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

TEST_CASE("On the server itself the shell knows the name that the log does not tell") {
  CHECK(FilledLocalCommand("Get-MailboxDatabase -Server '{{server}}'", {}) ==
        "Get-MailboxDatabase -Server $env:COMPUTERNAME");
  CHECK(FilledLocalCommand("Get-MailboxDatabase -Server '{{server}}'", {{"server", "EX01"}}) ==
        "Get-MailboxDatabase -Server 'EX01'");
  CHECK(FilledLocalCommand("Get-Queue -Identity '{{server}}\\Submission'", {}) ==
        "Get-Queue -Identity '<server>\\Submission'");
}
