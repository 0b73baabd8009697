#include <fmt/format.h>

#include <algorithm>

#include "report/display_width.h"
#include "report/layout.h"
#include "report/text_page.h"
#include "report/triage_report.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Triage;
using diagnosis::TriageGroup;
using diagnosis::TriageRow;
using diagnosis::Verdict;

constexpr int kVerdictColumns = 11;  // "incomplete" and a blank
constexpr int kMostCauseColumns = 34;

bool Failed(const TriageRow& row) {
  return row.verdict == Verdict::kFailed || row.verdict == Verdict::kBlocked;
}

std::string CauseOf(const TriageRow& row) {
  if (!row.rule.empty()) return row.rule;
  return Failed(row) ? "unknown" : "-";
}

Tone ToneOf(const TriageRow& row) {
  if (row.verdict == Verdict::kSucceeded) return Tone::kGreen;
  return Failed(row) ? Tone::kRed : Tone::kYellow;
}

int CauseColumns(const Triage& triage) {
  int columns = 0;
  for (const TriageRow& row : triage.rows) columns = std::max(columns, DisplayWidth(CauseOf(row)));
  return std::min(columns, kMostCauseColumns) + 2;
}

void AddRow(const TriageRow& row, int cause_columns, TextPage* page) {
  page->Line(page->Inline(Padded(VerdictName(row.verdict), kVerdictColumns), ToneOf(row)) +
             page->Inline(Padded(CauseOf(row), cause_columns)) + page->Inline(row.path));
}

void AddGroup(const Triage& triage, const TriageGroup& group, TextPage* page) {
  page->Gap();
  const std::string count = Counted(static_cast<int64_t>(group.rows.size()), "log", "logs");
  const std::string key = group.known ? fmt::format("[{}]", group.key)
                                      : fmt::format("[unknown, fingerprint {}]", group.key);
  page->Labelled(fmt::format("  {}  ", count), fmt::format("{} {}", group.title, key), 0,
                 Tone::kBold);
  for (const size_t index : group.rows) {
    const TriageRow& row = triage.rows[index];
    std::string line = "      " + row.path;
    if (!row.customer.empty()) line += fmt::format(" ({})", row.customer);
    page->Line(page->Inline(line, Tone::kDim));
  }
}

void AddTotals(const Triage& triage, TextPage* page) {
  const auto count = [&](auto&& holds) {
    return std::count_if(triage.rows.begin(), triage.rows.end(), holds);
  };
  const auto failed = count(Failed);
  const auto unknown = count([](const TriageRow& row) { return Failed(row) && row.rule.empty(); });
  const auto succeeded =
      count([](const TriageRow& row) { return row.verdict == Verdict::kSucceeded; });
  page->Gap();
  page->Paragraph(
      fmt::format(
          "{}: {} failed or blocked ({} of unknown cause), {} succeeded, {} without a result.",
          Counted(static_cast<int64_t>(triage.rows.size()), "log", "logs"), failed, unknown,
          succeeded, static_cast<int64_t>(triage.rows.size()) - failed - succeeded),
      0);
}

}  // namespace

std::string RenderTriageText(const Triage& triage, const TextStyle& style) {
  TextPage page(style);
  const int cause_columns = CauseColumns(triage);
  for (const TriageRow& row : triage.rows) AddRow(row, cause_columns, &page);
  if (style.quiet) return page.Take();
  if (!triage.groups.empty()) page.Heading("Causes");
  for (const TriageGroup& group : triage.groups) AddGroup(triage, group, &page);
  AddTotals(triage, &page);
  return page.Take();
}

}  // namespace exdiag::report
