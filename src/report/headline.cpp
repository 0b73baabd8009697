#include "report/headline.h"

#include <fmt/format.h>

#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Relation;
using diagnosis::Verdict;
using setuplog::ErrorReport;

void AddFact(std::string_view name, std::string value, std::vector<Fact>* facts) {
  if (!value.empty()) facts->emplace_back(name, std::move(value));
}

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string WithName(const std::string& version, const std::string& name) {
  return version.empty() || name.empty() ? version : fmt::format("{} ({})", version, name);
}

std::string ModeText(const setuplog::Header& header) {
  if (header.mode.empty()) return header.installation_mode;
  const bool same = header.installation_mode.empty() || header.installation_mode == header.mode;
  return same ? header.mode : fmt::format("{} ({})", header.mode, header.installation_mode);
}

std::string AttemptText(const LogReport& log) {
  const auto& summary = log.attempt->summary;
  return fmt::format("{} of {}, lines {} to {}", summary.number, log.attempts.size(),
                     summary.first_line, summary.last_line);
}

std::string TimesText(const LogReport& log) {
  const auto& summary = log.attempt->summary;
  if (!summary.started) return {};
  std::string text = TimeText(log, *summary.started);
  if (summary.ended) text += ", " + DurationText(*summary.started, *summary.ended);
  return text;
}

bool MustBeMendedToo(const LogReport& log, const Diagnosis& finding) {
  return !finding.primary && log.verdict == Verdict::kBlocked &&
         finding.relation == Relation::kContributing;
}

}  // namespace

std::string Headline(const LogReport& log) {
  if (const Diagnosis* primary = log.primary()) return primary->title;
  switch (log.verdict) {
    case Verdict::kSucceeded:
      return "Setup succeeded; there is nothing to do";
    case Verdict::kFailed:
    case Verdict::kBlocked:
      return "Setup failed, and no rule knows the cause yet";
    case Verdict::kIncomplete:
      break;
  }
  return std::string(NoResultPhrase(log));
}

std::string_view NoResultPhrase(const LogReport& log) {
  return log.attempt ? "The log ends without a result" : "The log tells no result of setup";
}

std::string_view VerdictPhrase(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSucceeded:
      return "Setup succeeded";
    case Verdict::kFailed:
      return "Setup failed";
    case Verdict::kBlocked:
      return "Blocked by prerequisite checks";
    case Verdict::kIncomplete:
      break;
  }
  return "No result in the log";
}

std::string_view RelationPhrase(Relation relation) {
  switch (relation) {
    case Relation::kRootCause:
      return "Root cause";
    case Relation::kContributing:
      return "Contributing";
    case Relation::kConsequence:
      return "Consequence";
    case Relation::kWarning:
      return "Warning";
    case Relation::kRisk:
      break;
  }
  return "Risk";
}

std::string_view FatePhrase(ErrorReport::Fate fate) {
  switch (fate) {
    case ErrorReport::Fate::kFatal:
      return "Stopped setup";
    case ErrorReport::Fate::kNonCritical:
      return "Not critical, as setup says";
    case ErrorReport::Fate::kRestore:
      return "Raised while setup put things back";
    case ErrorReport::Fate::kSurvived:
      break;
  }
  return "Setup went on";
}

std::vector<Fact> RunFacts(const LogReport& log) {
  std::vector<Fact> facts;
  if (!log.attempt) return facts;
  const setuplog::Header& header = log.attempt->header;
  AddFact("Server", header.server, &facts);
  AddFact("Setup build", WithName(header.setup_version, log.attempt->build_name), &facts);
  AddFact("Installed before", header.installed_version, &facts);
  AddFact("Mode", ModeText(header), &facts);
  AddFact("Started", TimesText(log), &facts);
  AddFact("Attempt", AttemptText(log), &facts);
  AddFact("Command line", header.command_line, &facts);
  AddFact("Roles", Joined(header.roles, ", "), &facts);
  AddFact("User", header.user, &facts);
  AddFact("Windows", header.os, &facts);
  AddFact("Time zone", header.time_zone, &facts);
  AddFact("Organization", header.organization, &facts);
  AddFact("Domain controller", header.domain_controller, &facts);
  AddFact("Global catalog", header.global_catalog, &facts);
  AddFact("Schema master", header.schema_master, &facts);
  AddFact("AD site", header.site, &facts);
  AddFact("Setup files", header.source_directory, &facts);
  AddFact("Installed in", header.install_directory, &facts);
  return facts;
}

std::vector<Fact> FailureFacts(const diagnosis::Failure& failure) {
  std::vector<Fact> facts;
  AddFact("Role", failure.role, &facts);
  AddFact("Task", failure.task, &facts);
  AddFact("Component", failure.component, &facts);
  AddFact("What it does", failure.component_purpose, &facts);
  AddFact("Cmdlet", failure.cmdlet, &facts);
  AddFact("Parameters", Joined(failure.parameters, " "), &facts);
  AddFact("Message", failure.message, &facts);
  return facts;
}

std::vector<Fact> CoverageFacts(const LogReport& log) {
  const diagnosis::Coverage& coverage = log.coverage;
  std::vector<Fact> facts;
  AddFact("Log",
          fmt::format("{}, {}, {}", log.kind, Counted(log.lines, "line", "lines"), log.encoding),
          &facts);
  AddFact("Records", fmt::format("{}", coverage.records), &facts);
  for (const std::string& companion : coverage.companions)
    AddFact("Read with it", companion, &facts);
  if (coverage.unparsed_lines > 0) {
    AddFact("Not understood",
            Counted(coverage.unparsed_lines, "line", "lines") + " that belong to no record",
            &facts);
  }
  if (coverage.replaced_bytes > 0) {
    AddFact(
        "Replaced",
        Counted(coverage.replaced_bytes, "byte", "bytes") + " that are no valid " + log.encoding,
        &facts);
  }
  for (const std::string& limit : coverage.limits_hit) AddFact("Limit", limit, &facts);
  AddFact("Rules left out", Joined(coverage.rules_disabled, ", "), &facts);
  return facts;
}

std::vector<const Diagnosis*> FurtherObstacles(const LogReport& log) {
  std::vector<const Diagnosis*> findings;
  for (const Diagnosis& finding : log.diagnoses) {
    if (MustBeMendedToo(log, finding)) findings.push_back(&finding);
  }
  return findings;
}

std::vector<const Diagnosis*> OtherFindings(const LogReport& log) {
  std::vector<const Diagnosis*> findings;
  for (const Diagnosis& finding : log.diagnoses) {
    if (!finding.primary && !MustBeMendedToo(log, finding)) findings.push_back(&finding);
  }
  return findings;
}

std::string_view FirstLine(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace exdiag::report
