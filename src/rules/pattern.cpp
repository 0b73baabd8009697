#include "rules/pattern.h"

#include <string>

#include "rules/plain_form.h"

namespace exdiag::rules {
namespace {

// A pattern of 300 repeated "any character" takes about 1 MB; one that needs more is a mistake.
constexpr int64_t kMostMemory = int64_t{8} << 20;

// The time of a search grows with the text and with this, and lint asks for half of it at most. So
// no rule of a stranger can make a log take minutes.
constexpr int kMostInstructions = 20000;
constexpr size_t kLongestPattern = 4096;

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string AdviceFor(std::string_view pattern, RE2::ErrorCode code) {
  if (Holds(pattern, "(?=") || Holds(pattern, "(?!") || Holds(pattern, "(?<=") ||
      Holds(pattern, "(?<!")) {
    return "RE2 has no look-around: use all, any and not over several patterns instead";
  }
  if (Holds(pattern, "(?<")) return "name a group by (?P<name>…)";
  switch (code) {
    case RE2::ErrorMissingParen:
      return "close each ( by ), or write \\( for the character";
    case RE2::ErrorMissingBracket:
      return "close each [ by ], or write \\[ for the character";
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      return "write \\* \\+ \\? for the characters themselves";
    case RE2::ErrorRepeatSize:
      return "repeat at most 1000 times";
    case RE2::ErrorBadEscape:
      return "write \\\\ for a backslash; RE2 has no back-references";
    case RE2::ErrorPatternTooLarge:
      return "make the counted gaps shorter";
    default:
      return {};
  }
}

}  // namespace

std::unique_ptr<RE2> CompilePattern(std::string_view pattern, PatternTexts texts) {
  RE2::Options options;
  if (texts == PatternTexts::kAscii) options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_dot_nl(true);
  options.set_max_mem(kMostMemory);
  return std::make_unique<RE2>(PlainForm(pattern), options);
}

PatternProblem CheckPattern(std::string_view pattern) {
  if (pattern.size() > kLongestPattern)
    return {"this pattern is longer than 4096 bytes", "divide it into several by all or any"};
  const auto compiled = CompilePattern(pattern);
  if (compiled->ok() && compiled->ProgramSize() <= kMostInstructions) return {};
  if (compiled->ok()) {
    return {"this pattern takes too long to search for: RE2 makes " +
                std::to_string(compiled->ProgramSize()) + " instructions of it, and " +
                std::to_string(kMostInstructions) + " are allowed",
            AdviceFor(pattern, RE2::ErrorPatternTooLarge)};
  }
  return {"RE2 does not take this pattern: " + compiled->error(),
          AdviceFor(pattern, compiled->error_code())};
}

std::vector<std::string> GroupNames(const RE2& pattern) {
  std::vector<std::string> names;
  for (const auto& [index, name] : pattern.CapturingGroupNames()) names.push_back(name);
  return names;
}

}  // namespace exdiag::rules
