#include "setuplog/line_prefix.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "setuplog/line_shape.h"
#include "setuplog/timestamp.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kForms = 6;

const RE2& FormAt(size_t index) {
  static const std::array<RE2, kForms> forms = {
      // grep and Select-String, with the marks of the latter's context.
      RE2(R"re((?:> |  )?[^*?"<>|\[\]]{1,200}\.(?:log|txt)[:-](?:\d{1,9}[:-])?)re"),
      // Pipelines and containers; the log's own stamps are in brackets.
      RE2(R"re(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? )re"),
      // PowerShell; with the rest Desired State Configuration: "VERBOSE: [EX01]:   [[X]Y] text".
      RE2(R"re((?:VERBOSE|DEBUG|INFO): (?:\[[\w.-]{1,63}\]:\s*(?:\[\[\w+\][^\]]*\] ?)?)?)re"),
      RE2(R"re(\s{0,8}\d{1,7}(?:[:.)|] ?|\t| {1,2}))re"),
      RE2(R"re([A-Z]{2,3}> ?|[*+\x{2022}-] )re"),
      RE2(R"re([\w.-]{1,40} {1,20}\| )re"),
  };
  return forms[index];
}

// Bytes of the form at the start of a line; 0 if the line does not begin with it.
size_t LengthOf(size_t form, std::string_view line) {
  re2::StringPiece rest(line.data(), line.size());
  return RE2::Consume(&rest, FormAt(form)) ? line.size() - rest.size() : 0;
}

// A stamped line begins with no form, whatever follows.
bool MayHaveOne(std::string_view line) { return !IsBlank(line) && line.front() != '['; }

}  // namespace

LinePrefix::LinePrefix(const std::vector<std::string_view>& lines) {
  constexpr size_t kFewest = 4;
  std::array<size_t, kForms> counts{};
  size_t all = 0;
  for (const std::string_view line : lines) {
    if (IsBlank(line)) continue;
    ++all;
    for (size_t form = 0; form < kForms && MayHaveOne(line); ++form)
      counts[form] += LengthOf(form, line) > 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  // Greetings and signatures stand around the lines, and some messages have lines of their own.
  if (*most >= kFewest && *most * 3 >= all * 2) usual_ = static_cast<size_t>(most - counts.begin());
}

std::string_view LinePrefix::Without(std::string_view line) const {
  if (!MayHaveOne(line)) return line;
  const size_t usual = usual_ == kNone ? 0 : LengthOf(usual_, line);
  if (usual > 0) return line.substr(usual);
  if (line.find("] [") == std::string_view::npos) return line;
  for (size_t form = 0; form < kForms; ++form) {
    const size_t length = LengthOf(form, line);
    if (length > 0 && ReadStamp(line.substr(length))) return line.substr(length);
  }
  return line;
}

}  // namespace exdiag::setuplog
