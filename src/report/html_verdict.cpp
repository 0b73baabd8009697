#include <fmt/format.h>

#include "report/html_sections.h"
#include "report/timeline_tree.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Verdict;

std::string_view VerdictClass(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSucceeded:
      return "good";
    case Verdict::kFailed:
    case Verdict::kBlocked:
      return "bad";
    case Verdict::kIncomplete:
      break;
  }
  return "open";
}

std::string StoppedAt(const LogReport& log) {
  if (!log.failure) return {};
  const diagnosis::Failure& failure = *log.failure;
  std::string place = failure.role.empty() ? failure.task : failure.role;
  if (!failure.cmdlet.empty()) place += (place.empty() ? "" : ", ") + failure.cmdlet;
  if (failure.line > 0) place += fmt::format("{}line {}", place.empty() ? "" : ", ", failure.line);
  return place;
}

std::string ElapsedText(const LogReport& log) {
  if (!log.attempt || !log.attempt->summary.started || !log.attempt->summary.ended) return {};
  return SpanText(log.attempt->summary.ended->milliseconds -
                  log.attempt->summary.started->milliseconds);
}

std::string ConfidenceText(const Diagnosis& finding) {
  std::string text =
      fmt::format("{} ({:.0f} %)", ConfidenceWord(finding.confidence), finding.confidence * 100);
  if (finding.status == rules::Status::kExperimental) text += "; the rule is experimental";
  return text;
}

std::string_view RerunWord(diagnosis::Rerun rerun) {
  switch (rerun) {
    case diagnosis::Rerun::kNow:
      return "now";
    case diagnosis::Rerun::kAfterFix:
      return "after the steps below";
    case diagnosis::Rerun::kAfterRestart:
      return "after a restart";
    case diagnosis::Rerun::kAfterCleanup:
      return "after what is left has been cleared";
    case diagnosis::Rerun::kUnknown:
      break;
  }
  return "not known";
}

std::vector<Fact> KeyFacts(const LogReport& log) {
  std::vector<Fact> facts;
  const auto add = [&](std::string_view name, std::string value) {
    if (!value.empty()) facts.emplace_back(name, std::move(value));
  };
  add("Stopped at", StoppedAt(log));
  if (log.verdict != Verdict::kSucceeded)
    add("Run setup again", std::string(RerunWord(log.rerun.when)));
  if (const Diagnosis* primary = log.primary()) {
    add("Rule", primary->rule);
    add("Confidence", ConfidenceText(*primary));
    if (!primary->log.empty()) add("Happened in", "an earlier log: " + primary->log);
    const bool earlier =
        primary->log.empty() && log.attempt && primary->attempt != log.attempt->summary.number;
    if (earlier)
      add("Happened in", fmt::format("attempt {} of {}", primary->attempt, log.attempts.size()));
  }
  if (log.attempt && log.attempt->summary.started)
    add("Started", TimeText(log, *log.attempt->summary.started));
  add(log.verdict == Verdict::kSucceeded ? "Took" : "Ran for", ElapsedText(log));
  add("Fingerprint", log.fingerprint);
  return facts;
}

void WriteAnswer(const LogReport& log, HtmlPage* page) {
  if (const Diagnosis* primary = log.primary()) {
    page->Element("p", {{"class", "lead"}}, primary->cause);
  } else if (log.failure && !log.failure->message.empty()) {
    page->Element("p", {{"class", "lead message"}}, FirstLine(log.failure->message));
  } else if (log.verdict == Verdict::kIncomplete) {
    page->Element("p", {{"class", "lead"}}, WithoutResultText(log));
  }
}

}  // namespace

void WriteVerdictBadge(Verdict verdict, HtmlPage* page) {
  page->Element("span", {{"class", fmt::format("badge {}", VerdictClass(verdict))}},
                VerdictPhrase(verdict));
}

void WriteVerdict(const LogReport& log, HtmlPage* page) {
  HtmlElement header(page, "header",
                     {{"class", fmt::format("verdict {}", VerdictClass(log.verdict))}});
  page->Open("p", {{"class", "run"}});
  WriteVerdictBadge(log.verdict, page);
  page->Element("span", RunName(log));
  page->Close();
  page->Element("h1", Headline(log));
  WriteAnswer(log, page);
  page->Element("p", {{"class", "path"}}, log.path);
  WriteFacts(KeyFacts(log), page);
}

void WriteMasthead(std::string_view subtitle, HtmlPage* page) {
  page->Element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the report");
  HtmlElement header(page, "div", {{"class", "masthead"}, {"role", "banner"}});
  page->Open("p", {{"class", "brand"}});
  page->Element("strong", "exdiag");
  page->Element("span", subtitle);
  page->Close();
  HtmlElement tools(page, "div", {{"class", "tools"}, {"data-needs-script", ""}, {"hidden", ""}});
  page->Element("button", {{"type", "button"}, {"data-action", "print"}}, "Print");
  page->Element("button", {{"type", "button"}, {"data-action", "theme"}}, "Dark");
}

void WriteColophon(int rule_count, std::string_view rules_digest, HtmlPage* page) {
  HtmlElement footer(page, "footer");
  page->Element(
      "p",
      fmt::format("exdiag {}, {} rules, digest {}. Everything on this page comes from the logs and "
                  "the rules; the page sends nothing anywhere.",
                  EXDIAG_VERSION, rule_count, rules_digest.empty() ? "none" : rules_digest));
}

}  // namespace exdiag::report
