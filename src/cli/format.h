#ifndef EXDIAG_CLI_FORMAT_H_
#define EXDIAG_CLI_FORMAT_H_

#include <optional>
#include <string>
#include <string_view>

#include "diagnosis/report.h"
#include "report/render.h"

namespace exdiag::cli {

// The formats in which a report can be written.
enum class Format { kText, kJson, kNdjson };

std::optional<Format> FormatFromName(std::string_view name);

// By the ending of a file's name; nullopt if it says nothing.
std::optional<Format> FormatOfFile(std::string_view path);

// "text, json, ndjson", for messages.
std::string FormatNames();

// `pretty`: JSON for people to read rather than for a pipe.
std::string Rendered(const diagnosis::Report& report, Format format, const report::TextStyle& style, bool pretty);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_FORMAT_H_
