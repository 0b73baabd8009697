#include "diagnosis/triage_tally.h"

#include <catch2/catch.hpp>

using namespace exdiag::diagnosis;

namespace {

TriageRow Row(const std::string& path, const std::string& rule, const std::string& title) {
  TriageRow row;
  row.path = path;
  row.verdict = Verdict::kFailed;
  row.rule = rule;
  row.title = title;
  row.fingerprint = "f-" + title;
  return row;
}

}  // namespace

TEST_CASE("Logs are counted by cause, of which the first ones stay as examples") {
  TriageTally tally;
  for (int i = 0; i < 5; ++i)
    tally.Add(Row("cert" + std::to_string(i), "cert-expired", "The certificate has expired"));
  tally.Add(Row("x", "", "Something new"));
  tally.Add(Row("y", "", "Something new"));
  TriageRow fine;
  fine.verdict = Verdict::kSucceeded;
  tally.Add(fine);
  tally.Add(TriageRow());  // cut off

  const auto causes = tally.Causes();
  REQUIRE(causes.size() == 2);
  CHECK(causes[0].key == "cert-expired");
  CHECK(causes[0].logs == 5);
  REQUIRE(causes[0].examples.size() == TriageTally::kExamples);
  CHECK(causes[0].examples[2].path == "cert2");
  CHECK_FALSE(causes[1].known);
  CHECK(causes[1].title() == "Something new");
  CHECK(tally.logs() == 9);
  CHECK(tally.failed() == 7);
  CHECK(tally.unknown() == 2);
  CHECK(tally.succeeded() == 1);
}

TEST_CASE("A cause is called what most of its logs call it, however many names there are") {
  TriageTally tally;
  for (int i = 0; i < 300; ++i) tally.Add(Row("p", "r", "title " + std::to_string(i)));
  for (int i = 0; i < 2; ++i) tally.Add(Row("p", "r", "title 42"));
  REQUIRE(tally.Causes().size() == 1);
  CHECK(tally.Causes()[0].logs == 302);
  CHECK(tally.Causes()[0].title() == "title 42");
  CHECK(tally.Causes()[0].titles.size() == 100);
}
