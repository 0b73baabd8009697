#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_report.h"
#include "report/html_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Triage;
using diagnosis::TriageGroup;
using diagnosis::TriageRow;
using diagnosis::Verdict;

constexpr int kChartWidth = 1000;

std::string CauseOf(const TriageRow& row) {
  if (!row.rule.empty()) return row.rule;
  const bool failed = row.verdict == Verdict::kFailed || row.verdict == Verdict::kBlocked;
  return failed ? "unknown " + row.fingerprint : std::string();
}

void WriteTotals(const Triage& triage, HtmlPage* page) {
  std::map<Verdict, int64_t> counts;
  int64_t unknown = 0;
  for (const TriageRow row : triage.rows) {
    ++counts[row.verdict];
    if (row.rule.empty() && !CauseOf(row).empty()) ++unknown;
  }
  HtmlElement list(page, "ul", {{"class", "totals"}});
  const auto total = [&](int64_t count, std::string_view name, std::string_view style) {
    HtmlElement item(page, "li", {{"class", style}});
    page->Element("strong", std::to_string(count));
    page->Element("span", name);
  };
  total(static_cast<int64_t>(triage.rows.size()), "logs", "all");
  total(counts[Verdict::kFailed] + counts[Verdict::kBlocked], "failed or blocked", "bad");
  total(unknown, "of unknown cause", "open");
  total(counts[Verdict::kSucceeded], "succeeded", "good");
  total(counts[Verdict::kIncomplete], "without a result", "open");
}

void WriteGroupBar(size_t count, size_t most, HtmlPage* page) {
  const size_t width = std::max<size_t>(8, count * kChartWidth / std::max<size_t>(1, most));
  HtmlElement svg(page, "svg",
                  {{"class", "bar"},
                   {"viewBox", fmt::format("0 0 {} 10", kChartWidth)},
                   {"preserveAspectRatio", "none"},
                   {"aria-hidden", "true"},
                   {"focusable", "false"}});
  page->Empty("rect", {{"class", "track"},
                       {"x", "0"},
                       {"y", "0"},
                       {"width", std::to_string(kChartWidth)},
                       {"height", "10"}});
  page->Empty("rect", {{"class", "cause"},
                       {"x", "0"},
                       {"y", "0"},
                       {"width", std::to_string(width)},
                       {"height", "10"}});
}

void WriteGroup(const Triage& triage, const TriageGroup& group, size_t most, const WriteText& write,
                HtmlPage* page) {
  HtmlElement item(page, "li", {{"class", group.known ? "known" : "unknown"}});
  HtmlElement details(page, "details");
  page->Open("summary", {{"class", "row"}});
  page->Open("span", {{"class", "step-name"}});
  if (!group.known) page->Element("span", {{"class", "badge open"}}, "Unknown");
  page->Text(group.title.empty() ? group.key : group.title);
  page->Element("code", {{"class", "code"}}, group.key);
  page->Close();
  WriteGroupBar(group.rows.size(), most, page);
  page->Element("span", {{"class", "step-time"}},
                Counted(static_cast<int64_t>(group.rows.size()), "log", "logs"));
  page->Close();
  HtmlElement list(page, "ul", {{"class", "group-logs"}});
  for (const size_t index : group.rows) {
    const TriageRow row = triage.rows[index];
    HtmlElement entry(page, "li");
    page->Element("span", {{"class", "path"}}, row.path);
    page->Text(fmt::format(" {} {}", row.customer, row.product));
    page->Flush(write);
  }
}

void WriteGroups(const Triage& triage, const WriteText& write, HtmlPage* page) {
  if (triage.groups.empty()) return;
  HtmlElement section(page, "section", {{"id", "causes"}, {"aria-labelledby", "causes-title"}});
  page->Element("h2", {{"id", "causes-title"}}, "Causes");
  HtmlElement list(page, "ol", {{"class", "chart causes"}});
  for (const TriageGroup& group : triage.groups) {
    WriteGroup(triage, group, triage.groups.front().rows.size(), write, page);
  }
}

using Values = std::set<std::string>;

void WriteSelect(std::string_view key, std::string_view name, const Values& values,
                 HtmlPage* page) {
  if (values.size() < 2) return;
  const std::string id = page->NewId("filter");
  HtmlElement pair(page, "div", {{"class", "filter"}});
  page->Element("label", {{"for", id}}, name);
  HtmlElement select(page, "select", {{"id", id}, {"data-filter", key}});
  page->Element("option", {{"value", ""}}, "all");
  for (const std::string& value : values) page->Element("option", {{"value", value}}, value);
}

