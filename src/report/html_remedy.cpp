#include <fmt/format.h>

#include <cctype>

#include "report/html_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Verdict;

void WriteCaution(std::string_view caution, HtmlPage* page) {
  if (caution.empty()) return;
  HtmlElement box(page, "p", {{"class", "caution"}});
  page->Element("strong", "Caution: ");
  page->Text(caution);
}

// An `undo` may be a command to copy or a sentence; Verb-Noun, a call or a program tells them
// apart.
bool LooksLikeCommand(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(' '));
  if (word.empty()) return false;
  if (word.front() == '&' || word.front() == '.' || word.ends_with(".exe")) return true;
  const size_t dash = word.find('-');
  return std::isupper(static_cast<unsigned char>(word.front())) != 0 &&
         dash != std::string_view::npos && dash + 1 < word.size() &&
         std::isupper(static_cast<unsigned char>(word[dash + 1])) != 0;
}

void WriteUndo(std::string_view undo, HtmlPage* page) {
  if (undo.empty()) return;
  HtmlElement details(page, "details", {{"class", "undo"}});
  page->Element("summary", "How to undo it");
  if (LooksLikeCommand(undo)) {
    page->Command(undo);
  } else {
    page->Element("p", undo);
  }
}

void WriteStep(const rules::Step& step, HtmlPage* page) {
  HtmlElement item(page, "li");
  page->Element("p", {{"class", "step-text"}}, step.text);
  WriteCaution(step.caution, page);
  if (!step.where.empty()) page->Element("p", {{"class", "where"}}, "Where: " + step.where);
  if (!step.command.empty()) {
    const bool other_shell = !step.shell.empty() && step.shell != "powershell";
    if (other_shell) page->Element("p", {{"class", "where"}}, "Shell: " + step.shell);
    page->Command(step.command);
  }
  WriteUndo(step.undo, page);
}

void WriteSteps(const std::vector<rules::Step>& steps, HtmlPage* page) {
  if (steps.empty()) return;
  HtmlElement list(page, "ol", {{"class", "steps"}});
  for (const rules::Step& step : steps) WriteStep(step, page);
}

void WriteMembers(const Diagnosis& finding, HtmlPage* page) {
  if (finding.members.empty()) return;
  HtmlElement list(page, "ul", {{"class", "members"}});
  for (const diagnosis::Member& member : finding.members) {
    page->Element("li",
                  fmt::format("{} [{}], line {}", member.title, member.rule, member.evidence.line));
  }
}

void WriteVerify(const std::vector<rules::Check>& checks, HtmlPage* page) {
  if (checks.empty()) return;
  page->Element("h3", "How to check that it worked");
  HtmlElement list(page, "ul", {{"class", "verify"}});
  for (const rules::Check& check : checks) {
    HtmlElement item(page, "li");
    page->Element("p", check.text);
    if (!check.command.empty()) page->Command(check.command);
  }
}

void WriteNote(const Diagnosis& finding, HtmlPage* page) {
  if (finding.false_positives.empty()) return;
  HtmlElement details(page, "details", {{"class", "note"}});
  page->Element("summary", "When this may mislead");
  page->Element("p", finding.false_positives);
}

void WriteFindingRemedy(const Diagnosis& finding, HtmlPage* page) {
  WriteMembers(finding, page);
  WriteCaution(finding.caution, page);
  WriteSteps(finding.steps, page);
  WriteVerify(finding.verify, page);
  WriteNote(finding, page);
}

void WriteObstacle(const Diagnosis& finding, HtmlPage* page) {
  HtmlElement box(page, "div", {{"class", "obstacle"}});
  page->Element("h3", finding.title);
  page->Element("p", finding.cause);
  WriteMembers(finding, page);
  WriteCaution(finding.caution, page);
  WriteSteps(finding.steps, page);
}

// What helps with a failure that no rule knows.
void WriteUnknownRemedy(const LogReport& log, HtmlPage* page) {
  HtmlElement list(page, "ol", {{"class", "steps"}});
  const auto item = [&](std::string_view text, std::string_view command) {
    HtmlElement element(page, "li");
    page->Element("p", {{"class", "step-text"}}, text);
    if (!command.empty()) page->Command(command);
  };
  item(
      "Read the log upwards from the line where setup stopped: the first error of the step usually "
      "says more than "
      "the last.",
      "");
  item("Search with the exception or code, not with names of your servers.", "");
  item("Once you know the cause, make it a rule, so that the next one is told at once.",
       fmt::format("exdiag rules new --from {}", log.path));
}

bool IsUnknown(const LogReport& log) {
  return log.primary() == nullptr &&
         (log.verdict == Verdict::kFailed || log.verdict == Verdict::kBlocked);
}

void WriteOtherFinding(const LogReport& log, const Diagnosis& finding, HtmlPage* page) {
  HtmlElement details(page, "details", {{"class", "finding"}});
  page->Open("summary");
  page->Element("span", {{"class", fmt::format("badge {}", RelationName(finding.relation))}},
                RelationPhrase(finding.relation));
  page->Element("span", {{"class", "finding-title"}}, finding.title);
  page->Close();
  page->Element(
      "p", {{"class", "where"}},
      fmt::format("Rule {}, confidence {}", finding.rule, ConfidenceWord(finding.confidence)));
  page->Element("p", finding.cause);
  WriteFindingRemedy(finding, page);
  WriteFindingLines(log, finding, page);
}

}  // namespace

bool HasRemedy(const LogReport& log) {
  const Diagnosis* primary = log.primary();
  return IsUnknown(log) || (primary != nullptr && !primary->steps.empty()) ||
         !FurtherObstacles(log).empty();
}

void WriteRemedy(const LogReport& log, HtmlPage* page) {
  if (const Diagnosis* primary = log.primary()) WriteFindingRemedy(*primary, page);
  if (IsUnknown(log)) WriteUnknownRemedy(log, page);
  for (const Diagnosis* finding : FurtherObstacles(log)) WriteObstacle(*finding, page);
}

bool HasRerun(const LogReport& log) {
  return log.verdict != Verdict::kSucceeded && !log.rerun.text.empty();
}

void WriteRerun(const LogReport& log, HtmlPage* page) { page->Element("p", log.rerun.text); }

bool HasOtherFindings(const LogReport& log) {
  return !OtherFindings(log).empty() || !log.other_failures.empty();
}

void WriteOtherFindings(const LogReport& log, HtmlPage* page) {
  for (const auto& other : log.other_failures) {
    page->Element("p", fmt::format("Another failure, which no rule knows (line {}): {}", other.line,
                                   other.message));
  }
  for (const Diagnosis* finding : OtherFindings(log)) WriteOtherFinding(log, *finding, page);
}

bool HasReferences(const LogReport& log) {
  return log.primary() != nullptr && !log.primary()->references.empty();
}

void WriteReferences(const LogReport& log, HtmlPage* page) {
  HtmlElement list(page, "ul", {{"class", "references"}});
  for (const std::string& reference : log.primary()->references) {
    HtmlElement item(page, "li");
    page->Link(reference);
  }
}

}  // namespace exdiag::report
