#include "companion/msi_parser.h"

#include "companion/local_time.h"
#include "setuplog/record_text.h"

namespace exdiag::companion {
namespace {

// Enough for the output of a custom action before the line that says that it failed.
constexpr size_t kContextLines = 12;
constexpr size_t kLongestContextLine = 2000;

// Texts of this weight say that an installation failed, not only that something did.
constexpr int kConclusive = 3;

bool IsSuccess(int result) { return result == 0 || result == 3010 || result == 1641; }

}  // namespace

void MsiParser::OnLine(std::string_view line) {
  const MsiLine read = ReadMsiLine(line);
  switch (read.meaning) {
    case MsiLine::Meaning::kNoise:
      return;
    case MsiLine::Meaning::kChatter:
      return Remember(line);
    case MsiLine::Meaning::kSession:
      return StartSession(line);
    case MsiLine::Meaning::kSetting:
    case MsiLine::Meaning::kRestart:
      return Keep(line);
    case MsiLine::Meaning::kActionStart:
      // What an action says counts no more once the next one starts, unless setup is rolling back.
      if (!action_failed_) candidate_weight_ = 0;
      return Remember(line);
    case MsiLine::Meaning::kActionFailed:
      if (!action_failed_) KeepContext();
      Tell(line, read);
      action_failed_ = true;
      return;
    case MsiLine::Meaning::kTelling:
      return Tell(line, read);
    case MsiLine::Meaning::kResult:
      return EndSession(line, read);
  }
}

// A log that is cut before the engine's result, or an excerpt of one. An error that an action
// survived is no candidate any more.
void MsiParser::OnEnd() {
  if (!ended_ && (action_failed_ || candidate_weight_ >= kConclusive)) {
    SetFailure(candidate_, candidate_line_);
  }
}

void MsiParser::StartSession(std::string_view line) {
  Keep(line);
  log_.started = LocalTimeIn(line);
  candidate_weight_ = 0;
  action_failed_ = false;
  ended_ = false;
  context_.clear();
}

void MsiParser::Remember(std::string_view line) {
  if (line.empty()) return;
  if (context_.size() == kContextLines) context_.pop_front();
  context_.emplace_back(log_.lines, setuplog::CutAt(line, kLongestContextLine));
}

void MsiParser::KeepContext() {
  for (const auto& [number, text] : context_) records_.Add(number, text);
  context_.clear();
}

void MsiParser::Tell(std::string_view line, const MsiLine& read) {
  Keep(line);
  for (const std::string& code : MsiCodes(line)) AddCode(code);
  // Behind the failed action there is only rollback and summing up, unless nothing has been said
  // yet.
  if (action_failed_ && candidate_weight_ > 2) return;
  // Of Installer's own errors the latest is the one that stopped it; of other texts the first.
  const bool better =
      read.weight > candidate_weight_ || (read.weight == 6 && candidate_weight_ == 6);
  if (!better) return;
  candidate_ = setuplog::CutAt(line, kLongestContextLine);
  candidate_line_ = log_.lines;
  candidate_weight_ = read.weight;
}

void MsiParser::EndSession(std::string_view line, const MsiLine& read) {
  ended_ = true;
  if (IsSuccess(read.result)) {
    ForgetFailure();
    records_.Clear();
    candidate_weight_ = 0;
    Keep(line);
    return;
  }
  Tell(line, read);
  SetFailure(candidate_, candidate_line_);
}

}  // namespace exdiag::companion
