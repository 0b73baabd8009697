#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "knowledge/builds.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kModes = {{
    {"Install", "installation"},
    {"Upgrade", "upgrade"},
    {"Uninstall", "removal"},
    {"RecoverServer", "server recovery"},
    {"BuildToBuildUpgrade", "upgrade"},
    {"DisasterRecovery", "server recovery"},
    {"PrepareSchema", "schema preparation"},
    {"PrepareAD", "Active Directory preparation"},
}};

std::string ModeWord(const setuplog::Header& header) {
  const std::string& mode = header.mode.empty() ? header.installation_mode : header.mode;
  for (const auto& [name, word] : kModes) {
    if (mode == name) return std::string(word);
  }
  if (mode.starts_with("Prepare")) return "domain preparation";
  return mode.empty() ? "setup" : mode;
}

std::string ProductName(const diagnosis::AttemptFacts& facts) {
  std::string name = facts.header.product.empty() ? "Exchange Server" : facts.header.product;
  if (!facts.update.empty()) return name + " " + facts.update;
  if (!facts.header.setup_version.empty()) return name + " " + facts.header.setup_version;
  return name;
}

// "CU22", the update that the server had before, where it is another one of the same product.
std::string UpdateBefore(const diagnosis::AttemptFacts& facts) {
  if (facts.header.mode == "Install") return {};
  const std::string& before = facts.header.installed_version;
  if (before.empty() || before == facts.header.setup_version || facts.update.empty()) return {};
  if (knowledge::ProductLine(before) != knowledge::ProductLine(facts.header.setup_version))
    return {};
  const auto build = knowledge::BaseBuild(before);
  return build ? knowledge::UpdateName(*build) : std::string();
}

bool StampsLocalTime(const LogReport& log) {
  if (!log.attempt) return true;
  const std::string_view line = knowledge::ProductLine(log.attempt->header.setup_version);
  return line == "2007" || line == "2010";
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kCompanions = {{
    {"msi", "Exchange package run by Windows Installer"},
    {"ldif", "import into Active Directory by ldifde"},
    {"service-control", "services stopped and started by ServiceControl.ps1"},
    {"update-cas", "update of Outlook on the web by UpdateCas.ps1"},
    {"update-config", "update of configuration files by UpdateConfigFiles.ps1"},
    {"search-install", "installation of the search engine"},
    {"script", "script that setup generated for its steps"},
}};

std::string CompanionName(const LogReport& log) {
  for (const auto& [kind, name] : kCompanions) {
    if (log.kind == kind) return std::string(name);
  }
  return "Exchange setup";
}

}  // namespace

std::string_view ConfidenceWord(double confidence) {
  if (confidence >= 0.75) return "high";
  return confidence > 0.5 ? "medium" : "low";
}

std::string RunName(const LogReport& log) {
  if (!log.attempt) return CompanionName(log);
  const diagnosis::AttemptFacts& facts = *log.attempt;
  std::string name = ProductName(facts) + " " + ModeWord(facts.header);
  if (const std::string before = UpdateBefore(facts); !before.empty() && before != facts.update) {
    name += " from " + before;
  }
  if (!facts.header.server.empty()) name += " on " + facts.header.server;
  return name;
}

std::string WithoutResultText(const LogReport& log) {
  if (log.attempt) {
    return "Setup is still running, was stopped from outside, or the log was cut off.";
  }
  const std::string told =
      log.kind == "script"
          ? "It tells what setup was about to do and with which values, not what became of it."
          : "It shows no failure.";
  return told +
         " How setup ended stands in ExchangeSetup.log: give exdiag the folder or archive that "
         "holds both.";
}

std::string_view FileName(std::string_view path) {
  const size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string TimeText(const LogReport& log, setuplog::Timestamp time) {
  std::string text = setuplog::IsoText(time).substr(0, 19);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return StampsLocalTime(log) ? text : text + " UTC";
}

std::string DurationText(setuplog::Timestamp from, setuplog::Timestamp to) {
  const int64_t seconds = std::max<int64_t>(0, to.milliseconds - from.milliseconds) / 1000;
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} h {} min", seconds / 3600, seconds % 3600 / 60);
}

std::string Counted(int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::optional<setuplog::Timestamp> TimeOfLine(const LogReport& log, int64_t line) {
  for (const auto& error : log.errors) {
    for (const auto& record : error.records) {
      if (record.line == line) return record.time;
    }
  }
  return std::nullopt;
}

}  // namespace exdiag::report
