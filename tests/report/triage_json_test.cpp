#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/triage_writer.h"

using namespace exdiag;
using diagnosis::TriageRow;

namespace {

TriageRow Failed(const std::string& path, const std::string& rule, const std::string& title) {
  TriageRow row;
  row.path = path;
  row.verdict = diagnosis::Verdict::kFailed;
  row.rule = rule;
  row.title = title;
  row.fingerprint = "f-" + title;
  return row;
}

std::string JsonOf(const std::vector<TriageRow>& rows, bool pretty) {
  std::string text;
  const auto writer =
      report::TriageJsonWriter({7, "digest"}, pretty, [&](std::string_view part) { text += part; });
  for (const TriageRow& row : rows) writer->Row(row);
  writer->End();
  return text;
}

}  // namespace

TEST_CASE("JSON that is written row by row is laid out as if it were written whole") {
  const std::vector<TriageRow> rows = {Failed("logs/\"a\".log", "cert-expired", "Certificate"),
                                       TriageRow(), Failed("b.log", "", "New\nline"),
                                       Failed("c.log", "cert-expired", "Certificate")};
  for (const auto& some : {rows, std::vector<TriageRow>()}) {
    const std::string pretty = JsonOf(some, true);
    const auto json = nlohmann::ordered_json::parse(pretty);
    CHECK(json.dump(2) + "\n" == pretty);
    CHECK(json.dump() + "\n" == JsonOf(some, false));
    CHECK(json["logs"].size() == some.size());
  }
  const auto json = nlohmann::json::parse(JsonOf(rows, false));
  CHECK(json["schema"] == "exdiag.triage/1");
  CHECK(json["tool"]["rules"]["count"] == 7);
  REQUIRE(json["groups"].size() == 2);
  CHECK(json["groups"][0]["rule"] == "cert-expired");
  CHECK(json["groups"][0]["count"] == 2);
  CHECK(json["groups"][0]["logs"] == nlohmann::json({"logs/\"a\".log", "c.log"}));
  CHECK(json["groups"][1]["rule"] == nullptr);
  CHECK(json["groups"][1]["fingerprint"] == "f-New\nline");
}