template <typename ValueOf>
Values ValuesOf(const Triage& triage, ValueOf&& value_of) {
  Values values;
  for (const TriageRow row : triage.rows) {
    if (std::string value(value_of(row)); !value.empty()) values.insert(std::move(value));
  }
  return values;
}

void WriteFilters(const Triage& triage, HtmlPage* page) {
  HtmlElement form(
      page, "div",
      {{"class", "filters"}, {"role", "search"}, {"data-needs-script", ""}, {"hidden", ""}});
  {
    HtmlElement pair(page, "div", {{"class", "filter"}});
    page->Element("label", {{"for", "triage-text"}}, "Search the logs");
    page->Empty("input", {{"type", "search"},
                          {"id", "triage-text"},
                          {"data-filter", "text"},
                          {"autocomplete", "off"}});
  }
  WriteSelect("verdict", "Result",
              ValuesOf(triage, [](const TriageRow& row) { return VerdictPhrase(row.verdict); }),
              page);
  WriteSelect("cause", "Cause", ValuesOf(triage, CauseOf), page);
  WriteSelect("customer", "Customer",
              ValuesOf(triage, [](const TriageRow& row) { return row.customer; }), page);
  WriteSelect("product", "Product",
              ValuesOf(triage, [](const TriageRow& row) { return row.product; }), page);
}

// Where the page is narrow a row becomes a card, and each cell names its column.
void WriteCell(std::string_view column, std::string_view text, HtmlPage* page) {
  page->Element("td", {{"data-column", column}, {"role", "cell"}}, text);
}

void WriteRow(const TriageRow& row, HtmlPage* page) {
  HtmlElement element(page, "tr",
                      {{"class", "item"},
                       {"role", "row"},
                       {"data-verdict", VerdictPhrase(row.verdict)},
                       {"data-cause", CauseOf(row)},
                       {"data-customer", row.customer},
                       {"data-product", row.product}});
  page->Element(
      "th", {{"scope", "row"}, {"role", "rowheader"}, {"data-column", "Log"}, {"class", "path"}},
      row.path);
  page->Open("td", {{"data-column", "Result"}, {"role", "cell"}});
  WriteVerdictBadge(row.verdict, page);
  page->Close();
  page->Open("td", {{"data-column", "Cause"}, {"role", "cell"}});
  page->Text(row.title);
  if (const std::string cause = CauseOf(row); !cause.empty())
    page->Element("code", {{"class", "code"}}, cause);
  page->Close();
  WriteCell("Step", row.failing_step, page);
  WriteCell("Customer", row.customer, page);
  page->Open("td", {{"data-column", "Product"}, {"role", "cell"}});
  page->Text(row.product);
  if (!row.build.empty()) page->Element("code", {{"class", "code"}}, row.build);
  page->Close();
}

void WriteTable(const Triage& triage, const WriteText& write, HtmlPage* page) {
  HtmlElement section(page, "section",
                      {{"id", "logs"}, {"aria-labelledby", "logs-title"}, {"class", "filterable"}});
  page->Element("h2", {{"id", "logs-title"}}, "Logs");
  WriteFilters(triage, page);
  page->Element("p", {{"class", "count"}, {"role", "status"}},
                Counted(static_cast<int64_t>(triage.rows.size()), "log", "logs"));
  HtmlElement table(
      page, "table",
      {{"class", "cards sortable"}, {"role", "table"}, {"aria-labelledby", "logs-title"}});
  {
    HtmlElement head(page, "thead", {{"role", "rowgroup"}});
    HtmlElement row(page, "tr", {{"role", "row"}});
    for (const std::string_view name : {"Log", "Result", "Cause", "Step", "Customer", "Product"}) {
      page->Element("th", {{"scope", "col"}, {"role", "columnheader"}}, name);
    }
  }
  HtmlElement body(page, "tbody", {{"role", "rowgroup"}});
  for (const TriageRow row : triage.rows) {
    WriteRow(row, page);
    page->Flush(write);
  }
}

}  // namespace

void WriteTriageHtml(const Triage& triage, const WriteText& write) {
  const auto count = static_cast<int64_t>(triage.rows.size());
  HtmlPage page(fmt::format("Triage of {} - exdiag", Counted(count, "log", "logs")));
  WriteMasthead("Triage of Exchange setup logs", &page);
  page.Open("main", {{"id", "main"}, {"class", "triage"}});
  page.Element("h1", {{"class", "page-title"}},
               fmt::format("Triage of {}", Counted(count, "log", "logs")));
  WriteTotals(triage, &page);
  WriteGroups(triage, write, &page);
  WriteTable(triage, write, &page);
  page.Close();
  WriteColophon(triage.rule_count, triage.rules_digest, &page);
  write(page.Finish());
}

}  // namespace exdiag::report
