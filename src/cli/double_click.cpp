#include "cli/double_click.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/diagnose_paths.h"
#include "matching/matcher.h"
#include "platform/folder.h"
#include "platform/output_file.h"
#include "report/html_report.h"
#include "report/render.h"
#include "rules/rule_pack.h"

namespace exdiag::cli {
namespace {

constexpr std::string_view kNothingToRead =
    "exdiag finds the root cause of a failed Exchange Server setup in its logs.\n\n"
    "There is no setup log in its usual place on this computer:\n  ";
constexpr std::string_view kWhatToDo =
    "\nDrop a log, a folder of logs or an archive on exdiag.exe, or give its path in a console:\n"
    "  exdiag C:\\ExchangeSetupLogs\n";

bool Exists(const std::string& path) {
  return platform::KindOf(path) != platform::PathKind::kMissing;
}

// "ExchangeSetup.log" and "C:\ExchangeSetupLogs" become "ExchangeSetup-exdiag.html" and
// "exdiag-report.html" in the folder.
std::string PageFor(const std::string& log) {
  if (platform::KindOf(log) != platform::PathKind::kFile)
    return platform::JoinPath(log, "exdiag-report.html");
  const std::string_view folder = platform::FolderOf(log);
  const std::string_view name = platform::NameOf(log);
  const std::string page = std::string(name.substr(0, name.rfind('.'))) + "-exdiag.html";
  return folder.empty() ? page : platform::JoinPath(folder, page);
}

// The path of the page, or empty if it could be written neither beside the log nor in the other
// folder.
std::string WritePage(const std::string& html, const std::string& log, const DesktopPlaces& places,
                      std::string* error) {
  const std::string beside = PageFor(log);
  const std::string elsewhere =
      platform::JoinPath(places.temporary_folder, platform::NameOf(beside));
  for (const std::string& path : {beside, elsewhere}) {
    if (platform::WriteWholeFile(path, html, error)) return path;
  }
  return {};
}

diagnosis::Report ReportOf(const std::vector<std::string>& paths,
                           std::vector<input::InputError>* errors) {
  const rules::RulePack pack = rules::BuiltinRules();
  const matching::Matcher matcher(pack);
  diagnosis::Report report;
  report.rule_count = rules::BuiltinRuleCount();
  report.rules_digest = rules::BuiltinRulesDigest();
  PathsOptions options;
  options.on_report = [&](diagnosis::LogReport log) { report.logs.push_back(std::move(log)); };
  *errors = DiagnosePaths(paths, matcher, options);
  return report;
}

ExitStatus WorstOf(const diagnosis::Report& report) {
  ExitStatus status = ExitStatus::kSucceeded;
  for (const auto& log : report.logs) status = std::max(status, StatusOf(log));
  return status;
}

}  // namespace

bool MayComeFromDesktop(const std::vector<std::string>& arguments) {
  return std::all_of(arguments.begin(), arguments.end(), Exists);
}

ExitStatus RunFromDesktop(const std::vector<std::string>& dropped, const DesktopPlaces& places,
                          const Console& console) {
  std::vector<std::string> paths = dropped;
  if (paths.empty() && Exists(places.default_log)) paths.push_back(places.default_log);
  if (paths.empty()) {
    console.out->Write(std::string(kNothingToRead) + places.default_log + "\n" +
                       std::string(kWhatToDo));
    return ExitStatus::kUsage;
  }
  std::vector<input::InputError> errors;
  const diagnosis::Report report = ReportOf(paths, &errors);
  for (const input::InputError& error : errors) console.Complain(error.path + ": " + error.message);
  if (report.logs.empty()) return StatusOf(errors);

  const report::TextStyle style{console.width, console.color, console.unicode};
  console.out->Write(report::RenderText(report, style));
  std::string error;
  const std::string page = WritePage(report::RenderHtml(report), paths.front(), places, &error);
  if (page.empty()) {
    console.Complain(error);
    return ExitStatus::kWriteError;
  }
  console.out->Write("\nThe report as a page for the browser:\n  " + page + "\n");
  return WorstOf(report);
}

}  // namespace exdiag::cli
