#include "report/rule_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/remedy.h"
#include "report/text_page.h"

namespace exdiag::report {
namespace {

using rules::Predicate;
using rules::Rule;

// What a predicate that is no tree asks for, in one line.
std::string ConditionText(const Predicate& predicate) {
  std::string text(rules::PredicateName(predicate.kind));
  text += ":";
  if (!predicate.names.empty()) text += fmt::format(" {}", fmt::join(predicate.names, " or "));
  if (!predicate.hresult.empty()) text += fmt::format(" hresult {}", predicate.hresult);
  if (!predicate.severity.empty()) text += fmt::format(" ({})", predicate.severity);
  if (!predicate.pattern.empty()) text += fmt::format(" /{}/", predicate.pattern);
  return text;
}

std::string_view TreeText(Predicate::Kind kind) {
  switch (kind) {
    case Predicate::Kind::kAll:
      return "all of:";
    case Predicate::Kind::kAny:
      return "any of:";
    case Predicate::Kind::kNot:
      return "not:";
    case Predicate::Kind::kPreviousAttempt:
      return "in the attempt before:";
    default:
      return "";
  }
}

void AddPredicate(const Predicate& predicate, int indent, TextPage* page) {
  if (predicate.children.empty()) {
    page->Labelled("- ", ConditionText(predicate), indent);
    return;
  }
  page->Labelled("- ", TreeText(predicate.kind), indent);
  for (const Predicate& child : predicate.children) AddPredicate(child, indent + 2, page);
}

void AddConditions(const Rule& rule, TextPage* page) {
  page->Heading("Holds when");
  AddPredicate(rule.match, 2, page);
  if (rule.captures.empty()) return;
  page->Heading("Captures from");
  for (const Predicate& capture : rule.captures) AddPredicate(capture, 2, page);
}

void AddPlace(const Rule& rule, TextPage* page) {
  page->Field("Category", rule.category);
  page->Field("Status", rules::StatusName(rule.status));
  page->Field("Replaced by", rule.replaced_by);
  page->Field("Products",
              rule.products.empty() ? "all" : fmt::format("{}", fmt::join(rule.products, ", ")));
  page->Field("Tags", fmt::format("{}", fmt::join(rule.tags, ", ")));
  page->Field("Since", rule.since);
  page->Field("From", rule.path);
}

void AddRelations(const Rule& rule, TextPage* page) {
  page->Field("Group", rule.group);
  page->Field("Wins over", fmt::format("{}", fmt::join(rule.supersedes, ", ")));
  page->Field("Explains", fmt::format("{}", fmt::join(rule.consequences, ", ")));
}

void AddReferences(const Rule& rule, TextPage* page) {
  if (rule.references.empty()) return;
  page->Heading("Read on");
  for (const std::string& reference : rule.references) page->Line(page->Inline("  " + reference));
}

}  // namespace

std::string RenderRule(const Rule& rule, const TextStyle& style, bool conditions) {
  TextPage page(style);
  const Tone tone = rule.severity == rules::Severity::kError ? Tone::kRed : Tone::kYellow;
  page.Labelled(fmt::format("{}[{}]: ", rules::SeverityName(rule.severity), rule.id), rule.title, 0,
                tone);
  page.Gap();
  page.Paragraph(rule.cause, 2);
  AddRemedySteps(rule.steps, rule.caution, &page);
  AddVerification(rule.verify, &page);
  if (!rule.false_positives.empty()) {
    page.Heading("Where it may mislead");
    page.Paragraph(rule.false_positives, 2);
  }
  if (conditions) AddConditions(rule, &page);
  page.Heading("The rule");
  AddPlace(rule, &page);
  page.Field("Rerun", rule.rerun);
  AddRelations(rule, &page);
  AddReferences(rule, &page);
  return page.Take();
}

}  // namespace exdiag::report
