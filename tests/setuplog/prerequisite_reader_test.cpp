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
  TextStore texts;
  PrerequisiteReader reader(&texts);
  CHECK(reader.ReadMessage(
      RecordOf(Tag::kNone, "Failed [Rule:RebootPending] [Message: A reboot is  pending. \n]", 5)));
  CHECK(reader.ReadMessage(RecordOf(Tag::kRequired, "A reboot is  pending.", 6)));
  CHECK_FALSE(reader.ReadMessage(RecordOf(Tag::kNone, "Setup version: 15.1.2507.6.", 6)));
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
  TextStore texts;
  PrerequisiteReader reader(&texts);
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
  CHECK(RuleOfHelpLink("http://x/ms.exch.setupreadiness.RebootPending") == "RebootPending");
  CHECK(RuleOfHelpLink("http://x/ms.exch.setupreadiness").empty());
  CHECK(RuleOfHelpLink("http://x/ms.exch.setupreadiness/RebootPending").empty());
}

TEST_CASE("A true rule is a warning only if setup declared it as one") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
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
  TextStore texts;
  PrerequisiteReader reader(&texts);
  reader.ReadEvaluated(
      "Evaluated [Setting:A] [HasException:False] [Value:\"x \"y\"] [z]\"] "
      "[ParentValue:\"<NULL>\"] [Thread:1]",
      1);
  reader.ReadEvaluated("Evaluated [Setting:B] [HasException:True] [Value:", 2);
  const auto settings = reader.TakeSettings();
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].value == "x \"y\"] [z]");
}

TEST_CASE("A value is told though the line ends before it, or names its parent before it") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  reader.ReadEvaluated("Evaluated [Setting:A] [HasException:False] [Value:\"cut", 1);
  reader.ReadEvaluated("Evaluated [Setting:B] \"] [ParentValue:x] [Value:\"b\"] [Thread:1]", 2);
  reader.ReadEvaluated("Evaluated [Setting:C] [HasException:False]", 3);
  reader.ReadEvaluated("Evaluated [Setting:D] [Value:\"" + std::string(3000, 'd') + "\"]", 4);
  const auto settings = reader.TakeSettings();
  REQUIRE(settings.size() == 3);
  CHECK(settings[0].value == "cut");
  CHECK(settings[1].value == "b");
  CHECK(settings[2].value.empty());
}

TEST_CASE("A setting that was started and never evaluated is NULL, once") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  for (int i = 0; i < 2; ++i) {
    reader.ReadStarted("Started [Setting:Never] [Parent:X]", 1);
    reader.ReadStarted("Started [Setting:Found] [Parent:X]", 2);
  }
  reader.ReadEvaluated("Evaluated [Setting:Found] [Value:\"x\"]", 3);
  const auto settings = reader.TakeSettings();
  REQUIRE(settings.size() == 2);
  CHECK(settings[0].name == "Found");
  CHECK(settings[1].name == "Never");
  CHECK(settings[1].value == "<NULL>");
}

TEST_CASE("Floods of settings and rules are kept in part") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  for (int i = 0; i < 5000; ++i) {
    const std::string id = std::to_string(i);
    reader.ReadStarted("Started [Setting:N" + id + "] [Parent:X]", i);
    reader.ReadStarted("Started [Rule:R" + id + "] [RuleType:Warning]", i);
    reader.ReadEvaluated("Evaluated [Setting:S" + id + "] [Value:\"x\"]", i);
    reader.ReadEvaluated("Evaluated [Rule:R" + id + "] [HasException:False] [Value:\"True\"]", i);
  }
  CHECK(reader.TakeChecks().size() == 1000);
  CHECK(reader.TakeSettings().size() == 8000);
}

TEST_CASE("A check keeps the link and the message that were told with either of its lines") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  reader.ReadMessage(RecordOf(Tag::kRequired, "  A reboot\n is pending.  ", 1));
  reader.ReadMessage(RecordOf(Tag::kNone, "Help URL: http://x/ms.exch.setupreadiness.Reboot", 2));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:Reboot] [Message:]", 3));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].line == 3);
  CHECK(checks[0].help_link == "http://x/ms.exch.setupreadiness.Reboot");
}

TEST_CASE("The same sentence as error and as warning is two checks, and so is one rule's two") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  reader.ReadMessage(RecordOf(Tag::kRequired, "Something.", 1));
  reader.ReadMessage(RecordOf(Tag::kRecommended, "Something.", 2));
  reader.ReadMessage(RecordOf(Tag::kRecommended, "Something.", 3));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:Two] [Message:One.]", 4));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:Two] [Message:Other.]", 5));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 4);
  CHECK(checks[0].severity == Severity::kError);
  CHECK(checks[1].severity == Severity::kWarning);
  CHECK(checks[2].message == "One.");
  CHECK(checks[3].message == "Other.");
}

TEST_CASE("A warning of a rule's message does not become the error of that rule") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  reader.ReadMessage(RecordOf(Tag::kRecommended, "Something.", 1));
  reader.ReadMessage(RecordOf(Tag::kNone, "Failed [Rule:Two] [Message:Something.]", 2));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 2);
  CHECK(checks[1].severity == Severity::kError);
}

TEST_CASE("A help line without an address, or without a check before it, changes nothing") {
  TextStore texts;
  PrerequisiteReader reader(&texts);
  CHECK(reader.ReadMessage(RecordOf(Tag::kNone, "Help URL: http://x/setupreadiness.A", 1)));
  reader.ReadMessage(RecordOf(Tag::kRequired, "Something.", 2));
  CHECK(reader.ReadMessage(RecordOf(Tag::kNone, "Help URL: none", 3)));
  CHECK_FALSE(reader.ReadMessage(RecordOf(Tag::kNone, "another line", 4)));
  const auto checks = reader.TakeChecks();
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].rule.empty());
  CHECK(checks[0].help_link.empty());
}
