#include <fmt/format.h>

#include "report/html_sections.h"

namespace exdiag::report {
namespace {

using diagnosis::Failure;
using diagnosis::LogReport;
using setuplog::PrerequisiteCheck;

void WriteExceptions(const Failure& failure, HtmlPage* page) {
  if (failure.exceptions.empty()) return;
  page->Element("h3", failure.exceptions.size() == 1 ? "Exception" : "Exceptions, innermost first");
  HtmlElement list(page, "ol", {{"class", "exceptions"}});
  for (const setuplog::ExceptionInfo& exception : failure.exceptions) {
    HtmlElement item(page, "li");
    page->Element("code", exception.type);
    if (!exception.hresult.empty()) page->Element("code", {{"class", "code"}}, exception.hresult);
    if (!exception.message.empty()) page->Element("p", exception.message);
  }
}

void WriteCode(const diagnosis::DecodedCode& code, HtmlPage* page) {
  HtmlElement row(page, "tr");
  page->Open("th", {{"scope", "row"}});
  page->Element("code", code.code);
  page->Close();
  page->Element("td", code.name);
  HtmlElement cell(page, "td");
  page->Text(code.meaning.empty() ? std::string_view("Not known") : code.meaning);
  if (!code.in_setup.empty()) page->Element("p", {{"class", "in-setup"}}, code.in_setup);
}

void WriteCodes(const Failure& failure, HtmlPage* page) {
  if (failure.codes.empty()) return;
  page->Element("h3", "Codes");
  HtmlElement table(page, "table", {{"class", "stacked"}});
  {
    HtmlElement head(page, "thead");
    HtmlElement row(page, "tr");
    page->Element("th", {{"scope", "col"}}, "Code");
    page->Element("th", {{"scope", "col"}}, "Name");
    page->Element("th", {{"scope", "col"}}, "Meaning");
  }
  HtmlElement body(page, "tbody");
  for (const diagnosis::DecodedCode& code : failure.codes) WriteCode(code, page);
}

void WriteScript(const Failure& failure, HtmlPage* page) {
  if (failure.script.empty()) return;
  HtmlElement details(page, "details", {{"class", "script"}});
  page->Element("summary", "The script that was running");
  HtmlElement pre(page, "pre");
  HtmlElement code(page, "code");
  page->Lines(failure.script);
}

void WriteCheck(const PrerequisiteCheck& check, HtmlPage* page) {
  const bool blocks = check.severity == setuplog::Severity::kError;
  HtmlElement item(page, "li");
  page->Open("p", {{"class", "check-name"}});
  page->Element("span", {{"class", blocks ? "badge bad" : "badge warning"}},
                blocks ? "Blocks setup" : "Warns");
  if (!check.rule.empty()) page->Element("strong", check.rule);
  page->Element("span", {{"class", "line"}}, fmt::format("line {}", check.line));
  page->Close();
  page->Element("p", check.message);
  if (!check.help_link.empty()) {
    HtmlElement paragraph(page, "p", {{"class", "where"}});
    page->Link(check.help_link);
  }
}

}  // namespace

bool HasFailure(const LogReport& log) {
  return log.failure && (!FailureFacts(*log.failure).empty() || !log.failure->codes.empty());
}

void WriteFailure(const LogReport& log, HtmlPage* page) {
  WriteFacts(FailureFacts(*log.failure), page);
  WriteExceptions(*log.failure, page);
  WriteCodes(*log.failure, page);
  WriteScript(*log.failure, page);
}

bool HasChecks(const LogReport& log) {
  return !log.warnings.empty() || (log.failure && !log.failure->blocking_prerequisites.empty());
}

void WriteChecks(const LogReport& log, HtmlPage* page) {
  HtmlElement list(page, "ul", {{"class", "checks"}});
  if (log.failure) {
    for (const PrerequisiteCheck& check : log.failure->blocking_prerequisites)
      WriteCheck(check, page);
  }
  for (const PrerequisiteCheck& check : log.warnings) WriteCheck(check, page);
}

}  // namespace exdiag::report
