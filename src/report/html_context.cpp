#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/html_sections.h"
#include "report/leftover_groups.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::AttemptSummary;
using diagnosis::LogReport;

std::string HeadingOf(std::string_view kind) {
  std::string heading(kind);
  for (char& c : heading) c = c == '-' ? ' ' : c;
  if (!heading.empty() && heading.front() >= 'a' && heading.front() <= 'z') {
    heading.front() = static_cast<char>(heading.front() - 'a' + 'A');
  }
  return heading;
}

void WriteGroup(const LeftoverGroup& group, HtmlPage* page) {
  HtmlElement box(page, "div", {{"class", "leftover"}});
  page->Element("h3", HeadingOf(group.front()->kind));
  page->Open("ul", {{"class", "names"}});
  for (const diagnosis::Leftover* left : group) {
    HtmlElement item(page, "li");
    page->Text(left->name);
    page->Element("span", {{"class", "line"}}, fmt::format("line {}", left->line));
  }
  page->Close();
  page->Element("p", group.front()->text);
  const auto commands = CommandsForAll(group);
  if (!commands.empty()) page->Command(fmt::format("{}", fmt::join(commands, "\n")));
}

void WriteAttempt(const LogReport& log, const AttemptSummary& attempt, HtmlPage* page) {
  const bool chosen = log.attempt && log.attempt->summary.number == attempt.number;
  HtmlElement row(page, "tr", {{"class", chosen ? "chosen" : "other"}});
  page->Element("th", {{"scope", "row"}},
                fmt::format("{}{}", attempt.number, chosen ? " (this report)" : ""));
  page->Open("td");
  WriteVerdictBadge(attempt.verdict, page);
  page->Close();
  page->Element("td", attempt.started ? TimeText(log, *attempt.started) : std::string("unknown"));
  page->Element("td", attempt.started && attempt.ended
                          ? DurationText(*attempt.started, *attempt.ended)
                          : std::string("unknown"));
  page->Element("td", fmt::format("{} to {}", attempt.first_line, attempt.last_line));
}

}  // namespace

bool HasAftermath(const LogReport& log) { return !log.aftermath.empty(); }

void WriteAftermath(const LogReport& log, HtmlPage* page) {
  for (const auto& group : LeftoverGroups(log.aftermath)) WriteGroup(group, page);
}

bool HasAttempts(const LogReport& log) { return log.attempts.size() > 1; }

void WriteAttempts(const LogReport& log, HtmlPage* page) {
  HtmlElement scroller(page, "div",
                       {{"class", "scroller"},
                        {"role", "region"},
                        {"tabindex", "0"},
                        {"aria-label", "Table of attempts"}});
  HtmlElement table(page, "table");
  {
    HtmlElement head(page, "thead");
    HtmlElement row(page, "tr");
    for (const std::string_view name : {"Attempt", "Result", "Started", "Took", "Lines"}) {
      page->Element("th", {{"scope", "col"}}, name);
    }
  }
  HtmlElement body(page, "tbody");
  for (const AttemptSummary& attempt : log.attempts) WriteAttempt(log, attempt, page);
}

bool HasContext(const LogReport& log) { return !RunFacts(log).empty(); }

void WriteContext(const LogReport& log, HtmlPage* page) { WriteFacts(RunFacts(log), page); }

bool HasCoverage(const LogReport&) { return true; }

void WriteCoverage(const LogReport& log, HtmlPage* page) { WriteFacts(CoverageFacts(log), page); }

void WriteFacts(const std::vector<Fact>& facts, HtmlPage* page) {
  if (facts.empty()) return;
  HtmlElement list(page, "dl", {{"class", "facts"}});
  for (const auto& [name, value] : facts) {
    HtmlElement pair(page, "div");
    page->Element("dt", name);
    page->Open("dd");
    page->Lines(value);
    page->Close();
  }
}

}  // namespace exdiag::report
