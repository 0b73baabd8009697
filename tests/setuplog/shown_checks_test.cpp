#include "setuplog/shown_checks.h"

#include <catch2/catch.hpp>

#include "setuplog/log_parser.h"

using namespace exdiag::setuplog;

namespace {

constexpr std::string_view kLink =
    "For more information, visit: "
    "https://technet.microsoft.com/library(EXCHG.150)/ms.exch.setupreadiness.";

std::vector<PrerequisiteCheck> Named(const Attempt& attempt) {
  std::vector<PrerequisiteCheck> named;
  for (const PrerequisiteCheck& check : attempt.prerequisites)
    if (!check.presumed) named.push_back(check);
  return named;
}

}  // namespace

// The message of a check was once looked for behind its link, so that each check had the sentence
// of the next one.
TEST_CASE("The console shows the message of a check above its link") {
  for (const std::string between : {"\n", "\n\n"}) {
    const SetupLog log = ParseLog(
        "Performing Microsoft Exchange Server Prerequisite Check\n\n"
        "    Prerequisite Analysis                                             FAILED\n"
        "     Visual C++ 2013 Redistributable Package is a required component.\n     " +
        std::string(kLink) + "VC2013RedistInstalled.aspx" + between +
        "     There is a pending reboot from a previous installation.\n     " + std::string(kLink) +
        "RebootPending.aspx\n\n"
        "The Exchange Server setup operation didn't complete.\n");
    REQUIRE(log.attempts.size() == 1);
    CHECK(log.attempts[0].ending == Ending::kBlocked);
    const auto checks = Named(log.attempts[0]);
    REQUIRE(checks.size() == 2);
    CHECK(checks[0].rule == "VC2013RedistInstalled");
    CHECK(checks[0].message == "Visual C++ 2013 Redistributable Package is a required component.");
    CHECK(checks[0].line == 4);
    CHECK(checks[0].line_text ==
          "     Visual C++ 2013 Redistributable Package is a required component.");
    CHECK(checks[1].rule == "RebootPending");
    CHECK(checks[1].message == "There is a pending reboot from a previous installation.");
    CHECK(checks[1].help_link.ends_with("setupreadiness.RebootPending.aspx"));
  }
}

// Links of newer setups have hyphens; behind an introduction that is not English they were passed
// over.
TEST_CASE("A link of the new form names its check in any language") {
  const SetupLog log = ParseLog(
      "Vérification de la configuration requise pour Microsoft Exchange Server\n\n"
      "    Analyse des conditions préalables                              ÉCHEC\n"
      "     Un redémarrage en attente a été détecté.\n"
      "     Pour plus d'informations, visitez : "
      "https://docs.microsoft.com/Exchange/plan-and-deploy/"
      "deployment-ref/ms-exch-setupreadiness-RebootPending?view=exchserver-2019\n");
  REQUIRE(log.attempts.size() == 1);
  const auto checks = Named(log.attempts[0]);
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].rule == "RebootPending");
  CHECK(checks[0].message == "Un redémarrage en attente a été détecté.");
}

TEST_CASE("In the analysis a message with any help link is a check, elsewhere it may be one") {
  const std::string message =
      "The Windows component Server-Media-Foundation isn't installed on this computer.\n"
      "For more information, visit: https://docs.microsoft.com/Exchange/prerequisites\n";
  const SetupLog log = ParseLog("    Prerequisite Analysis         FAILED\n" + message);
  REQUIRE(Named(log.attempts.at(0)).size() == 1);
  CHECK(Named(log.attempts.at(0))[0].rule.empty());
  CHECK(Named(ParseLog("Exchange setup said:\n\n" + message).attempts.at(0)).empty());
}

TEST_CASE("A check that only warns blocks nothing") {
  const SetupLog log = ParseLog("Setup will prepare the organization for Exchange Server 2016.\n" +
                                std::string(kLink) + "NoE15ServerWarning.aspx\n");
  REQUIRE(Named(log.attempts.at(0)).size() == 1);
  CHECK(Named(log.attempts.at(0))[0].severity == Severity::kWarning);
  CHECK(log.attempts.at(0).ending != Ending::kBlocked);
}

// It was once taken as the message of an error besides.
TEST_CASE("A recommendation in a paste is a warning alone") {
  const SetupLog log = ParseLog(
      "[RECOMENDED] Setup will prepare the organization for Exchange Server 2016.\n"
      "Help URL: http://technet.microsoft.com/ms.exch.setupreadiness.NoE15ServerWarning.aspx\n");
  for (const PrerequisiteCheck& check : log.attempts.at(0).prerequisites) {
    CAPTURE(check.message);
    CHECK((check.presumed || check.severity == Severity::kWarning));
    CHECK(check.message.find("prepare the organization") ==
          (check.severity == Severity::kWarning ? 11 : std::string::npos));
  }
}

TEST_CASE("A role that failed is told in the languages that are known") {
  CHECK(FailedRole("    Mailbox role: Transport service            FAILED") ==
        "Mailbox role: Transport service");
  CHECK(FailedRole("Postfachrolle: Transportdienst .... FEHLGESCHLAGEN") ==
        "Postfachrolle: Transportdienst");
  CHECK(FailedRole("Rôle de boîte aux lettres : service de transport    ÉCHEC") ==
        "Rôle de boîte aux lettres : service de transport");
  CHECK(FailedRole("準備の分析     失敗") == "準備の分析");
  CHECK(FailedRole("Setup has FAILED badly").empty());
}

TEST_CASE("A second link behind a message, or one with no message at all, is a text of its own") {
  const auto record = [](int64_t line, std::string text) {
    Record one;
    one.line = line;
    one.text = std::move(text);
    return one;
  };
  const std::string link(kLink);
  const auto checks =
      ShownChecks({record(1, "A restart is pending."), record(2, link + "Reboot.aspx"),
                   record(3, link + "Other.aspx")});
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].rule == "Reboot");
  CHECK(checks[0].message == "A restart is pending.");
  CHECK(checks[1].rule == "Other");
  CHECK(checks[1].line == 3);
}

TEST_CASE("A message may have its link in the same record, over several lines") {
  Record record;
  record.line = 1;
  record.text = "A restart\nis pending.\n" + std::string(kLink) + "Reboot.aspx\nmore";
  const auto checks = ShownChecks({record});
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].message == "A restart is pending.");
  CHECK(checks[0].rule == "Reboot");
  CHECK_FALSE(checks[0].presumed);
}

TEST_CASE("Of very many texts in a paste the first may be checks") {
  std::vector<Record> records(1000);
  for (Record& record : records) record.text = "Something.";
  CHECK(ShownChecks(records).size() == 300);
}
