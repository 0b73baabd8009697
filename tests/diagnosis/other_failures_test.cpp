#include "diagnosis/other_failures.h"

#include <catch2/catch.hpp>

#include "builtin_matcher.h"
#include "diagnosis/diagnose.h"
#include "setuplog/paste_parser.h"

using namespace exdiag;

namespace {

diagnosis::LogReport ReportOn(std::string_view paste) {
  diagnosis::ReadLog read;
  read.path = "ticket.txt";
  read.log = setuplog::ParsePaste(paste);
  return diagnosis::DiagnoseLog(read, tests::BuiltinMatcher());
}

constexpr std::string_view kExpired =
    "On EX01:\n\n"
    "[03/10/2026 17:48:49.0100] [1] [ERROR] The following error was generated when "
    "\"$error.Clear();\n"
    "          Install-ExchangeCertificate -services \"IIS, POP, IMAP\"\n"
    "        \" was run: \"System.Security.Cryptography.CryptographicException: The certificate is "
    "expired.\".\n"
    "[03/10/2026 17:48:49.0101] [1] [ERROR] The certificate is expired.\n";

}  // namespace

// Of two servers in one mail the failure that no rule knows was passed over in silence.
TEST_CASE("A second failure in a paste is named where no rule knows it") {
  const auto report =
      ReportOn(std::string(kExpired) +
               "\nand on EX02:\n\n"
               "[03/11/2026 09:00:00.0100] [1] [ERROR] The following error was "
               "generated when \"$error.Clear();\n"
               "          Set-Thing\n"
               "        \" was run: \"System.InvalidOperationException: The flux is inverted.\".\n"
               "[03/11/2026 09:00:00.0101] [1] [ERROR] The flux is inverted.\n");
  REQUIRE(report.primary() != nullptr);
  CHECK(report.primary()->rule == "cert-expired");
  REQUIRE(report.other_failures.size() == 1);
  CHECK(report.other_failures[0].message == "The flux is inverted.");
  CHECK(report.other_failures[0].line == 10);
}

TEST_CASE("So is it in a paste without stamps, of which all is taken for the first failure") {
  const std::string known =
      "[1] [ERROR] The following error was generated when \"$error.Clear();\n"
      "          Install-ExchangeCertificate -services \"IIS, POP, IMAP\"\n"
      "        \" was run: \"System.Security.Cryptography.CryptographicException: The certificate "
      "is "
      "expired.\".\n";
  const auto report = ReportOn(
      known +
      "[1] Executing: Get-Thing\n"
      "[1] [ERROR] The following error was generated when \"$error.Clear();\n"
      "          Set-Thing\n"
      "        \" was run: \"System.InvalidOperationException: The flux is inverted.\".\n");
  REQUIRE(report.other_failures.size() == 1);
  CHECK(report.other_failures[0].message == "The flux is inverted.");
}

TEST_CASE("The same failure pasted twice, or one that a rule knows, is no other") {
  CHECK(ReportOn(std::string(kExpired) + "\nagain:\n\n" + std::string(kExpired))
            .other_failures.empty());
  const auto report =
      ReportOn(std::string(kExpired) +
               "\nand on EX02:\n\n[03/11/2026 09:00:00.0100] [1] [ERROR] The service cannot be "
               "started, either because it is disabled or because it has no enabled devices "
               "associated with it\n");
  CHECK(report.diagnoses.size() == 2);
  CHECK(report.other_failures.empty());
}
