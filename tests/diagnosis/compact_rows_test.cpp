#include "diagnosis/compact_rows.h"

#include <catch2/catch.hpp>

using namespace exdiag::diagnosis;

namespace {

TriageRow Row(const std::string& path, int attempt = 1) {
  TriageRow row;
  row.path = path;
  row.customer = "Contoso";
  row.server = "EX01.contoso.com";
  row.product = "Exchange Server 2016 CU23";
  row.build = "15.1.2507.6";
  row.mode = "Upgrade";
  row.verdict = Verdict::kBlocked;
  row.rule = "rule";
  row.title = "Title";
  row.category = "category";
  row.confidence = 0.9;
  row.failing_step = "step";
  row.fingerprint = "0123456789abcdef";
  row.attempt = attempt;
  row.started = exdiag::setuplog::Timestamp{1000};
  row.ended = exdiag::setuplog::Timestamp{2000};
  row.rerun = Rerun::kAfterRestart;
  return row;
}

std::vector<std::string> PathsOf(const CompactRows& rows) {
  std::vector<std::string> paths;
  for (const TriageRow row : rows) paths.push_back(row.path + ":" + std::to_string(row.attempt));
  return paths;
}

}  // namespace

TEST_CASE("A row comes out as it went in") {
  CompactRows rows = {TriageRow(), Row("a")};
  const CompactRows moved = std::move(rows);
  REQUIRE(moved.size() == 2);
  const TriageRow row = moved[1];
  const TriageRow expected = Row("a");
  CHECK(row.path == expected.path);
  CHECK(row.customer == expected.customer);
  CHECK(row.server == expected.server);
  CHECK(row.product == expected.product);
  CHECK(row.build == expected.build);
  CHECK(row.mode == expected.mode);
  CHECK(row.verdict == expected.verdict);
  CHECK(row.rule == expected.rule);
  CHECK(row.title == expected.title);
  CHECK(row.category == expected.category);
  CHECK(row.confidence == expected.confidence);
  CHECK(row.failing_step == expected.failing_step);
  CHECK(row.fingerprint == expected.fingerprint);
  CHECK(row.attempt == expected.attempt);
  CHECK(row.started->milliseconds == 1000);
  CHECK(row.ended->milliseconds == 2000);
  CHECK_FALSE(moved[0].ended);
  CHECK(row.rerun == expected.rerun);
  CHECK(moved[0].title.empty());
}

TEST_CASE("Rows are put into the order of a walk, each once") {
  CompactRows rows = {Row("b/x", 2), Row("b-c/x"), Row("a"), Row("b/x", 1), Row("a")};
  rows.PutInOrder();
  CHECK(PathsOf(rows) == std::vector<std::string>{"a:1", "b/x:1", "b/x:2", "b-c/x:1"});
}
