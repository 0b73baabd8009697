#include "report/sarif_report.h"

#include <fmt/format.h>

#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "report/headline.h"
#include "report/sanitise.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Verdict;
using matching::Evidence;
using Json = nlohmann::ordered_json;

constexpr const char* kUnknownRule = "unknown-failure";

// A text in which braces are no placeholders and brackets no links, as section 3.11 of the standard
// wants it of literal texts.
std::string MessageText(std::string_view text) {
  std::string safe;
  for (const char c : SafeLines(text, true)) {
    if (c == '{' || c == '}') safe += c;
    if (c == '[' || c == ']' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

Json Message(std::string_view text) {
  return {{"text", MessageText(text.empty() ? "(no text)" : text)}};
}

std::string_view LevelOf(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::kError:
      return "error";
    case rules::Severity::kWarning:
      return "warning";
    case rules::Severity::kRisk:
      break;
  }
  return "note";
}

Json ArtifactLocation(std::string_view path) { return {{"uri", PathAsUri(path)}}; }

Json Location(const LogReport& log, const Evidence& evidence) {
  Json physical = {
      {"artifactLocation", ArtifactLocation(evidence.path.empty() ? log.path : evidence.path)}};
  if (evidence.line > 0) {
    physical["region"] = {{"startLine", evidence.line}};
    if (!evidence.text.empty())
      physical["region"]["snippet"] = {{"text", SafeLines(evidence.text, true)}};
  }
  return {{"physicalLocation", std::move(physical)}};
}

// The rules that the results name, in the order in which they are first named.
class RuleList {
 public:
  size_t IndexOf(const std::string& id, const Json& descriptor) {
    const auto [place, added] = places_.try_emplace(id, rules_.size());
    if (added) rules_.push_back(descriptor);
    return place->second;
  }

  Json Take() { return std::move(rules_); }

 private:
  std::map<std::string, size_t> places_;
  Json rules_ = Json::array();
};

Json DescriptorOf(const Diagnosis& finding) {
  Json descriptor = {{"id", finding.rule},
                     {"shortDescription", Message(finding.title)},
                     {"defaultConfiguration", {{"level", LevelOf(finding.severity)}}}};
  if (!finding.references.empty() && finding.references.front().starts_with("https://")) {
    descriptor["helpUri"] = finding.references.front();
  }
  descriptor["properties"] = {{"category", finding.category},
                              {"status", StatusName(finding.status)}};
  return descriptor;
}

std::string TextOf(const Diagnosis& finding) {
  std::string text = finding.title + ". " + finding.cause;
  int number = 0;
  for (const rules::Step& step : finding.steps) {
    text += fmt::format("\n{}. {}", ++number, step.text);
    if (!step.command.empty()) text += "\n   " + step.command;
  }
  return text;
}

void AddLocations(const LogReport& log, const std::vector<Evidence>& evidence, Json* result) {
  Json related = Json::array();
  for (size_t i = 1; i < evidence.size(); ++i) {
    Json location = Location(log, evidence[i]);
    location["id"] = i;
    related.push_back(std::move(location));
  }
  (*result)["locations"] = Json::array(
      {Location(log, evidence.empty() ? Evidence{"", log.failure ? log.failure->line : 0, "", ""}
                                      : evidence.front())});
  if (!related.empty()) (*result)["relatedLocations"] = std::move(related);
}

void AddFingerprint(const LogReport& log, Json* result) {
  if (!log.fingerprint.empty())
    (*result)["partialFingerprints"] = {{"exdiagFailure/v1", log.fingerprint}};
}

Json ResultOf(const LogReport& log, const Diagnosis& finding, RuleList* rules) {
  Json result = {{"ruleId", finding.rule},
                 {"ruleIndex", rules->IndexOf(finding.rule, DescriptorOf(finding))},
                 {"level", LevelOf(finding.severity)},
                 {"message", Message(TextOf(finding))}};
  AddLocations(log, finding.evidence, &result);
  if (finding.primary) AddFingerprint(log, &result);
  result["rank"] = finding.confidence * 100;
  result["properties"] = {{"relation", RelationName(finding.relation)},
                          {"primary", finding.primary},
                          {"attempt", finding.attempt},
                          {"verdict", VerdictName(log.verdict)},
                          {"rerun", RerunName(log.rerun.when)}};
  return result;
}

Json UnknownResult(const LogReport& log, RuleList* rules) {
  const Json descriptor = {
      {"id", kUnknownRule},
      {"shortDescription", Message("Setup failed, and no rule knows the cause yet")},
      {"defaultConfiguration", {{"level", "error"}}}};
  std::string text = Headline(log) + ".";
  std::vector<Evidence> evidence;
  if (log.failure) {
    text += " " + std::string(FirstLine(log.failure->message));
    for (const auto& exception : log.failure->exceptions)
      text += "\n" + exception.type + ": " + exception.message;
    evidence.push_back({"", log.failure->line, log.failure->line_text, ""});
  }
  Json result = {{"ruleId", kUnknownRule},
                 {"ruleIndex", rules->IndexOf(kUnknownRule, descriptor)},
                 {"level", "error"},
                 {"message", Message(text)}};
  AddLocations(log, evidence, &result);
  AddFingerprint(log, &result);
  result["properties"] = {{"verdict", VerdictName(log.verdict)}};
  return result;
}

bool IsUnknown(const LogReport& log) {
  return log.primary() == nullptr &&
         (log.verdict == Verdict::kFailed || log.verdict == Verdict::kBlocked);
}

Json Notification(const LogReport& log, std::string_view text) {
  return {
      {"level", "warning"},
      {"message", Message(text)},
      {"locations",
       Json::array({{{"physicalLocation", {{"artifactLocation", ArtifactLocation(log.path)}}}}})}};
}

void AddNotifications(const LogReport& log, Json* notifications) {
  for (const std::string& limit : log.coverage.limits_hit)
    notifications->push_back(Notification(log, limit));
  for (const std::string& rule : log.coverage.rules_disabled) {
    notifications->push_back(Notification(log, fmt::format("The rule {} was left out.", rule)));
  }
  if (log.coverage.replaced_bytes > 0) {
    notifications->push_back(
        Notification(log, Counted(log.coverage.replaced_bytes, "byte", "bytes") +
                              " could not be read as " + log.encoding + "."));
  }
  if (log.verdict == Verdict::kIncomplete) {
    notifications->push_back(Notification(log, std::string(NoResultPhrase(log)) + "."));
  }
}

Json ArtifactsOf(const diagnosis::Report& report) {
  Json artifacts = Json::array();
  for (const LogReport& log : report.logs) {
    Json artifact = {{"location", ArtifactLocation(log.path)},
                     {"roles", Json::array({"analysisTarget"})}};
    if (log.bytes > 0) artifact["length"] = log.bytes;
    if (!log.encoding.empty()) artifact["encoding"] = log.encoding;
    artifacts.push_back(std::move(artifact));
  }
  return artifacts;
}

bool IsAbsoluteOnWindows(std::string_view path) {
  return path.size() > 2 && std::isalpha(static_cast<unsigned char>(path[0])) != 0 &&
         path[1] == ':' && (path[2] == '\\' || path[2] == '/');
}

// With backslashes that can only be separators: a drive, a share, or no slash at all.
bool IsWindowsPath(std::string_view path) {
  return IsAbsoluteOnWindows(path) || path.find('/') == std::string_view::npos;
}

std::string Escaped(std::string_view path, bool windows) {
  std::string escaped;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\' && windows) {
      escaped += '/';
    } else if (std::isalnum(byte) != 0 ||
               std::string_view("-._~/:").find(c) != std::string_view::npos) {
      escaped += c;
    } else {
      escaped += fmt::format("%{:02X}", byte);
    }
  }
  return escaped;
}

}  // namespace

