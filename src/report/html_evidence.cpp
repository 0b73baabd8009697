#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "report/html_sections.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using matching::Evidence;
using setuplog::ErrorReport;
using setuplog::Record;

constexpr size_t kMostLines = 400;  // of one error, however long its stack traces
constexpr size_t kMostErrors = 500;

struct LogLine {
  int64_t number = 0;
  std::string_view text;
  std::string_view found;
  bool tells = false;
};

struct Span {
  size_t begin = 0;
  size_t size = 0;
};

Span FindTellingPart(std::string_view text, std::string_view found) {
  if (found.empty()) return {};
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  const auto at = std::search(text.begin(), text.end(), found.begin(), found.end(), same);
  if (at == text.end()) return {};
  return {static_cast<size_t>(at - text.begin()), found.size()};
}

void WriteLineText(const LogLine& line, HtmlPage* page) {
  HtmlElement code(page, "code");
  const Span span = FindTellingPart(line.text, line.found);
  page->Text(line.text.substr(0, span.begin));
  if (span.size > 0) page->Element("mark", line.text.substr(span.begin, span.size));
  page->Text(line.text.substr(span.begin + span.size));
}

// A numbered list whose numbers are those of the lines, so that a screen reader says them, too.
void WriteLines(const std::vector<LogLine>& lines, HtmlPage* page) {
  HtmlElement list(page, "ol", {{"class", "log"}});
  int64_t last = 0;
  for (const LogLine& line : lines) {
    std::string style = line.tells ? "tells" : "";
    if (last != 0 && line.number > last + 1) style += style.empty() ? "gap" : " gap";
    last = line.number;
    HtmlElement item(page, "li", {{"value", std::to_string(line.number)}, {"class", style}});
    WriteLineText(line, page);
  }
}

void AddLines(const Record& record, std::vector<LogLine>* lines) {
  const std::string_view text = record.text;
  for (size_t begin = 0; begin <= text.size() && lines->size() < kMostLines;) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines->push_back({setuplog::LineAt(record, begin), text.substr(begin, end - begin), {}, false});
    begin = end + 1;
  }
}

std::vector<LogLine> LinesOf(const ErrorReport& error) {
  std::vector<LogLine> lines;
  for (const Record& record : error.records) AddLines(record, &lines);
  return lines;
}

void MarkTelling(const std::vector<Evidence>& evidence, std::vector<LogLine>* lines) {
  for (LogLine& line : *lines) {
    for (const Evidence& each : evidence) {
      if (!each.path.empty() || each.line != line.number) continue;
      line.tells = true;
      line.found = each.found;
    }
  }
}

const ErrorReport* ErrorAround(const LogReport& log, const Diagnosis& finding) {
  if (!finding.log.empty()) return nullptr;
  if (log.attempt && finding.attempt != log.attempt->summary.number) return nullptr;
  for (const ErrorReport& error : log.errors) {
    for (const Record& record : error.records) {
      for (const Evidence& evidence : finding.evidence) {
        if (evidence.path.empty() && evidence.line == record.line) return &error;
      }
    }
  }
  return nullptr;
}

const ErrorReport* FatalError(const LogReport& log) {
  for (const ErrorReport& error : log.errors) {
    if (error.fate == ErrorReport::Fate::kFatal) return &error;
  }
  return nullptr;
}

// How setup reports the error, line by line, folded away.
void WriteAround(const ErrorReport* error, const std::vector<Evidence>& evidence, HtmlPage* page) {
  if (error == nullptr) return;
  std::vector<LogLine> lines = LinesOf(*error);
  MarkTelling(evidence, &lines);
  HtmlElement details(page, "details", {{"class", "around"}});
  page->Element("summary",
                fmt::format("The log around it ({})",
                            Counted(static_cast<int64_t>(lines.size()), "line", "lines")));
  WriteLines(lines, page);
}

void WriteFile(const std::string& path, const std::vector<Evidence>& all, HtmlPage* page) {
  std::vector<LogLine> lines;
  for (const Evidence& evidence : all) {
    if (evidence.path == path)
      lines.push_back({evidence.line, evidence.text, evidence.found, true});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LogLine& a, const LogLine& b) { return a.number < b.number; });
  WriteLines(lines, page);
}

std::string_view FateKey(ErrorReport::Fate fate) {
  switch (fate) {
    case ErrorReport::Fate::kFatal:
      return "fatal";
    case ErrorReport::Fate::kNonCritical:
      return "non-critical";
    case ErrorReport::Fate::kRestore:
      return "restore";
    case ErrorReport::Fate::kSurvived:
      break;
  }
  return "survived";
}

