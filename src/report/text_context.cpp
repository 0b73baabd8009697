#include <fmt/format.h>

#include "report/leftover_groups.h"
#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

// Things of one kind with one explanation: twelve disabled services are one sentence, their names,
// and commands that are copied at once.
void AddLeftovers(const LeftoverGroup& group, TextPage* page) {
  std::vector<std::string> names;
  names.reserve(group.size());
  for (const diagnosis::Leftover* left : group)
    names.push_back(fmt::format("{} (line {})", left->name, left->line));
  const std::string_view all = TextOfAll(group);
  if (group.size() > 1 && !all.empty()) {
    page->Labelled("- ", fmt::format("{}: {}", all, Joined(names, ", ")), 2);
  } else {
    page->Labelled("- ", fmt::format("{}: {}", Joined(names, ", "), group.front()->text), 2);
  }
  for (const std::string& command : CommandsForAll(group)) page->Command(command, 8);
}

std::string BuildText(const std::string& version, const std::string& name) {
  if (version.empty() || name.empty()) return version;
  return fmt::format("{} ({})", version, name);
}

std::string AttemptText(const LogReport& log) {
  const auto& summary = log.attempt->summary;
  return fmt::format("{} of {} (lines {} to {})", summary.number, log.attempts.size(),
                     summary.first_line, summary.last_line);
}

// "1: failed (lines 1 to 600), 2: failed (lines 601 to 620)".
std::string OtherAttempts(const LogReport& log) {
  std::vector<std::string> others;
  for (const auto& attempt : log.attempts) {
    if (attempt.number == log.attempt->summary.number) continue;
    others.push_back(fmt::format("{}: {} (lines {} to {})", attempt.number,
                                 VerdictName(attempt.verdict), attempt.first_line,
                                 attempt.last_line));
  }
  return Joined(others, ", ");
}

std::string TimesText(const LogReport& log) {
  const auto& summary = log.attempt->summary;
  if (!summary.started) return {};
  std::string started = TimeText(log, *summary.started);
  if (!summary.ended) return started;
  return fmt::format("{}, {}", started, DurationText(*summary.started, *summary.ended));
}

void AddDirectory(const setuplog::Header& header, TextPage* page) {
  page->Field("Domain controller", header.domain_controller);
  if (header.global_catalog != header.domain_controller)
    page->Field("Global catalog", header.global_catalog);
  page->Field("Schema master", header.schema_master);
  page->Field("Organization", header.organization);
  page->Field("AD site", header.site);
}

}  // namespace

void AddAftermath(const LogReport& log, TextPage* page) {
  if (log.aftermath.empty()) return;
  page->Heading("What setup has left behind");
  if (log.verdict == diagnosis::Verdict::kIncomplete) {
    page->Labelled("CAUTION: ",
                   "This is how it stands at the end of the log. While setup is still running, "
                   "change none of it: "
                   "setup puts it back at its end.",
                   2, Tone::kYellow);
    page->Gap();
  }
  const auto groups = LeftoverGroups(log.aftermath);
  for (const LeftoverGroup& group : groups) {
    if (&group != &groups.front()) page->Gap();
    AddLeftovers(group, page);
  }
}

void AddContext(const LogReport& log, TextPage* page) {
  if (!log.attempt) return;
  const setuplog::Header& header = log.attempt->header;
  page->Heading("The run");
  page->Field("Attempt", AttemptText(log));
  page->Field("Other attempts", OtherAttempts(log));
  page->Field("Started", TimesText(log));
  page->Field("Setup build", BuildText(header.setup_version, log.attempt->build_name));
  page->Field("Installed before", header.installed_version);
  page->Field("Mode", header.mode == header.installation_mode || header.installation_mode.empty()
                          ? header.mode
                          : header.mode + " (" + header.installation_mode + ")");
  page->Field("Command line", header.command_line);
  page->Field("Roles", Joined(header.roles, ", "));
  page->Field("User", header.user);
  page->Field("Server", header.server);
  page->Field("Windows", header.os);
  AddDirectory(header, page);
}

void AddCoverage(const LogReport& log, TextPage* page) {
  const auto& coverage = log.coverage;
  page->Heading("What was read");
  page->Field("Log", fmt::format("{}, {}, {}", log.kind, Counted(log.lines, "line", "lines"),
                                 log.encoding));
  for (const std::string& companion : coverage.companions) page->Field("With it", companion);
  if (coverage.unparsed_lines > 0) {
    page->Field("Not understood",
                Counted(coverage.unparsed_lines, "line", "lines") + " that belong to no record");
  }
  if (coverage.replaced_bytes > 0) {
    page->Field("Replaced", Counted(coverage.replaced_bytes, "byte", "bytes") +
                                " that are no valid " + log.encoding +
                                "; --encoding NAME reads the log as another one");
  }
  for (const std::string& limit : coverage.limits_hit) page->Field("Limit", limit);
  if (!coverage.rules_disabled.empty())
    page->Field("Rules left out", Joined(coverage.rules_disabled, ", "));
}

void AddReferences(const LogReport& log, TextPage* page) {
  const diagnosis::Diagnosis* primary = log.primary();
  if (primary == nullptr) return;
  page->Heading("Read on");
  page->Line(page->Inline(fmt::format("  exdiag explain {}", primary->rule)));
  for (const std::string& reference : primary->references)
    page->Line(page->Inline("  " + reference));
}

}  // namespace exdiag::report
