#ifndef EXDIAG_CLI_FORMAT_H_
#define EXDIAG_CLI_FORMAT_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diagnosis/report.h"
#include "diagnosis/triage.h"
#include "report/render.h"
#include "report/triage_writer.h"

namespace exdiag::cli {

// The formats in which results can be written; each command knows some of them.
enum class Format { kText, kJson, kNdjson, kMarkdown, kHtml, kCsv, kSarif, kTrace, kGithub };

std::optional<Format> FormatFromName(std::string_view name);

// By the ending of a file's name; nullopt if it says nothing.
std::optional<Format> FormatOfFile(std::string_view path);

std::string_view NameOf(Format format);

// "text, json, ndjson, …", for messages.
std::string FormatNames();

// The same of those that a command writes, given by its bit.
std::string FormatNames(unsigned command);

// Whether a command, given by its bit, writes the format.
bool Writes(unsigned command, Format format);

// How a result looks where it goes.
struct Target {
  report::TextStyle style;
  bool pretty = false;  // JSON for people to read rather than for a pipe
  bool to_file = false;
};

std::string Rendered(const diagnosis::Report& report, Format format, const Target& target);

// Writes a triage row by row; null for the formats that begin with a summary of all rows.
std::unique_ptr<report::TriageWriter> TriageWriterFor(Format format, const Target& target,
                                                      const report::RulesUsed& rules,
                                                      const report::WriteText& write);

// Writes a triage in one of the other formats.
void WriteTriage(const diagnosis::Triage& triage, Format format, const report::WriteText& write);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_FORMAT_H_
