#include "report/html_report.h"

#include <fmt/format.h>

#include <array>

#include "report/html_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::LogReport;

struct Section {
  std::string_view id;
  std::string_view title;
  bool (*has)(const LogReport& log);
  void (*write)(const LogReport& log, HtmlPage* page);
};

constexpr std::array<Section, 13> kSections = {{
    {"fix", "What to do", HasRemedy, WriteRemedy},
    {"rerun", "Can setup be run again?", HasRerun, WriteRerun},
    {"evidence", "Evidence", HasEvidence, WriteEvidence},
    {"failure", "Where setup stopped", HasFailure, WriteFailure},
    {"left-behind", "What setup has left behind", HasAftermath, WriteAftermath},
    {"other", "Also found", HasOtherFindings, WriteOtherFindings},
    {"checks", "Prerequisite checks", HasChecks, WriteChecks},
    {"timeline", "Timeline", HasTimeline, WriteTimeline},
    {"attempts", "Attempts", HasAttempts, WriteAttempts},
    {"errors", "All errors", HasErrors, WriteErrors},
    {"run", "The run", HasContext, WriteContext},
    {"coverage", "What was read", HasCoverage, WriteCoverage},
    {"references", "Read on", HasReferences, WriteReferences},
}};

// One log: the verdict, then its sections beside a list of them.
class LogWriter {
 public:
  LogWriter(const LogReport& log, size_t number, HtmlPage* page)
      : log_(log),
        prefix_(number == 0 ? std::string() : fmt::format("log{}-", number)),
        page_(page) {}

  void Write() {
    HtmlElement article(page_, "article", {{"class", "report"}, {"id", prefix_ + "report"}});
    WriteVerdict(log_, page_);
    HtmlElement columns(page_, "div", {{"class", "columns"}});
    WriteContents();
    HtmlElement sections(page_, "div", {{"class", "sections"}});
    for (const Section& section : kSections) {
      if (section.has(log_)) WriteSection(section);
    }
  }

 private:
  void WriteContents() {
    const std::string label = "Sections of " + std::string(FileName(log_.path));
    HtmlElement nav(page_, "nav", {{"class", "contents"}, {"aria-label", label}});
    HtmlElement list(page_, "ul");
    for (const Section& section : kSections) {
      if (!section.has(log_)) continue;
      HtmlElement item(page_, "li");
      page_->Element("a", {{"href", "#" + Id(section)}}, section.title);
    }
  }

  void WriteSection(const Section& section) {
    const std::string id = Id(section);
    HtmlElement element(page_, "section", {{"id", id}, {"aria-labelledby", id + "-title"}});
    page_->Element("h2", {{"id", id + "-title"}}, section.title);
    section.write(log_, page_);
  }

  std::string Id(const Section& section) const { return prefix_ + std::string(section.id); }

  const LogReport& log_;
  const std::string prefix_;
  HtmlPage* page_;
};

void WriteLogList(const diagnosis::Report& report, HtmlPage* page) {
  HtmlElement nav(page, "nav", {{"class", "logs"}, {"aria-label", "Logs of this report"}});
  page->Element("h2", Counted(static_cast<int64_t>(report.logs.size()), "log", "logs"));
  HtmlElement list(page, "ol");
  for (size_t i = 0; i < report.logs.size(); ++i) {
    const LogReport& log = report.logs[i];
    HtmlElement item(page, "li");
    WriteVerdictBadge(log.verdict, page);
    HtmlElement link(page, "a", {{"href", fmt::format("#log{}-report", i + 1)}});
    page->Element("strong", Headline(log));
    page->Element("span", {{"class", "path"}}, log.path);
  }
}

std::string TitleOf(const diagnosis::Report& report) {
  if (report.logs.size() == 1) return Headline(report.logs.front()) + " - exdiag";
  return Counted(static_cast<int64_t>(report.logs.size()), "log", "logs") + " - exdiag";
}

}  // namespace

std::string RenderHtml(const diagnosis::Report& report) {
  HtmlPage page(TitleOf(report));
  WriteMasthead("Exchange setup diagnosis", &page);
  page.Open("main", {{"id", "main"}});
  const bool several = report.logs.size() != 1;
  if (several) {
    page.Element("h1", {{"class", "page-title"}}, "Exchange setup logs");
    WriteLogList(report, &page);
  }
  for (size_t i = 0; i < report.logs.size(); ++i)
    LogWriter(report.logs[i], several ? i + 1 : 0, &page).Write();
  page.Close();
  WriteColophon(report.rule_count, report.rules_digest, &page);
  return page.Finish();
}

}  // namespace exdiag::report