std::string TitleOf(const ErrorReport& error) {
  const std::string_view message = FirstLine(error.message);
  return std::string(message.empty() ? FirstLine(error.records.front().text) : message);
}

void WriteError(const LogReport& log, const ErrorReport& error, HtmlPage* page) {
  const bool fatal = error.fate == ErrorReport::Fate::kFatal;
  HtmlElement details(page, "details",
                      {{"class", "error item"}, {"data-fate", FateKey(error.fate)}});
  page->Open("summary");
  page->Element("span", {{"class", fmt::format("badge {}", fatal ? "bad" : "calm")}},
                FatePhrase(error.fate));
  page->Element("span", {{"class", "finding-title"}}, TitleOf(error));
  page->Element("span", {{"class", "line"}}, fmt::format("line {}", error.line));
  page->Close();
  std::string where = error.role.empty() ? error.task : error.role;
  if (!error.cmdlets.empty()) where += (where.empty() ? "" : ", ") + error.cmdlets.front();
  if (const auto time = error.records.front().time)
    where += (where.empty() ? "" : ", ") + TimeText(log, *time);
  if (!where.empty()) page->Element("p", {{"class", "where"}}, where);
  WriteLines(LinesOf(error), page);
}

void WriteErrorFilter(const LogReport& log, HtmlPage* page) {
  HtmlElement form(
      page, "div",
      {{"class", "filters"}, {"role", "search"}, {"data-needs-script", ""}, {"hidden", ""}});
  const std::string text_id = page->NewId("filter");
  page->Element("label", {{"for", text_id}}, "Search the errors");
  page->Empty(
      "input",
      {{"type", "search"}, {"id", text_id}, {"data-filter", "text"}, {"autocomplete", "off"}});
  const std::string fate_id = page->NewId("filter");
  page->Element("label", {{"for", fate_id}}, "Outcome");
  HtmlElement select(page, "select", {{"id", fate_id}, {"data-filter", "fate"}});
  page->Element("option", {{"value", ""}}, "all");
  std::set<std::string_view> keys;
  for (const ErrorReport& error : log.errors) {
    const std::string_view key = FateKey(error.fate);
    if (keys.insert(key).second) page->Element("option", {{"value", key}}, FatePhrase(error.fate));
  }
}

}  // namespace

bool HasEvidence(const LogReport& log) {
  const Diagnosis* primary = log.primary();
  if (primary != nullptr) return !primary->evidence.empty();
  return log.failure && !log.failure->line_text.empty();
}

void WriteEvidence(const LogReport& log, HtmlPage* page) {
  if (const Diagnosis* primary = log.primary()) {
    WriteFindingLines(log, *primary, page);
    return;
  }
  const diagnosis::Failure& failure = *log.failure;
  page->Element("p", {{"class", "path"}}, log.path);
  WriteLines({{failure.line, failure.line_text, failure.message, true}}, page);
  WriteAround(FatalError(log), {{"", failure.line, "", ""}}, page);
}

void WriteFindingLines(const LogReport& log, const Diagnosis& finding, HtmlPage* page) {
  std::vector<std::string> paths;
  for (const Evidence& evidence : finding.evidence) {
    if (std::find(paths.begin(), paths.end(), evidence.path) == paths.end())
      paths.push_back(evidence.path);
  }
  for (const std::string& path : paths) {
    page->Element("p", {{"class", "path"}}, path.empty() ? log.path : path);
    WriteFile(path, finding.evidence, page);
  }
  WriteAround(ErrorAround(log, finding), finding.evidence, page);
}

bool HasErrors(const LogReport& log) { return !log.errors.empty(); }

void WriteErrors(const LogReport& log, HtmlPage* page) {
  HtmlElement list(page, "div", {{"class", "filterable"}});
  WriteErrorFilter(log, page);
  page->Element("p", {{"class", "count"}, {"role", "status"}},
                Counted(static_cast<int64_t>(log.errors.size()), "error", "errors"));
  const size_t shown = std::min(kMostErrors, log.errors.size());
  for (size_t i = 0; i < shown; ++i) WriteError(log, log.errors[i], page);
  if (shown < log.errors.size())
    page->Element("p", fmt::format("and {} more", log.errors.size() - shown));
}

}  // namespace exdiag::report
