#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "report/display_width.h"
#include "report/layout.h"
#include "report/text_page.h"
#include "report/triage_report.h"
#include "report/triage_writer.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::IsFailed;
using diagnosis::TriageRow;
using diagnosis::TriageTally;
using diagnosis::Verdict;

constexpr int kVerdictColumns = 11;  // "incomplete" and a blank
constexpr int kCauseColumns = 33;
constexpr int kUpdateColumns = 14;  // "2016 CU23"
constexpr int kStepColumns = 32;
constexpr int kWide = 120;  // columns from which product and failing step have room

std::string CauseOf(const TriageRow& row) {
  if (!row.rule.empty()) return row.rule;
  return IsFailed(row) ? "unknown" : "-";
}

Tone ToneOf(const TriageRow& row) {
  if (row.verdict == Verdict::kSucceeded) return Tone::kGreen;
  return IsFailed(row) ? Tone::kRed : Tone::kYellow;
}

// A cell and a blank behind it.
std::string Cell(std::string_view text, int columns) {
  return Padded(Beginning(text, columns - 1), columns);
}

// "2016 CU23" of "Exchange Server 2016 CU23", else the build.
std::string_view UpdateOf(const TriageRow& row) {
  constexpr std::string_view kName = "Exchange Server ";
  std::string_view product = row.product;
  if (product.empty()) return row.build;
  if (product.starts_with(kName)) product.remove_prefix(kName.size());
  return product;
}

void AddCause(const TriageTally::Cause& cause, TextPage* page) {
  page->Gap();
  const std::string count = Counted(cause.logs, "log", "logs");
  const std::string key = cause.known ? fmt::format("[{}]", cause.key)
                                      : fmt::format("[unknown, fingerprint {}]", cause.key);
  page->Labelled(fmt::format("  {}  ", count), fmt::format("{} {}", cause.title(), key), 0,
                 Tone::kBold);
  for (const TriageTally::Example& example : cause.examples) {
    std::string line = "      " + example.path;
    if (!example.customer.empty()) line += fmt::format(" ({})", example.customer);
    page->Line(page->Inline(line, Tone::kDim));
  }
  const int64_t others = cause.logs - static_cast<int64_t>(cause.examples.size());
  if (others > 0) page->Line(page->Inline(fmt::format("      and {} more", others), Tone::kDim));
}

void AddTotals(const TriageTally& tally, TextPage* page) {
  page->Gap();
  page->Paragraph(
      fmt::format(
          "{}: {} failed or blocked ({} of unknown cause), {} succeeded, {} without a result.",
          Counted(tally.logs(), "log", "logs"), tally.failed(), tally.unknown(), tally.succeeded(),
          tally.logs() - tally.failed() - tally.succeeded()),
      0);
}

class TextWriter : public TriageWriter {
 public:
  TextWriter(const TextStyle& style, WriteText write) : style_(style), write_(std::move(write)) {}

  void Row(const TriageRow& row) override {
    tally_.Add(row);
    write_(RenderTriageLine(row, style_));
  }

  void End() override { write_(RenderTriageCauses(tally_, style_)); }

 private:
  TextStyle style_;
  WriteText write_;
  TriageTally tally_;
};

}  // namespace

std::string RenderTriageLine(const TriageRow& row, const TextStyle& style) {
  TextPage page(style);
  std::string cells = page.Inline(Padded(VerdictName(row.verdict), kVerdictColumns), ToneOf(row));
  const std::string cause = CauseOf(row);
  cells += page.Inline(Padded(cause, kCauseColumns - 1) + " ");
  if (style.width >= kWide) {
    cells += page.Inline(Cell(UpdateOf(row), kUpdateColumns));
    cells += page.Inline(Cell(row.failing_step, kStepColumns));
  }
  page.Line(cells + page.Inline(row.path));
  return page.Take();
}

std::string RenderTriageCauses(const TriageTally& tally, const TextStyle& style) {
  if (style.quiet) return {};
  TextPage page(style);
  const auto causes = tally.Causes();
  if (!causes.empty()) page.Heading("Causes");
  for (const TriageTally::Cause& cause : causes) AddCause(cause, &page);
  AddTotals(tally, &page);
  return "\n" + page.Take();
}

std::unique_ptr<TriageWriter> TriageTextWriter(const TextStyle& style, WriteText write) {
  return std::make_unique<TextWriter>(style, std::move(write));
}

}  // namespace exdiag::report
