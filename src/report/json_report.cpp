#include <cmath>
#include <nlohmann/json.hpp>

#include "report/render.h"

namespace exdiag::report {
namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json TimeOrNull(const std::optional<setuplog::Timestamp>& time) {
  return time ? Json(setuplog::IsoText(*time)) : Json(nullptr);
}

Json LineOrNull(int64_t line) { return line > 0 ? Json(line) : Json(nullptr); }

template <typename T, typename ToJson>
Json ListOf(const std::vector<T>& values, ToJson&& to_json) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(to_json(value));
  return list;
}

void AddSummary(const diagnosis::AttemptSummary& summary, Json* json) {
  (*json)["number"] = summary.number;
  (*json)["first_line"] = summary.first_line;
  (*json)["last_line"] = summary.last_line;
  (*json)["started"] = TimeOrNull(summary.started);
  (*json)["ended"] = TimeOrNull(summary.ended);
}

Json SummaryJson(const diagnosis::AttemptSummary& summary) {
  Json json;
  AddSummary(summary, &json);
  json["verdict"] = VerdictName(summary.verdict);
  return json;
}

Json DurationOrNull(const diagnosis::AttemptSummary& summary) {
  if (!summary.started || !summary.ended) return nullptr;
  return static_cast<double>(summary.ended->milliseconds - summary.started->milliseconds) / 1000.0;
}

Json AttemptJson(const std::optional<diagnosis::AttemptFacts>& facts) {
  if (!facts) return nullptr;
  const setuplog::Header& header = facts->header;
  Json json;
  AddSummary(facts->summary, &json);
  json["duration_s"] = DurationOrNull(facts->summary);
  json["product"] = TextOrNull(header.product);
  json["update"] = TextOrNull(facts->update);
  json["setup_version"] = TextOrNull(header.setup_version);
  json["installed_version"] = TextOrNull(header.installed_version);
  json["mode"] = TextOrNull(header.mode);
  json["installation_mode"] = TextOrNull(header.installation_mode);
  json["command_line"] = TextOrNull(header.command_line);
  json["roles"] = header.roles;
  json["user"] = TextOrNull(header.user);
  json["server"] = TextOrNull(header.server);
  json["os"] = TextOrNull(header.os);
  json["organization"] = TextOrNull(header.organization);
  json["site"] = TextOrNull(header.site);
  json["domain_controller"] = TextOrNull(header.domain_controller);
  json["global_catalog"] = TextOrNull(header.global_catalog);
  json["schema_master"] = TextOrNull(header.schema_master);
  json["build"] = TextOrNull(facts->build_name);
  json["backup_version"] = TextOrNull(header.backup_version);
  json["time_zone"] = TextOrNull(header.time_zone);
  json["interface"] = TextOrNull(header.interface);
  json["source_directory"] = TextOrNull(header.source_directory);
  json["install_directory"] = TextOrNull(header.install_directory);
  return json;
}

Json ExceptionJson(const setuplog::ExceptionInfo& exception) {
  return {{"type", TextOrNull(exception.type)},
          {"message", TextOrNull(exception.message)},
          {"hresult", TextOrNull(exception.hresult)}};
}

Json CodeJson(const diagnosis::DecodedCode& code) {
  return {{"code", code.code},
          {"name", TextOrNull(code.name)},
          {"meaning", TextOrNull(code.meaning)},
          {"in_setup", TextOrNull(code.in_setup)}};
}

Json CheckJson(const setuplog::PrerequisiteCheck& check) {
  return {{"name", TextOrNull(check.rule)},
          {"message", TextOrNull(check.message)},
          {"line", LineOrNull(check.line)},
          {"severity", check.severity == setuplog::Severity::kError ? "error" : "warning"},
          {"help_link", TextOrNull(check.help_link)}};
}

Json FailureJson(const std::optional<diagnosis::Failure>& failure) {
  if (!failure) return nullptr;
  Json json;
  json["line"] = LineOrNull(failure->line);
  json["role"] = TextOrNull(failure->role);
  json["task"] = TextOrNull(failure->task);
  json["component"] = TextOrNull(failure->component);
  json["cmdlet"] = TextOrNull(failure->cmdlet);
  json["script"] = TextOrNull(failure->script);
  json["message"] = TextOrNull(failure->message);
  json["exceptions"] = ListOf(failure->exceptions, ExceptionJson);
  json["codes"] = ListOf(failure->codes, CodeJson);
  json["blocking_prerequisites"] = ListOf(failure->blocking_prerequisites, CheckJson);
  json["line_text"] = TextOrNull(failure->line_text);
  json["component_purpose"] = TextOrNull(failure->component_purpose);
  json["parameters"] = failure->parameters;
  return json;
}

// An evidence without a path of its own stands in the log itself.
Json EvidenceJson(const matching::Evidence& evidence, const std::string& log_path) {
  return {{"path", evidence.path.empty() ? log_path : evidence.path},
          {"line", LineOrNull(evidence.line)},
          {"text", evidence.text},
          {"found", TextOrNull(evidence.found)}};
}

