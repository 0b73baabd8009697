#include "report/triage_rows.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

namespace exdiag::report {
namespace {

using diagnosis::Rerun;
using diagnosis::TriageRow;
using diagnosis::Verdict;
using Json = nlohmann::json;

std::string TextAt(const Json& json, const char* key) {
  const auto value = json.find(key);
  return value != json.end() && value->is_string() ? value->get<std::string>() : std::string();
}

template <typename Enum, size_t N>
Enum ByName(std::string_view name, const std::array<Enum, N>& all,
            std::string_view (*name_of)(Enum), Enum otherwise) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](Enum value) { return name_of(value) == name; });
  return found == all.end() ? otherwise : *found;
}

Verdict VerdictOf(std::string_view name) {
  constexpr std::array<Verdict, 4> kAll = {Verdict::kSucceeded, Verdict::kFailed, Verdict::kBlocked,
                                           Verdict::kIncomplete};
  return ByName(name, kAll, diagnosis::VerdictName, Verdict::kIncomplete);
}

Rerun RerunOf(std::string_view name) {
  constexpr std::array<Rerun, 5> kAll = {Rerun::kNow, Rerun::kAfterFix, Rerun::kAfterRestart,
                                         Rerun::kAfterCleanup, Rerun::kUnknown};
  return ByName(name, kAll, diagnosis::RerunName, Rerun::kUnknown);
}

// "2021-03-06T18:37:29.035Z" is what a log's own stamp says in another order.
std::optional<setuplog::Timestamp> TimeOf(const std::string& iso) {
  if (iso.size() != 24) return std::nullopt;
  const std::string stamp = "[" + iso.substr(5, 2) + "/" + iso.substr(8, 2) + "/" +
                            iso.substr(0, 4) + " " + iso.substr(11, 8) + ".0" + iso.substr(20, 3) +
                            "]";
  const auto read = setuplog::ReadStamp(stamp);
  return read ? std::optional(read->time) : std::nullopt;
}

}  // namespace

std::optional<TriageRow> ReadTriageNdjson(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object() || TextAt(json, "path").empty() || TextAt(json, "verdict").empty())
    return std::nullopt;
  TriageRow row;
  row.path = TextAt(json, "path");
  row.customer = TextAt(json, "customer");
  row.server = TextAt(json, "server");
  row.product = TextAt(json, "product");
  row.build = TextAt(json, "build");
  row.mode = TextAt(json, "mode");
  row.verdict = VerdictOf(TextAt(json, "verdict"));
  row.rule = TextAt(json, "rule");
  row.title = TextAt(json, "title");
  row.category = TextAt(json, "category");
  row.failing_step = TextAt(json, "failing_step");
  row.fingerprint = TextAt(json, "fingerprint");
  row.rerun = RerunOf(TextAt(json, "rerun"));
  row.started = TimeOf(TextAt(json, "started"));
  row.ended = TimeOf(TextAt(json, "ended"));
  if (const auto value = json.find("confidence"); value != json.end() && value->is_number()) {
    row.confidence = value->get<double>();
  }
  if (const auto value = json.find("attempt"); value != json.end() && value->is_number_integer()) {
    row.attempt = value->get<int>();
  }
  return row;
}

}  // namespace exdiag::report
