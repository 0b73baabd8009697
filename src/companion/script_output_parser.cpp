#include "companion/script_output_parser.h"

#include <re2/re2.h>

#include "companion/local_time.h"
#include "companion/re2_piece.h"

namespace exdiag::companion {
namespace {

constexpr int kContinuationLines = 12;

// "[20:19:52] * UpdateCas.ps1: 10/21/2025 20:31:14".
bool StartsRun(std::string_view line) {
  static const RE2 pattern(
      R"re((?i)^(?:\[[^\]]{7,24}\] ?)?\*? ?(?:UpdateCas|UpdateConfigFiles?|InstallSearch|Install-?Fast)\.ps1\b)re");
  return RE2::PartialMatch(Piece(line), pattern);
}

bool IsStamped(std::string_view line) {
  return line.starts_with('[') || line.find("Z Info") != std::string_view::npos;
}

// How well a line tells of an error; 0 if it does not.
int WeightOf(std::string_view line) {
  static const RE2 harmless(
      R"re((?i)\b(?:no|0|without|ignoring) (?:\w+ )?(?:errors?|exceptions?|failures?)\b|-?ErrorAction|\$error\b|exit code:? 0\b|did not fail)re");
  static const RE2 strong(
      R"re(\[Error\]|\b[A-Z][\w.]+Exception\b|(?i)could not load file or assembly|access (?:to the path .{1,300} )?is denied|being used by another process)re");
  static const RE2 weak(
      R"re((?i)\berror\b|\bexception\b|\bfailed\b|\bfailure\b|\bunable to\b|\bcannot\b|\bcould not\b|does not exist|not found|timed out|%ExchangeInstallDir%|BinSearchFolders)re");
  if (!RE2::PartialMatch(Piece(line), weak) && !RE2::PartialMatch(Piece(line), strong)) return 0;
  if (RE2::PartialMatch(Piece(line), harmless)) return 0;
  return RE2::PartialMatch(Piece(line), strong) ? 3 : 1;
}

// A path variable left in a file is worth a record, but is no failure by itself.
bool IsFailure(std::string_view line) {
  static const RE2 pattern(
      R"re((?i)\berror\b|exception\b|\bfailed\b|\bfailure\b|\bunable to\b|is denied|another process|could not load)re");
  return RE2::PartialMatch(Piece(line), pattern);
}

}  // namespace

void ScriptOutputParser::OnLine(std::string_view line) {
  if (StartsRun(line)) return StartRun(line);
  const int weight = WeightOf(line);
  if (weight == 0) {
    if (continuation_ > 0 && !IsStamped(line) && !line.empty()) {
      records_.Continue(line);
      --continuation_;
    } else {
      continuation_ = 0;
    }
    return;
  }
  Keep(line);
  continuation_ = kContinuationLines;
  static const RE2 code(R"re(\b(0x8[0-9a-fA-F]{7})\b|(?i)exit code:? (-?\d{1,10})\b)re");
  std::string hexadecimal, decimal;
  if (RE2::PartialMatch(Piece(line), code, &hexadecimal, &decimal))
    AddCode(hexadecimal.empty() ? decimal : hexadecimal);
  if (weight <= failure_weight_ || !IsFailure(line)) return;
  failure_weight_ = weight;
  SetFailure(line, log_.lines);
}

void ScriptOutputParser::StartRun(std::string_view line) {
  records_.Clear();
  ForgetFailure();
  failure_weight_ = 0;
  continuation_ = 0;
  if (const auto started = LocalTimeIn(line)) log_.started = started;
  Keep(line);
}

}  // namespace exdiag::companion