Json StepJson(const rules::Step& step) {
  return {{"text", step.text},
          {"command", TextOrNull(step.command)},
          {"shell", step.command.empty() ? Json(nullptr)
                                         : Json(step.shell.empty() ? "powershell" : step.shell)},
          {"where", TextOrNull(step.where)},
          {"undo", TextOrNull(step.undo)},
          {"caution", TextOrNull(step.caution)}};
}

Json VerifyJson(const rules::Check& check) {
  return {{"text", check.text}, {"command", TextOrNull(check.command)}};
}

Json DiagnosisJson(const diagnosis::Diagnosis& finding, const std::string& log_path) {
  Json json;
  json["rule"] = finding.rule;
  json["title"] = finding.title;
  json["category"] = finding.category;
  json["severity"] = SeverityName(finding.severity);
  json["primary"] = finding.primary;
  json["relation"] = RelationName(finding.relation);
  json["confidence"] = std::round(finding.confidence * 100) / 100;
  json["attempt"] = finding.attempt;
  if (!finding.log.empty()) json["log"] = finding.log;
  json["captures"] = Json::object();
  for (const auto& [name, value] : finding.captures) json["captures"][name] = value;
  const auto evidence_json = [&](const matching::Evidence& evidence) {
    return EvidenceJson(evidence, log_path);
  };
  json["evidence"] = ListOf(finding.evidence, evidence_json);
  json["cause"] = TextOrNull(finding.cause);
  json["steps"] = ListOf(finding.steps, StepJson);
  json["verify"] = ListOf(finding.verify, VerifyJson);
  json["caution"] = TextOrNull(finding.caution);
  json["references"] = finding.references;
  json["status"] = StatusName(finding.status);
  json["false_positives"] = TextOrNull(finding.false_positives);
  json["rerun"] = RerunName(finding.rerun);
  json["members"] = ListOf(finding.members, [&](const diagnosis::Member& member) {
    return Json{{"rule", member.rule},
                {"title", member.title},
                {"evidence", evidence_json(member.evidence)}};
  });
  return json;
}

Json LeftoverJson(const diagnosis::Leftover& left) {
  return {{"kind", left.kind},
          {"name", TextOrNull(left.name)},
          {"line", LineOrNull(left.line)},
          {"text", TextOrNull(left.text)},
          {"command", TextOrNull(left.command)}};
}

Json CoverageJson(const diagnosis::Coverage& coverage) {
  return {{"records", coverage.records},
          {"unparsed_lines", coverage.unparsed_lines},
          {"replaced_bytes", coverage.replaced_bytes},
          {"limits_hit", coverage.limits_hit},
          {"rules_disabled", coverage.rules_disabled},
          {"companions", coverage.companions}};
}

Json LogJson(const diagnosis::LogReport& log) {
  Json json;
  json["path"] = log.path;
  json["kind"] = log.kind;
  json["encoding"] = TextOrNull(log.encoding);
  json["bytes"] = log.bytes;
  json["lines"] = log.lines;
  json["verdict"] = VerdictName(log.verdict);
  json["attempts"] = ListOf(log.attempts, SummaryJson);
  json["attempt"] = AttemptJson(log.attempt);
  json["failure"] = FailureJson(log.failure);
  json["diagnoses"] = ListOf(log.diagnoses, [&](const diagnosis::Diagnosis& finding) {
    return DiagnosisJson(finding, log.path);
  });
  json["other_failures"] = ListOf(log.other_failures, [](const diagnosis::OtherFailure& other) {
    return Json{{"line", other.line}, {"message", other.message}};
  });
  json["warnings"] = ListOf(log.warnings, CheckJson);
  json["rerun"] = {{"when", RerunName(log.rerun.when)}, {"text", TextOrNull(log.rerun.text)}};
  json["aftermath"] = ListOf(log.aftermath, LeftoverJson);
  json["coverage"] = CoverageJson(log.coverage);
  json["fingerprint"] = TextOrNull(log.fingerprint);
  return json;
}

std::string Dumped(const Json& json, bool pretty) {
  // ASCII alone: it survives every code page, and no control or direction mark of a log reaches a
  // terminal.
  return json.dump(pretty ? 2 : -1, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string RenderJson(const diagnosis::Report& report, bool pretty) {
  Json json;
  json["schema"] = "exdiag.report/1";
  json["tool"] = {{"name", "exdiag"},
                  {"version", EXDIAG_VERSION},
                  {"rules", {{"count", report.rule_count}, {"digest", report.rules_digest}}}};
  json["logs"] = ListOf(report.logs, LogJson);
  return Dumped(json, pretty);
}

std::string RenderNdjson(const diagnosis::LogReport& log) { return Dumped(LogJson(log), false); }

}  // namespace exdiag::report
