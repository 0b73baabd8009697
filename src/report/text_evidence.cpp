#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/excerpt.h"
#include "report/text_sections.h"

namespace exdiag::report {
namespace {

using matching::Evidence;

constexpr size_t kMostLines = 6;

// Writes lines of one file between a gutter of line numbers, like a compiler.
class Gutter {
 public:
  Gutter(int64_t greatest_line, TextPage* page)
      : digits_(static_cast<int>(std::to_string(greatest_line).size())), page_(page) {}

  void Separator() {
    page_->Line(page_->Inline(fmt::format("  {:>{}} |", "", digits_), Tone::kDim));
  }

  void Add(const Evidence& evidence, Tone tone) {
    const int room = page_->style().width - digits_ - 5;
    const ExcerptLine line = CutAround(page_->Inline(evidence.text), page_->Inline(evidence.found),
                                       room, page_->cut_mark());
    const bool follows = last_line_ == 0 || evidence.line == last_line_ + 1;
    if (!follows) page_->Line(page_->Inline(fmt::format("  {:>{}}", "...", digits_), Tone::kDim));
    last_line_ = evidence.line;
    const std::string number = fmt::format("  {:>{}} | ", evidence.line, digits_);
    page_->Line(page_->Inline(number, Tone::kDim) + line.text);
    AddMarks(line, tone);
  }

 private:
  void AddMarks(const ExcerptLine& line, Tone tone) {
    if (line.mark_width <= 0) return;
    const std::string before = fmt::format("  {:>{}} | ", "", digits_);
    const std::string marks(static_cast<size_t>(line.mark_width), '^');
    page_->Line(page_->Inline(before, Tone::kDim) +
                std::string(static_cast<size_t>(line.mark_column), ' ') +
                page_->Inline(marks, tone));
  }

  int digits_;
  int64_t last_line_ = 0;
  TextPage* page_;
};

std::vector<Evidence> OfFile(const std::vector<Evidence>& all, const std::string& path) {
  std::vector<Evidence> lines;
  for (const Evidence& evidence : all) {
    if (evidence.path == path) lines.push_back(evidence);
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Evidence& a, const Evidence& b) { return a.line < b.line; });
  return lines;
}

void AddFile(const std::vector<Evidence>& lines, const std::string& path, TextPage* page) {
  const size_t shown = page->style().verbose ? lines.size() : std::min(kMostLines, lines.size());
  page->Line(page->Inline(fmt::format("  --> {}", path), Tone::kDim));
  Gutter gutter(lines[shown - 1].line, page);
  gutter.Separator();
  for (size_t i = 0; i < shown; ++i) gutter.Add(lines[i], Tone::kRed);
  if (shown < lines.size()) {
    page->Line(
        page->Inline(fmt::format("  and {} more (--verbose)", lines.size() - shown), Tone::kDim));
  }
}

}  // namespace

void AddEvidence(const diagnosis::LogReport& log, const diagnosis::Diagnosis& finding,
                 TextPage* page) {
  if (finding.evidence.empty()) return;
  page->Heading("Evidence");
  std::vector<std::string> paths;
  for (const Evidence& evidence : finding.evidence) {
    if (std::find(paths.begin(), paths.end(), evidence.path) == paths.end())
      paths.push_back(evidence.path);
  }
  for (const std::string& path : paths) {
    if (path != paths.front()) page->Gap();
    AddFile(OfFile(finding.evidence, path), path.empty() ? log.path : path, page);
  }
}

void AddFailureLine(const diagnosis::LogReport& log, TextPage* page) {
  if (!log.failure || log.failure->line_text.empty()) return;
  Gutter gutter(log.failure->line, page);
  gutter.Separator();
  gutter.Add({"", log.failure->line, log.failure->line_text, log.failure->message}, Tone::kRed);
}

}  // namespace exdiag::report
