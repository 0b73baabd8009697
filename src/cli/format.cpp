#include "cli/format.h"

#include <array>
#include <cctype>

#include "cli/option_table.h"
#include "report/csv_report.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/sarif_report.h"

namespace exdiag::cli {
namespace {

struct FormatSpec {
  Format format;
  std::string_view name;
  std::array<std::string_view, 2> endings;  // of files, in lower case
  unsigned commands;                        // of CommandBit: those that write it
};

constexpr unsigned kReports = kDiagnose | kTriage;

constexpr std::array<FormatSpec, 9> kFormats = {{
    {Format::kText, "text", {".txt", ".text"}, kEveryCommand},
    {Format::kJson,
     "json",
     {".json", ""},
     kReports | kTimeline | kRulesList | kRulesLint | kRulesSchema},
    {Format::kNdjson, "ndjson", {".ndjson", ".jsonl"}, kReports | kRulesList},
    {Format::kMarkdown, "markdown", {".md", ".markdown"}, kReports | kRulesList | kRulesSchema},
    {Format::kHtml, "html", {".html", ".htm"}, kReports},
    {Format::kCsv, "csv", {".csv", ""}, kReports},
    {Format::kSarif, "sarif", {".sarif", ".sarif.json"}, kDiagnose},
    {Format::kTrace, "trace", {".trace", ".trace.json"}, kTimeline},
    {Format::kGithub, "github", {"", ""}, kRulesLint},
}};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

std::string NdjsonOf(const diagnosis::Report& report) {
  std::string lines;
  for (const auto& log : report.logs) lines += report::RenderNdjson(log);
  return lines;
}

report::CsvTarget CsvTargetOf(const Target& target) {
  return target.to_file ? report::CsvTarget::kFile : report::CsvTarget::kPipe;
}

}  // namespace

std::optional<Format> FormatFromName(std::string_view name) {
  for (const FormatSpec& spec : kFormats) {
    if (spec.name == LowerCase(name)) return spec.format;
  }
  return std::nullopt;
}

// The longest ending that fits says it: "a.sarif.json" is SARIF.
std::optional<Format> FormatOfFile(std::string_view path) {
  const std::string lower = LowerCase(path);
  std::optional<Format> format;
  size_t longest = 0;
  for (const FormatSpec& spec : kFormats) {
    for (const std::string_view ending : spec.endings) {
      if (ending.size() <= longest || !lower.ends_with(ending)) continue;
      longest = ending.size();
      format = spec.format;
    }
  }
  return format;
}

std::string_view NameOf(Format format) {
  for (const FormatSpec& spec : kFormats) {
    if (spec.format == format) return spec.name;
  }
  return {};
}

std::string FormatNames() { return FormatNames(kEveryCommand); }

std::string FormatNames(unsigned command) {
  std::string names;
  for (const FormatSpec& spec : kFormats) {
    if ((spec.commands & command) != 0)
      names += (names.empty() ? "" : ", ") + std::string(spec.name);
  }
  return names;
}

bool Writes(unsigned command, Format format) {
  for (const FormatSpec& spec : kFormats) {
    if (spec.format == format) return (spec.commands & command) != 0;
  }
  return false;
}

std::string Rendered(const diagnosis::Report& report, Format format, const Target& target) {
  switch (format) {
    case Format::kText:
      return report::RenderText(report, target.style);
    case Format::kJson:
      return report::RenderJson(report, target.pretty);
    case Format::kNdjson:
      return NdjsonOf(report);
    case Format::kMarkdown:
      return report::RenderMarkdown(report);
    case Format::kHtml:
      return report::RenderHtml(report);
    case Format::kCsv:
      return report::RenderCsv(report, CsvTargetOf(target));
    case Format::kSarif:
      return report::RenderSarif(report);
    case Format::kTrace:
    case Format::kGithub:
      break;
  }
  return {};
}

std::unique_ptr<report::TriageWriter> TriageWriterFor(Format format, const Target& target,
                                                      const report::RulesUsed& rules,
                                                      const report::WriteText& write) {
  switch (format) {
    case Format::kText:
      return report::TriageTextWriter(target.style, write);
    case Format::kJson:
      return report::TriageJsonWriter(rules, target.pretty, write);
    case Format::kNdjson:
      return report::TriageNdjsonWriter(write);
    case Format::kCsv:
      return report::TriageCsvWriter(CsvTargetOf(target), write);
    case Format::kMarkdown:
    case Format::kHtml:
    case Format::kSarif:
    case Format::kTrace:
    case Format::kGithub:
      break;
  }
  return nullptr;
}

void WriteTriage(const diagnosis::Triage& triage, Format format, const report::WriteText& write) {
  if (format == Format::kHtml) return report::WriteTriageHtml(triage, write);
  report::WriteTriageMarkdown(triage, write);
}

}  // namespace exdiag::cli
