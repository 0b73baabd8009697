#include <catch2/catch.hpp>
#include <sstream>

#include "report/display_width.h"
#include "report/render.h"
#include "report/sample_report.h"

namespace exdiag::report {
namespace {

using Catch::Contains;

std::string Text(const diagnosis::LogReport& log, const TextStyle& style = {}) {
  diagnosis::Report report;
  report.logs = {log};
  return RenderText(report, style);
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("The text report begins with the verdict and the root cause") {
  const auto lines = LinesOf(Text(FailedUpgrade()));
  CHECK(lines[0] == "FAILED  Exchange Server 2016 CU23 upgrade on EX01.contoso.com");
  CHECK(lines[2] == "error[cert-expired]: The certificate bound to IIS has expired");
  CHECK_THAT(lines[3], Contains("--> ExchangeSetup.log:742"));
}

TEST_CASE("A command stands on one line however long, with nothing but blanks before it") {
  const std::string command = FailedUpgrade().diagnoses[0].steps[0].command;
  for (const std::string& line : LinesOf(Text(FailedUpgrade()))) {
    if (line.find("Enable-ExchangeCertificate") == std::string::npos) continue;
    CHECK(line.substr(line.find_first_not_of(' ')) == command);
  }
}

TEST_CASE("All lines but commands and addresses fit into the width") {
  TextStyle narrow;
  narrow.width = 60;
  for (const std::string& line : LinesOf(Text(FailedUpgrade(), narrow))) {
    const bool copied = line.find("Certificate -") != std::string::npos ||
                        line.find("Set-Service") != std::string::npos;
    INFO(line);
    CHECK((copied || DisplayWidth(line) <= 60));
  }
}

TEST_CASE("The telling part of the evidence is marked below its line") {
  const auto lines = LinesOf(Text(FailedUpgrade()));
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].find("742 | [03") == std::string::npos) continue;
    CHECK(lines[i + 1].find('^') == lines[i].find("certificate is expired"));
  }
}

TEST_CASE("An undo that is a command can be copied, too") {
  CHECK_THAT(Text(FailedUpgrade()),
             Contains("To undo:\n        Remove-ExchangeCertificate -Thumbprint"));
}

TEST_CASE("Services with one fate are told once, with a command for each") {
  const std::string text = Text(FailedUpgrade());
  CHECK_THAT(text, Contains("FMS (line 640),"));
  CHECK_THAT(text, Contains("setup disabled and did not restore"));
  CHECK(text.find("did not restore") == text.rfind("did not restore"));
}

TEST_CASE("Colour adds escape sequences and takes nothing away") {
  TextStyle style;
  style.color = true;
  std::string colored = Text(FailedUpgrade(), style);
  CHECK_THAT(colored, Contains("\x1b[1;31m"));
  while (colored.find('\x1b') != std::string::npos) {
    const size_t at = colored.find('\x1b');
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == Text(FailedUpgrade()));
}

TEST_CASE("Escape sequences of a log do not come out of the text report") {
  diagnosis::LogReport log = UnknownFailure();
  log.failure->message = "\x1b]0;x\x07";
  log.failure->exceptions.clear();
  log.path = "a\x1b[2J.log";
  log.failure->script = "\x1b[2J";
  log.aftermath[0].command = "\x1b[2J";
  CHECK_THAT(Text(log), !Contains("\x1b"));
}

TEST_CASE("On a terminal without Unicode the report is ASCII") {
  diagnosis::LogReport log = FailedUpgrade();
  log.diagnoses[0].evidence[0].text += " \u201eZertifikat\u201d f\u00fcr " + std::string(200, 'x');
  TextStyle style;
  style.unicode = false;
  for (const char c : Text(log, style)) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE(
    "An unknown failure tells where it arose, its codes, its fingerprint and how to make a rule of "
    "it") {
  const std::string text = Text(UnknownFailure());
  CHECK_THAT(text, Contains("no rule knows"));
  CHECK_THAT(text, Contains("Mailbox role: Transport service"));
  CHECK_THAT(text, Contains("CryptographicException: The"));
  CHECK_THAT(text, Contains("E_ACCESSDENIED"));
  CHECK_THAT(text, Contains("0123456789abcdef"));
  CHECK_THAT(text, Contains("exdiag rules new --from ExchangeSetup.log"));
}

TEST_CASE("Success is short") {
  const std::string text = Text(Succeeded());
  CHECK_THAT(text, Contains("SUCCEEDED"));
  CHECK_THAT(text, Contains("Nothing to do."));
  CHECK_THAT(text, !Contains("Can setup be run again"));
}

TEST_CASE("Each failed check of a blocked setup comes with its own steps") {
  diagnosis::LogReport log = FailedUpgrade();
  log.verdict = diagnosis::Verdict::kBlocked;
  diagnosis::Diagnosis second = log.diagnoses[0];
  second.rule = "prereq-other";
  second.primary = false;
  second.relation = diagnosis::Relation::kContributing;
  second.steps = {
      {"Install the feature.", "Install-WindowsFeature RSAT-Clustering", "", "", "", ""}};
  log.diagnoses.push_back(second);
  log.failure->blocking_prerequisites = {
      {"RebootPending", "A restart is pending.", "", setuplog::Severity::kError, 637, "", false}};
  const std::string text = Text(log);
  CHECK_THAT(text, Contains("RebootPending (line 637)"));
  CHECK_THAT(text, Contains("Install-WindowsFeature RSAT-Clustering"));
}

TEST_CASE("The quiet report is one line a log") {
  TextStyle style;
  style.quiet = true;
  CHECK(Text(FailedUpgrade(), style) ==
        "ExchangeSetup.log:742: failed[cert-expired]: The certificate bound to IIS has expired\n");
  CHECK(LinesOf(Text(UnknownFailure(), style)).size() == 1);
}

TEST_CASE("Several logs end with a tally") {
  diagnosis::Report report;
  report.logs = {FailedUpgrade(), Succeeded()};
  CHECK_THAT(RenderText(report, {}), Contains("2 logs: 1 failed, 1 succeeded"));
}

TEST_CASE("An empty report is an empty text") { CHECK(RenderText({}, {}).empty()); }

}  // namespace
}  // namespace exdiag::report
