#include "setuplog/kept_attempts.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

Step MakeStep(Step::Kind kind, std::string_view name, int parent) {
  static TextStore names;
  Step step;
  step.kind = kind;
  step.name = names.Keep(name);
  step.parent = parent;
  step.finished = true;
  return step;
}

// An attempt with one error in the last of `cmdlets` quick cmdlets, and a record for each of them.
Attempt MakeAttempt(int cmdlets, size_t text_size) {
  Attempt attempt;
  attempt.ending = Ending::kFailure;
  attempt.steps.push_back(MakeStep(Step::Kind::kTask, "Install-BridgeheadRole", -1));
  for (int i = 0; i < cmdlets; ++i) {
    const std::string number = std::to_string(i);
    attempt.steps.push_back(MakeStep(Step::Kind::kCmdlet, "Get-Thing" + number, 0));
    Record record;
    record.line = i + 1;
    record.text = "Thing " + number + std::string(text_size, '.');
    attempt.notable.push_back(record);
  }
  attempt.notable[attempt.notable.size() / 2].tag = Tag::kWarning;
  ErrorReport report;
  report.step = static_cast<int>(attempt.steps.size()) - 1;
  report.message = "The certificate is expired.";
  attempt.errors.push_back(report);
  return attempt;
}

struct Kept {
  std::vector<Attempt> attempts;
  std::vector<std::string> limits;
};

Kept KeptOf(const std::vector<Attempt>& attempts) {
  KeptAttempts all;
  for (const Attempt& attempt : attempts) all.Add(attempt);
  Kept kept;
  kept.attempts = all.Take(&kept.limits);
  return kept;
}

std::vector<Attempt> Repeated(size_t times, const Attempt& attempt) {
  return std::vector<Attempt>(times, attempt);
}

}  // namespace

TEST_CASE("a thinned attempt still says in which step its error arose") {
  Attempt attempt = MakeAttempt(3000, 10);
  Thin(&attempt);
  REQUIRE(attempt.errors.size() == 1);
  REQUIRE(attempt.steps.size() == 2);
  const Step& failing = attempt.steps.at(static_cast<size_t>(attempt.errors[0].step));
  CHECK(failing.name == "Get-Thing2999");
  CHECK(attempt.steps.at(static_cast<size_t>(failing.parent)).name == "Install-BridgeheadRole");
}

TEST_CASE("a thinned attempt keeps steps that took long or never ended, with those around them") {
  Attempt attempt = MakeAttempt(10, 10);
  attempt.steps.push_back(MakeStep(Step::Kind::kCmdlet, "Around-It", 0));
  attempt.steps.push_back(MakeStep(Step::Kind::kCmdlet, "Wait-Long", 11));
  attempt.steps.back().started = Timestamp{1000};
  attempt.steps.back().ended = Timestamp{9000};
  attempt.steps.push_back(MakeStep(Step::Kind::kCmdlet, "Never-Ended", 0));
  attempt.steps.back().finished = false;
  Thin(&attempt);
  std::vector<std::string> names;
  for (const Step& step : attempt.steps) names.emplace_back(step.name);
  CHECK(names == std::vector<std::string>{"Install-BridgeheadRole", "Get-Thing9", "Around-It",
                                          "Wait-Long", "Never-Ended"});
  CHECK(attempt.steps[3].parent == 2);
  CHECK(attempt.steps[2].parent == 0);
}

TEST_CASE("a thinned attempt keeps its warnings and the records at either end") {
  Attempt attempt = MakeAttempt(3000, 10);
  Thin(&attempt);
  REQUIRE(attempt.notable.size() == 201);
  CHECK(attempt.notable.front().line == 1);
  CHECK(attempt.notable[100].tag == Tag::kWarning);
  CHECK(attempt.notable[100].line == 1501);
  CHECK(attempt.notable.back().line == 3000);
}

TEST_CASE("of attempts that are too large together the latest is whole, the others are thinned") {
  const Kept kept = KeptOf(Repeated(40, MakeAttempt(1000, 1000)));
  REQUIRE(kept.attempts.size() == 40);
  CHECK(kept.attempts.front().notable.size() == 201);
  CHECK(kept.attempts.front().errors.size() == 1);
  CHECK(kept.attempts.back().notable.size() == 1000);
  CHECK(kept.attempts.back().number == 40);
  REQUIRE(kept.limits.size() == 1);
  CHECK(kept.limits[0].find("earlier attempts") != std::string::npos);
  size_t bytes = 0;
  for (const Attempt& attempt : kept.attempts) bytes += BytesOf(attempt);
  CHECK(bytes <= (size_t{12} << 20) + BytesOf(kept.attempts.back()));
}

