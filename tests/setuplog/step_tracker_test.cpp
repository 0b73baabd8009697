#include "setuplog/step_tracker.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>

#include "setuplog/log_parser.h"

using namespace exdiag::setuplog;

namespace {

// Lives on, as a tracker keeps views until KeepTexts().
std::string_view StampAt(int second) {
  static std::map<int, std::string> stamps;
  char stamp[64];
  std::snprintf(stamp, sizeof stamp, "[03/10/2026 17:%02d:%02d.0000]", second / 60, second % 60);
  return stamps.try_emplace(second, stamp).first->second;
}

void Run(StepTracker* tracker, const std::string& name, int64_t line, int from, int to) {
  tracker->BeginCmdlet(name, line, StampAt(from));
  tracker->KeepTexts();
  tracker->EndCmdlet(name, line + 1, StampAt(to));
}

std::vector<std::string> Names(const std::vector<Step>& steps) {
  std::vector<std::string> names;
  for (const Step& step : steps) names.emplace_back(step.name);
  return names;
}

}  // namespace

TEST_CASE("steps are a tree in the order of the file, though they are put down as they end") {
  TextStore texts;
  StepTracker tracker(&texts);
  tracker.BeginTask("install-mailboxrole", 1, StampAt(0));
  tracker.BeginCmdlet("Install-MailboxRole", 2, StampAt(0));  // the task itself
  tracker.BeginComponent("Mailbox", "Copying", 3, StampAt(1));
  tracker.BeginCmdlet("Outer", 4, StampAt(1));
  tracker.KeepTexts();
  Run(&tracker, "Inner", 5, 2, 3);
  int index = tracker.PutDownInnermost();
  tracker.EndCmdlet("OUTER", 8, StampAt(4));
  tracker.EndCmdlet("Never-Began", 9, StampAt(4));
  const std::vector<Step> steps = tracker.Take(index, {&index});
  REQUIRE(Names(steps) ==
          std::vector<std::string>{"install-mailboxrole", "Mailbox", "Outer", "Inner"});
  CHECK(steps[1].description == "Copying");
  CHECK(steps[3].parent == 2);
  CHECK(steps[2].parent == 1);
  CHECK(steps[1].parent == 0);
  CHECK(index == 2);
  CHECK(steps[2].failed);
  CHECK(steps[0].failed);
  CHECK_FALSE(steps[3].failed);
  CHECK(steps[2].finished);
  CHECK_FALSE(steps[1].finished);
}

TEST_CASE("the end of a cmdlet ends those within it whose ends are missing, up to the component") {
  TextStore texts;
  StepTracker tracker(&texts);
  tracker.BeginCmdlet("Outside", 1, StampAt(0));
  tracker.BeginComponent("Mailbox", "", 2, StampAt(1));
  tracker.BeginCmdlet("Outer", 3, StampAt(2));
  tracker.BeginCmdlet("Inner", 4, StampAt(3));
  tracker.EndCmdlet("Mailbox", 5, StampAt(4));  // no cmdlet
  tracker.EndCmdlet("Outer", 6, StampAt(5));
  const std::vector<Step> steps = tracker.Take(-1, {});
  REQUIRE(Names(steps) == std::vector<std::string>{"Outside", "Mailbox", "Outer", "Inner"});
  CHECK(steps[2].finished);
  CHECK(steps[2].last_line == 6);
  CHECK_FALSE(steps[3].finished);
  CHECK(steps[3].last_line == 5);
  CHECK_FALSE(steps[1].finished);
  CHECK_FALSE(steps[0].finished);
}

TEST_CASE("beyond thousands of cmdlets those that took a second or more are kept") {
  TextStore texts;
  StepTracker tracker(&texts);
  tracker.BeginTask("task", 1, StampAt(0));
  for (int i = 0; i < 7000; ++i) Run(&tracker, "Quick", 2 + 2 * i, 0, 0);
  CHECK(tracker.full());
  Run(&tracker, "Within-Second", 20000, 1, 1);
  Run(&tracker, "Took-Long", 20002, 1, 3);
  const std::string unreadable = "no stamp of a log at all";
  tracker.BeginCmdlet("Unreadable", 20004, unreadable);
  tracker.EndCmdlet("Unreadable", 20005, StampAt(9));
  Run(&tracker, "Begun-Later", 20006, 3, 1);
  const std::vector<Step> steps = tracker.Take(-1, {});
  const std::vector<std::string> names = Names(steps);
  CHECK(names.back() == "Took-Long");
  CHECK(steps.back().parent == 0);
  CHECK(std::count(names.begin(), names.end(), "Quick") < 6010);
}