std::string PathAsUri(std::string_view path) {
  if (path == "-") return "stdin";
  const std::string escaped = Escaped(path, IsWindowsPath(path));
  if (IsAbsoluteOnWindows(path)) return "file:///" + escaped;
  if (escaped.starts_with("//")) return "file:" + escaped;
  if (escaped.starts_with("/")) return "file://" + escaped;
  // A colon in the first part of a relative reference would make it a scheme.
  const size_t colon = escaped.find(':');
  return colon < escaped.find('/') ? "./" + escaped : escaped;
}

std::string RenderSarif(const diagnosis::Report& report) {
  RuleList rules;
  Json results = Json::array();
  Json notifications = Json::array();
  for (const LogReport& log : report.logs) {
    for (const Diagnosis& finding : log.diagnoses)
      results.push_back(ResultOf(log, finding, &rules));
    if (IsUnknown(log)) results.push_back(UnknownResult(log, &rules));
    AddNotifications(log, &notifications);
  }
  Json driver = {
      {"name", "exdiag"}, {"version", EXDIAG_VERSION}, {"semanticVersion", EXDIAG_VERSION}};
  driver["rules"] = rules.Take();
  driver["properties"] = {{"ruleCount", report.rule_count}, {"rulesDigest", report.rules_digest}};
  Json invocation = {{"executionSuccessful", true}};
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"invocations", Json::array({std::move(invocation)})},
              {"artifacts", ArtifactsOf(report)},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  const Json sarif = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({std::move(run)})}};
  // ASCII alone: no control or direction mark of a log reaches a terminal, whatever prints the
  // file.
  return sarif.dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

}  // namespace exdiag::report
