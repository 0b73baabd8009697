#include <cmath>
#include <nlohmann/json.hpp>

#include "report/triage_report.h"

namespace exdiag::report {
namespace {

using diagnosis::Triage;
using diagnosis::TriageGroup;
using diagnosis::TriageRow;
using Json = nlohmann::ordered_json;

Json TextOrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json TimeOrNull(std::optional<setuplog::Timestamp> time) {
  return time ? Json(setuplog::IsoText(*time)) : Json(nullptr);
}

Json RowJson(const TriageRow& row) {
  return {{"path", row.path},
          {"verdict", VerdictName(row.verdict)},
          {"rule", TextOrNull(row.rule)},
          {"title", TextOrNull(row.title)},
          {"category", TextOrNull(row.category)},
          {"confidence",
           row.rule.empty() ? Json(nullptr) : Json(std::round(row.confidence * 100) / 100)},
          {"customer", TextOrNull(row.customer)},
          {"server", TextOrNull(row.server)},
          {"product", TextOrNull(row.product)},
          {"build", TextOrNull(row.build)},
          {"mode", TextOrNull(row.mode)},
          {"attempt", row.attempt},
          {"started", TimeOrNull(row.started)},
          {"ended", TimeOrNull(row.ended)},
          {"failing_step", TextOrNull(row.failing_step)},
          {"rerun", RerunName(row.rerun)},
          {"fingerprint", TextOrNull(row.fingerprint)}};
}

Json GroupJson(const Triage& triage, const TriageGroup& group) {
  Json paths = Json::array();
  for (const size_t index : group.rows) paths.push_back(triage.rows[index].path);
  return {{"rule", group.known ? Json(group.key) : Json(nullptr)},
          {"fingerprint", group.known ? Json(nullptr) : Json(group.key)},
          {"title", TextOrNull(group.title)},
          {"count", group.rows.size()},
          {"logs", std::move(paths)}};
}

// ASCII alone, as the other JSON formats.
std::string Dumped(const Json& json, bool pretty) {
  return json.dump(pretty ? 2 : -1, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string RenderTriageJson(const Triage& triage, bool pretty) {
  Json json = {{"schema", "exdiag.triage/1"}};
  json["tool"] = {{"name", "exdiag"},
                  {"version", EXDIAG_VERSION},
                  {"rules", {{"count", triage.rule_count}, {"digest", triage.rules_digest}}}};
  json["logs"] = Json::array();
  for (const TriageRow& row : triage.rows) json["logs"].push_back(RowJson(row));
  json["groups"] = Json::array();
  for (const TriageGroup& group : triage.groups) json["groups"].push_back(GroupJson(triage, group));
  return Dumped(json, pretty);
}

std::string RenderTriageNdjson(const TriageRow& row) { return Dumped(RowJson(row), false); }

}  // namespace exdiag::report
