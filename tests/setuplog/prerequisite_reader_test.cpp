#include "setuplog/prerequisite_reader.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

Record RecordOf(Tag tag, std::string text, int64_t line = 1) {
  Record record;
  record.tag = tag;
  record.line = line;
  record.text = std::move(text);
  return record;
}

}  // namespace

TEST_CASE("A failed check and what setup shows for it are one check") {
  PrerequisiteReader reader;
  reader.ReadMessage(
      RecordOf(Tag::kNone, "Failed [Rule:RebootPending] [Message:A reboot is  pending.]", 5));
  reader.ReadMessage(RecordOf(Tag::kRequired, "A reboot is  pending.", 6));
  reader.ReadMessage(RecordOf(
      Tag::kNone,
      "Help URL: "
      "http://technet.microsoft.com/library(EXCHG.150)/ms.exch.setupreadiness.RebootPending.aspx",
      7));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].rule == "RebootPending");
  CHECK(checks[0].message == "A reboot is pending.");
  CHECK(checks[0].line == 5);
}

TEST_CASE("Failed lines may stand between a message and its help link") {
  PrerequisiteReader reader;
  reader.ReadMessage(RecordOf(Tag::kRequired, "First.", 1));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:Two] [Message:Second.]", 2));
  reader.ReadMessage(RecordOf(Tag::kNone, "Help URL: http://x/ms.exch.setupreadiness.One.aspx", 3));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:One] [Message:First.]", 4));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].rule == "One");
  CHECK(checks[1].rule == "Two");
}

TEST_CASE("The help link names the rule where only the console text is there") {
  CHECK(RuleOfHelpLink("http://technet.microsoft.com/library(EXCHG.150)/"
                       "ms.exch.setupreadiness.AdInitErrorRule.aspx") == "AdInitErrorRule");
  CHECK(RuleOfHelpLink("https://docs.microsoft.com/Exchange/x/"
                       "ms-exch-setupreadiness-RebootPending?view=exchserver-2016") ==
        "RebootPending");
  CHECK(RuleOfHelpLink("https://docs.microsoft.com/Exchange/system-requirements?view=x").empty());
}

TEST_CASE("A true rule is a warning only if setup declared it as one") {
  PrerequisiteReader reader;
  reader.ReadStarted(
      "Started [Rule:NoConnectorToStar] [Parent:RootAnalysisMember] [RuleType:Warning]", 1);
  reader.ReadStarted("Started [Rule:Spliced] [Parent:RootAnalysisMember] [RuleType:Error]", 2);
  for (const char* rule : {"NoConnectorToStar", "Spliced"}) {
    reader.ReadEvaluated(std::string("Evaluated [Rule:") + rule +
                             "] [HasException:False] [Value:\"True\"] [ParentValue:\"<NULL>\"]",
                         3);
  }
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].rule == "NoConnectorToStar");
  CHECK(checks[0].severity == Severity::kWarning);
}

TEST_CASE("Values of settings may hold quotes and brackets; exceptions are no values") {
  PrerequisiteReader reader;
  reader.ReadEvaluated(
      "Evaluated [Setting:A] [HasException:False] [Value:\"x \"y\"] [z]\"] "
      "[ParentValue:\"<NULL>\"] [Thread:1]",
      1);
  reader.ReadEvaluated("Evaluated [Setting:B] [HasException:True] [Value:", 2);
  const auto settings = reader.TakeSettings();
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].value == "x \"y\"] [z]");
}
