#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "report/layout.h"
#include "report/text_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Failure;
using diagnosis::LogReport;

constexpr size_t kMostScriptLines = 12;

std::string WithParameters(const Failure& failure) {
  std::string text = failure.cmdlet;
  for (const std::string& parameter : failure.parameters) text += " " + parameter;
  return text;
}

void AddExceptions(const Failure& failure, TextPage* page) {
  std::string_view name = "Exception";
  for (const setuplog::ExceptionInfo& exception : failure.exceptions) {
    std::string text = exception.type;
    if (!exception.hresult.empty()) text += fmt::format(" ({})", exception.hresult);
    if (!exception.message.empty()) text += ": " + exception.message;
    page->Field(name, text);
    name = "  wrapped in";
  }
}

void AddScript(const Failure& failure, TextPage* page) {
  if (failure.script.empty()) return;
  page->Heading("The script that was running");
  std::string_view rest = failure.script;
  for (size_t i = 0; i < kMostScriptLines && !rest.empty(); ++i) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    page->Line("    " + page->Inline(rest.substr(0, end), Tone::kDim));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!rest.empty()) page->Line(fmt::format("    {}", page->cut_mark()));
}

// A path as the shell takes it. A name from an archive may hold anything; what could end the quotes or
// be run within them is not put into a command.
std::string QuotedPath(const std::string& path) {
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80 || std::strchr("._-:\\/", c) != nullptr; };
  if (!path.empty() && path.front() != '-' && std::all_of(path.begin(), path.end(), plain)) return path;
  const bool harmless = path.find_first_of("\"'`$%!\r\n") == std::string::npos && !path.empty() && path.front() != '-';
  return harmless ? "\"" + path + "\"" : "LOG";
}

std::string ShortArrow(const LogReport& log, const Failure& failure) {
  std::string line = fmt::format("  --> {}:{}", log.path, failure.line);
  if (const auto time = TimeOfLine(log, failure.line)) line += fmt::format(" ({})", TimeText(log, *time));
  return line;
}

void AddFields(const Failure& failure, TextPage* page) {
  page->Heading("What failed");
  page->Field("Role", failure.role);
  page->Field("Task", failure.task);
  page->Field("Component", failure.component);
  page->Field("  its purpose", failure.component_purpose);
  page->Field("Cmdlet", WithParameters(failure));
  AddExceptions(failure, page);
  if (failure.exceptions.empty()) page->Field("Message", failure.message);
}

}  // namespace

void AddUnknownFailure(const LogReport& log, TextPage* page) {
  page->Labelled("error[unknown]: ", "Setup failed, and no rule knows the cause yet", 0, Tone::kRed);
  if (!log.failure) {
    page->Line(page->Inline(fmt::format("  --> {}", log.path)));
    return;
  }
  page->Line(page->Inline(ShortArrow(log, *log.failure)));
  AddFailureLine(log, page);
  AddFields(*log.failure, page);
  AddCodes(*log.failure, page);
  AddScript(*log.failure, page);
  AddRuleHint(log, page);
}

void AddCodes(const Failure& failure, TextPage* page) {
  if (failure.codes.empty()) return;
  page->Heading("Codes");
  for (const diagnosis::DecodedCode& code : failure.codes) {
    std::string text = code.name;
    if (!code.meaning.empty()) text += (text.empty() ? "" : ": ") + code.meaning;
    if (text.empty()) text = "not known";
    page->Field(code.code, text);
    if (!code.in_setup.empty()) page->Labelled(Padded("", 18), code.in_setup, 2);
  }
}

void AddRuleHint(const LogReport& log, TextPage* page) {
  page->Heading("What to do next");
  page->Labelled(" 1. ",
                 "Read the log upwards from the line above: the first error of the step usually says more than the "
                 "last.",
                 1, Tone::kBold);
  page->Labelled(" 2. ", "Search with the exception or code, not with names of your servers.", 1, Tone::kBold);
  page->Labelled(" 3. ", "Once you know the cause, make it a rule, so that the next one is told at once:", 1,
                 Tone::kBold);
  page->Command(fmt::format("exdiag rules new --from {}", QuotedPath(log.path)), 8);
  if (log.fingerprint.empty()) return;
  page->Gap();
  page->Field("Fingerprint", log.fingerprint + " (the same failure has the same one on every server)");
}

}  // namespace exdiag::report
