#include "report/csv_report.h"

#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <utility>

#include "diagnosis/triage.h"
#include "report/sanitise.h"
#include "report/triage_writer.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;
using diagnosis::TriageRow;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The signs that begin a formula in Excel, LibreOffice or Google Sheets, also in their full-width
// forms, which East Asian Excel takes for the same.
bool LooksLikeFormula(std::string_view value) {
  constexpr std::array<std::string_view, 9> kSigns = {"=",      "+",      "-",      "@",     "|",
                                                      "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const size_t first = value.find_first_not_of(" \t\r\n\"'");
  if (first == std::string_view::npos) return false;
  for (const std::string_view sign : kSigns) {
    if (value.substr(first).starts_with(sign)) return true;
  }
  return false;
}

std::string CsvRow(std::initializer_list<std::string_view> values) {
  std::string row;
  for (const std::string_view value : values) {
    if (!row.empty()) row += ',';
    row += CsvCell(value);
  }
  return row + "\r\n";
}

std::string Start(CsvTarget target) {
  return target == CsvTarget::kFile ? std::string(kByteOrderMark) : std::string();
}

std::string TimeOrEmpty(std::optional<setuplog::Timestamp> time) {
  return time ? setuplog::IsoText(*time) : std::string();
}

std::string SecondsOrEmpty(std::optional<setuplog::Timestamp> from,
                           std::optional<setuplog::Timestamp> to) {
  if (!from || !to) return {};
  return fmt::format("{:.3f}", static_cast<double>(to->milliseconds - from->milliseconds) / 1000);
}

std::string LineOrEmpty(int64_t line) { return line > 0 ? std::to_string(line) : std::string(); }

std::string ConfidenceOrEmpty(double confidence) {
  return confidence > 0 ? fmt::format("{:.2f}", confidence) : std::string();
}

std::string CodesOf(const diagnosis::Failure& failure) {
  std::string codes;
  for (const auto& code : failure.codes) codes += (codes.empty() ? "" : " ") + code.code;
  return codes;
}

std::string FailureRow(const LogReport& log) {
  const TriageRow row = diagnosis::TriageRowOf(log);
  const diagnosis::Failure failure = log.failure.value_or(diagnosis::Failure{});
  const std::string exception =
      failure.exceptions.empty() ? std::string() : failure.exceptions.front().type;
  const setuplog::Header header = log.attempt ? log.attempt->header : setuplog::Header{};
  return CsvRow({row.path,
                 VerdictName(row.verdict),
                 row.rule,
                 row.title,
                 row.category,
                 ConfidenceOrEmpty(row.confidence),
                 row.customer,
                 row.server,
                 row.product,
                 row.build,
                 header.installed_version,
                 row.mode,
                 std::to_string(row.attempt),
                 std::to_string(log.attempts.size()),
                 TimeOrEmpty(row.started),
                 SecondsOrEmpty(row.started, row.ended),
                 row.failing_step,
                 failure.task,
                 failure.component,
                 failure.cmdlet,
                 LineOrEmpty(failure.line),
                 exception,
                 CodesOf(failure),
                 failure.message.substr(0, failure.message.find('\n')),
                 RerunName(row.rerun),
                 std::to_string(log.aftermath.size()),
                 row.fingerprint});
}

class CsvWriter : public TriageWriter {
 public:
  CsvWriter(CsvTarget target, WriteText write) : write_(std::move(write)) {
    write_(Start(target) +
           CsvRow({"path", "verdict", "rule", "title", "category", "confidence", "customer",
                   "server", "product", "build", "mode", "attempt", "started", "duration_s",
                   "failing_step", "rerun", "fingerprint"}));
  }

  void Row(const TriageRow& row) override {
    write_(CsvRow({row.path, VerdictName(row.verdict), row.rule, row.title, row.category,
                   ConfidenceOrEmpty(row.confidence), row.customer, row.server, row.product,
                   row.build, row.mode, std::to_string(row.attempt), TimeOrEmpty(row.started),
                   SecondsOrEmpty(row.started, row.ended), row.failing_step, RerunName(row.rerun),
                   row.fingerprint}));
  }

  void End() override {}

 private:
  WriteText write_;
};

}  // namespace

std::string CsvCell(std::string_view value) {
  std::string cell = SafeLine(value, true);
  if (LooksLikeFormula(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n;") == std::string::npos && cell.find("  ") == std::string::npos &&
      !cell.starts_with(' ') && !cell.ends_with(' ')) {
    return cell;
  }
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string RenderCsv(const diagnosis::Report& report, CsvTarget target) {
  std::string csv = Start(target);
  csv += CsvRow({"path",
                 "verdict",
                 "rule",
                 "title",
                 "category",
                 "confidence",
                 "customer",
                 "server",
                 "product",
                 "build",
                 "installed_version",
                 "mode",
                 "attempt",
                 "attempts",
                 "started",
                 "duration_s",
                 "failing_step",
                 "task",
                 "component",
                 "cmdlet",
                 "line",
                 "exception",
                 "codes",
                 "message",
                 "rerun",
                 "left_behind",
                 "fingerprint"});
  for (const LogReport& log : report.logs) csv += FailureRow(log);
  return csv;
}

std::unique_ptr<TriageWriter> TriageCsvWriter(CsvTarget target, WriteText write) {
  return std::make_unique<CsvWriter>(target, std::move(write));
}

}  // namespace exdiag::report
