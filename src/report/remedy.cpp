#include "report/remedy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace exdiag::report {
namespace {

// How rules call the server on which setup ran.
constexpr std::string_view kHere = "this server";

constexpr int kStepIndent = 1;
constexpr int kDetailIndent = 5;
constexpr int kCommandIndent = 8;

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

void AddUndo(const std::string& undo, TextPage* page) {
  if (undo.empty()) return;
  if (!LooksLikeCommand(undo)) {
    page->Labelled("To undo: ", undo, kDetailIndent);
    return;
  }
  page->Paragraph("To undo:", kDetailIndent);
  page->Command(undo, kCommandIndent);
}

void AddStep(size_t number, const rules::Step& step, TextPage* page) {
  page->Labelled(fmt::format("{:>2}. ", number), step.text, kStepIndent, Tone::kBold);
  if (!step.caution.empty())
    page->Labelled("CAUTION: ", step.caution, kDetailIndent, Tone::kYellow);
  if (!step.where.empty() && step.where != kHere)
    page->Labelled("Where: ", step.where, kDetailIndent);
  if (!step.command.empty()) {
    const bool other_shell = !step.shell.empty() && step.shell != "powershell";
    if (other_shell) page->Labelled("Shell: ", step.shell, kDetailIndent);
    page->Command(step.command, kCommandIndent);
  }
  AddUndo(step.undo, page);
}

// "How to fix it (on this server unless said otherwise)".
std::string_view HeadingFor(const std::vector<rules::Step>& steps) {
  bool here = false;
  bool elsewhere = false;
  for (const rules::Step& step : steps) {
    here = here || step.where == kHere;
    elsewhere = elsewhere || (!step.where.empty() && step.where != kHere);
  }
  if (!here) return "How to fix it";
  return elsewhere ? "How to fix it (on this server unless said otherwise)"
                   : "How to fix it (on this server)";
}

}  // namespace

void AddNumberedSteps(const std::vector<rules::Step>& steps, TextPage* page) {
  // Where there are commands, steps stand apart, so that what belongs to which is seen at a glance.
  const bool apart = std::any_of(steps.begin(), steps.end(),
                                 [](const rules::Step& step) { return !step.command.empty(); });
  for (size_t i = 0; i < steps.size(); ++i) {
    if (i > 0 && apart) page->Gap();
    AddStep(i + 1, steps[i], page);
  }
}

void AddRemedySteps(const std::vector<rules::Step>& steps, const std::string& caution,
                    TextPage* page) {
  if (steps.empty()) return;
  page->Heading(HeadingFor(steps));
  if (!caution.empty()) {
    page->Labelled("CAUTION: ", caution, 2, Tone::kYellow);
    page->Gap();
  }
  AddNumberedSteps(steps, page);
}

void AddVerification(const std::vector<rules::Check>& checks, TextPage* page) {
  if (checks.empty()) return;
  page->Heading("How to check that it worked");
  for (const rules::Check& check : checks) {
    page->Labelled("- ", check.text, 2);
    page->Command(check.command, kCommandIndent);
  }
}

}  // namespace exdiag::report
