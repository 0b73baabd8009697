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

// The parameters without the words that setup puts before them.
std::string ParametersOf(const Failure& failure) {
  constexpr std::string_view kLead = "User specified parameters:";
  std::string text;
  for (std::string_view parameter : failure.parameters) {
    if (parameter.starts_with(kLead)) parameter.remove_prefix(kLead.size());
    text += (text.empty() ? "" : " ") + std::string(parameter);
  }
  return text;
}

// How far the lines of a script after the first are indented, since setup indents it in the log.
size_t IndentOf(std::string_view script) {
  size_t indent = std::string_view::npos;
  for (size_t at = script.find('\n'); at != std::string_view::npos;
       at = script.find('\n', at + 1)) {
    const size_t text = script.find_first_not_of(' ', at + 1);
    if (text != std::string_view::npos && script[text] != '\n')
      indent = std::min(indent, text - at - 1);
  }
  return indent == std::string_view::npos ? 0 : indent;
}

// A number that nobody knows is worth a line only if it has the form of an HRESULT.
bool IsWorthTelling(const diagnosis::DecodedCode& code) {
  return !code.name.empty() || !code.meaning.empty() ||
         (code.code.size() == 10 && code.code.starts_with("0x"));
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
  const size_t indent = IndentOf(rest);
  for (size_t i = 0; i < kMostScriptLines && !rest.empty(); ++i) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (i > 0) line.remove_prefix(std::min({indent, line.size(), line.find_first_not_of(' ')}));
    page->Line("    " + page->Inline(line, Tone::kDim));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!rest.empty()) page->Line(fmt::format("    {}", page->cut_mark()));
}

// A path as the shell takes it. A name from an archive may hold anything; what could end the quotes
// or be run within them is not put into a command.
std::string QuotedPath(const std::string& path) {
  const auto plain = [](unsigned char c) {
    return std::isalnum(c) != 0 || c >= 0x80 || std::strchr("._-:\\/", c) != nullptr;
  };
  if (!path.empty() && path.front() != '-' && std::all_of(path.begin(), path.end(), plain))
    return path;
  const bool harmless = path.find_first_of("\"'`$%!\r\n") == std::string::npos && !path.empty() &&
                        path.front() != '-';
  return harmless ? "\"" + path + "\"" : "LOG";
}

std::string ShortArrow(const LogReport& log, const Failure& failure) {
  std::string line = fmt::format("  --> {}:{}", log.path, failure.line);
  if (const auto time = TimeOfLine(log, failure.line))
    line += fmt::format(" ({})", TimeText(log, *time));
  return line;
}

void AddFields(const Failure& failure, TextPage* page) {
  page->Heading("What failed");
  page->Field("Role", failure.role);
  page->Field("Task", failure.task);
  page->Field("Component", failure.component);
  page->Field("  its purpose", failure.component_purpose);
  page->Field("Cmdlet", failure.cmdlet);
  page->Field("Parameters", ParametersOf(failure));
  AddExceptions(failure, page);
  if (failure.exceptions.empty()) page->Field("Message", failure.message);
}

}  // namespace

void AddUnknownFailure(const LogReport& log, TextPage* page) {
  page->Labelled("error[unknown]: ", "Setup failed, and no rule knows the cause yet", 0,
                 Tone::kRed);
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
  if (std::none_of(failure.codes.begin(), failure.codes.end(), IsWorthTelling)) return;
  page->Heading("Codes");
  for (const diagnosis::DecodedCode& code : failure.codes) {
    if (!IsWorthTelling(code)) continue;
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
                 "Read the log upwards from the line above: the first error of the step usually "
                 "says more than the "
                 "last.",
                 1, Tone::kBold);
  page->Labelled(" 2. ", "Search with the exception or code, not with names of your servers.", 1,
                 Tone::kBold);
  page->Labelled(
      " 3. ", "Once you know the cause, make it a rule, so that the next one is told at once:", 1,
      Tone::kBold);
  page->Command(fmt::format("exdiag rules new --from {}", QuotedPath(log.path)), 8);
  if (log.fingerprint.empty()) return;
  page->Gap();
  page->Field("Fingerprint",
              log.fingerprint + " (the same failure has the same one on every server)");
}

}  // namespace exdiag::report
