#include "cli/format.h"

#include <array>
#include <cctype>

namespace exdiag::cli {
namespace {

struct FormatSpec {
  Format format;
  std::string_view name;
  std::array<std::string_view, 2> endings;  // of files, in lower case
};

constexpr std::array<FormatSpec, 3> kFormats = {{
    {Format::kText, "text", {".txt", ".text"}},
    {Format::kJson, "json", {".json", ""}},
    {Format::kNdjson, "ndjson", {".ndjson", ".jsonl"}},
}};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

std::string NdjsonOf(const diagnosis::Report& report) {
  std::string lines;
  for (const auto& log : report.logs) lines += report::RenderNdjson(log);
  return lines;
}

}  // namespace

std::optional<Format> FormatFromName(std::string_view name) {
  for (const FormatSpec& spec : kFormats) {
    if (spec.name == LowerCase(name)) return spec.format;
  }
  return std::nullopt;
}

std::optional<Format> FormatOfFile(std::string_view path) {
  const std::string lower = LowerCase(path);
  for (const FormatSpec& spec : kFormats) {
    for (const std::string_view ending : spec.endings) {
      if (!ending.empty() && lower.ends_with(ending)) return spec.format;
    }
  }
  return std::nullopt;
}

std::string FormatNames() {
  std::string names;
  for (const FormatSpec& spec : kFormats) names += (names.empty() ? "" : ", ") + std::string(spec.name);
  return names;
}

std::string Rendered(const diagnosis::Report& report, Format format, const report::TextStyle& style, bool pretty) {
  switch (format) {
    case Format::kText: return report::RenderText(report, style);
    case Format::kJson: return report::RenderJson(report, pretty);
    case Format::kNdjson: return NdjsonOf(report);
  }
  return {};
}

}  // namespace exdiag::cli