TEST_CASE("of attempts whose errors alone are too large the first and the latest are kept") {
  Attempt large = MakeAttempt(1, 10);
  large.errors[0].script = std::string(size_t{1} << 20, 'x');
  const Kept kept = KeptOf(Repeated(30, large));
  REQUIRE(kept.attempts.size() > 2);
  CHECK(kept.attempts.size() <= 12);
  CHECK(kept.attempts.front().number == 1);
  CHECK(kept.attempts.back().number == 30);
  REQUIRE_FALSE(kept.limits.empty());
  CHECK(kept.limits[0].find("30 attempts, of which") != std::string::npos);
}

// It was counted with the others at first, so that the attempts that explain it were dropped.
TEST_CASE("a latest attempt of any size leaves the earlier ones as they are") {
  std::vector<Attempt> attempts = Repeated(5, MakeAttempt(100, 100));
  attempts.push_back(MakeAttempt(3000, 6000));
  const Kept kept = KeptOf(attempts);
  REQUIRE(kept.attempts.size() == 6);
  CHECK(kept.attempts.front().notable.size() == 100);
  CHECK(kept.attempts.back().notable.size() == 3000);
  CHECK(kept.limits.empty());
}

TEST_CASE("a thinned attempt keeps the texts of its steps and settings, and no others") {
  Attempt attempt = MakeAttempt(3000, 10);
  const auto texts = std::make_shared<TextStore>();
  attempt.settings.push_back({texts->Keep("WindowsBuild"), texts->Keep("17763"), 7,
                              texts->Keep("Evaluated [Setting:WindowsBuild]")});
  attempt.texts = texts;
  Thin(&attempt);
  CHECK(attempt.texts != texts);
  CHECK(attempt.settings[0].name == "WindowsBuild");
  CHECK(attempt.settings[0].value == "17763");
  CHECK(attempt.settings[0].line_text == "Evaluated [Setting:WindowsBuild]");
  CHECK(attempt.settings[0].name.data() != texts->Keep("WindowsBuild").data());
  CHECK(attempt.steps.front().name == "Install-BridgeheadRole");
}

TEST_CASE("attempts of usual size are kept as they are") {
  const Kept kept = KeptOf(Repeated(12, MakeAttempt(500, 100)));
  REQUIRE(kept.attempts.size() == 12);
  CHECK(kept.attempts.front().notable.size() == 500);
  CHECK(kept.attempts.front().steps.size() == 501);
  CHECK(kept.limits.empty());
}

TEST_CASE("a cmdlet that failed is kept, and one that ended at once or without a stamp is not") {
  Attempt attempt = MakeAttempt(1, 10);
  attempt.errors.clear();
  for (const char* name : {"Failed", "Quick", "Without-End", "Ended"}) {
    attempt.steps.push_back(MakeStep(Step::Kind::kCmdlet, name, 0));
    attempt.steps.back().started = Timestamp{1000};
  }
  attempt.steps[2].failed = true;
  attempt.steps[3].ended = Timestamp{1500};
  attempt.steps[5].ended = Timestamp{2000};
  Thin(&attempt);
  std::vector<std::string> names;
  for (const Step& step : attempt.steps) names.emplace_back(step.name);
  CHECK(names == std::vector<std::string>{"Install-BridgeheadRole", "Failed", "Ended"});
}

TEST_CASE("everything that an attempt keeps counts as its size") {
  const Attempt empty;
  const std::string text(1000, 'x');
  const auto grown = [&](auto add) {
    Attempt attempt;
    add(&attempt);
    return BytesOf(attempt) >= BytesOf(empty) + text.size();
  };
  CHECK(grown([&](Attempt* a) { a->prerequisites.emplace_back().message = text; }));
  CHECK(grown([&](Attempt* a) { a->settings.emplace_back().value = text; }));
  CHECK(grown([&](Attempt* a) { a->state_changes.emplace_back().text = text; }));
  CHECK(grown([&](Attempt* a) { a->steps.emplace_back().description = text; }));
  CHECK(grown([&](Attempt* a) { a->errors.emplace_back().parameters = {text}; }));
  CHECK(grown(
      [&](Attempt* a) { a->errors.emplace_back().exceptions.emplace_back().message = text; }));
}

TEST_CASE("a single earlier attempt is kept whatever its size") {
  Attempt huge = MakeAttempt(1, 10);
  huge.errors[0].script = std::string(size_t{20} << 20, 'x');
  const Kept kept = KeptOf({huge, MakeAttempt(1, 10)});
  REQUIRE(kept.attempts.size() == 2);
  CHECK(kept.attempts[0].errors[0].script.size() == size_t{20} << 20);
}