TEST_CASE("beyond tens of thousands of steps only what an error needs is kept") {
  TextStore texts;
  StepTracker tracker(&texts);
  for (int i = 0; i < 50000; ++i) {
    tracker.BeginComponent("Component", "", i + 1, StampAt(0));
  }
  tracker.BeginCmdlet("Fails", 60000, StampAt(1));
  tracker.KeepTexts();
  int index = tracker.PutDownInnermost();
  tracker.EndCmdlet("Fails", 60001, StampAt(9));
  Run(&tracker, "Took-Long", 60002, 1, 9);
  const std::vector<Step> steps = tracker.Take(index, {&index});
  CHECK(steps.size() < 40010);
  REQUIRE(index >= 0);
  CHECK(steps.at(static_cast<size_t>(index)).name == "Fails");
  CHECK(steps.at(static_cast<size_t>(index)).failed);
}

// Each error put its cmdlet down without a limit: a million of them held 190 MB.
TEST_CASE("of tens of thousands of errors in a cmdlet each the first have a step") {
  TextStore texts;
  StepTracker tracker(&texts);
  int last = 0;
  for (int i = 0; i < 70000; ++i) {
    tracker.BeginCmdlet("Fails", 2 * i + 1, StampAt(0));
    tracker.KeepTexts();
    last = tracker.PutDownInnermost();
    if (i == 40000) CHECK(last == 40000);
    if (last >= 0) CHECK(tracker.PutDownInnermost() == last);
    tracker.EndCmdlet("Fails", 2 * i + 2, StampAt(0));
  }
  CHECK(last == -1);
  CHECK(tracker.full());
  const std::vector<Step> steps = tracker.Take(last, {});
  CHECK(steps.size() == 60000);
  CHECK_FALSE(steps.back().failed);
}

TEST_CASE("the names of all open steps live on when their texts go") {
  TextStore texts;
  StepTracker tracker(&texts);
  std::string block = "OuterInner";
  tracker.BeginCmdlet(std::string_view(block).substr(0, 5), 1, StampAt(0));
  tracker.BeginCmdlet(std::string_view(block).substr(5), 2, StampAt(1));
  tracker.KeepTexts();
  block.assign(10, 'x');
  CHECK(Names(tracker.Take(-1, {})) == std::vector<std::string>{"Outer", "Inner"});
}

TEST_CASE("cmdlets without ends nest only so deep") {
  TextStore texts;
  StepTracker tracker(&texts);
  tracker.BeginTask("task", 1, StampAt(0));
  for (int i = 0; i < 1000; ++i) {
    const std::string name = "Endless" + std::to_string(i);
    tracker.BeginCmdlet(name, i + 2, StampAt(0));
    tracker.KeepTexts();
  }
  CHECK(tracker.full());
  CHECK(tracker.InnermostCmdlet() == "Endless198");
  CHECK(tracker.NameOfOpen(Step::Kind::kTask) == "task");
  CHECK(tracker.Take(-1, {}).size() == 200);
}

// Its description went to the innermost cmdlet, and errors in it did not name it.
TEST_CASE("a component finds room though the ends of many cmdlets are missing") {
  TextStore texts;
  StepTracker tracker(&texts);
  tracker.BeginTask("task", 1, StampAt(0));
  for (int i = 0; i < 300; ++i) {
    const std::string name = "Endless" + std::to_string(i);
    tracker.BeginCmdlet(name, i + 2, StampAt(0));
    tracker.KeepTexts();
  }
  tracker.BeginComponent("Transport", "Configuring", 500, StampAt(1));
  CHECK(tracker.NameOfOpen(Step::Kind::kComponent) == "Transport");
  CHECK(tracker.InnermostCmdlet().empty());
  const std::vector<Step> steps = tracker.Take(-1, {});
  for (const Step& step : steps) CHECK(step.description.empty() == (step.name != "Transport"));
}

TEST_CASE("a log says when it has more steps than are kept") {
  std::string text =
      "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\n";
  for (int i = 0; i < 7000; ++i) {
    text += "[03/10/2026 17:00:01.0000] [2] Beginning processing Get-Thing\n";
    text += "[03/10/2026 17:00:01.0000] [2] Ending processing Get-Thing\n";
  }
  const SetupLog log = ParseLog(text + text);
  REQUIRE(log.attempts.size() == 2);
  CHECK(log.attempts[0].steps.size() == 6000);
  CHECK(log.limits_hit.size() == 1);
}
