#include <algorithm>
#include <memory>
#include <string>

#include "authoring/draft.h"
#include "cli/commands.h"
#include "cli/diagnose_paths.h"
#include "cli/read_file.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "diagnosis/failure.h"
#include "platform/folder.h"
#include "redact/redactor.h"
#include "setuplog/log_parser.h"

namespace exdiag::cli {
namespace {

using setuplog::Attempt;
using setuplog::SetupLog;

std::unique_ptr<input::ByteSource> Open(const std::string& path, input::InputError* error) {
  return path == "-" ? input::OpenStandardInput() : input::OpenFile(path, error);
}

// Hands whole lines to the redactor, whatever the blocks.
class Learning {
 public:
  explicit Learning(redact::Redactor* redactor) : redactor_(redactor) {}

  void Take(std::string_view block) {
    rest_ += block;
    const size_t end = rest_.rfind('\n');
    if (end == std::string::npos) return;
    redactor_->Learn(std::string_view(rest_).substr(0, end + 1));
    rest_.erase(0, end + 1);
  }
  void Finish() { redactor_->Learn(rest_); }

 private:
  redact::Redactor* redactor_;
  std::string rest_;
};

// Reads a log for a draft: what it says, and whose names it holds.
bool ReadLog(const CommandLine& line, SetupLog* log, redact::Redactor* redactor,
             input::InputError* error) {
  const auto source = Open(line.from, error);
  if (source == nullptr) return false;
  ReadOptions options;
  options.encoding = line.encoding;
  OpenedText text(source.get(), options);
  setuplog::LogParser parser;
  Learning learning(redactor);
  text.ForEachBlock([&](std::string_view block) {
    parser.Feed(block);
    learning.Take(block);
  });
  learning.Finish();
  *log = parser.Finish();
  *error = source->error();
  return true;
}

// The attempt asked for, else the last one with a failure.
const Attempt* ChosenAttempt(const CommandLine& line, const SetupLog& log) {
  for (auto at = log.attempts.rbegin(); at != log.attempts.rend(); ++at) {
    const bool chosen = line.attempt.number ? at->number == *line.attempt.number
                                            : diagnosis::FailureOf(*at).has_value();
    if (chosen) return &*at;
  }
  return nullptr;
}

// "my-rule" of "rules/other/my-rule.yaml", if that may be an id.
std::string IdOfFile(std::string_view path) {
  const std::string_view name = platform::NameOf(path);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  const bool plain = std::all_of(stem.begin(), stem.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  return plain ? std::string(stem) : std::string();
}

void TellNext(const CommandLine& line, const authoring::Draft& draft, const Console& console) {
  for (const std::string& note : draft.notes) console.error->Write("note: " + note + ".\n");
  if (line.output.empty()) return;
  console.error->Write(
      "Fill in what is marked TODO in " + line.output +
      ", and see that no name of a customer is left in its tests. Then run\n  exdiag rules lint " +
      line.output + "\n  exdiag rules test " + line.output + '\n');
}

}  // namespace

ExitStatus RunRulesNew(const CommandLine& line, const Console& console) {
  if (line.from.empty()) {
    console.Complain("`rules new` needs --from LOG, the log of a failed setup");
    return ExitStatus::kUsage;
  }
  rules::RulePack pack;
  if (!LoadRulesInForce(line, console, &pack)) return ExitStatus::kBadRule;
  SetupLog log;
  redact::Redactor redactor;
  input::InputError error;
  const bool read = ReadLog(line, &log, &redactor, &error);
  if (error.kind != input::InputError::Kind::kNone) console.Complain(SentenceOf(error));
  if (!read) return ExitStatus::kUnreadable;
  const Attempt* attempt = ChosenAttempt(line, log);
  const matching::Matcher known(pack);
  authoring::DraftRequest request;
  request.attempt = attempt;
  request.known = &known;
  request.redact = [&](std::string_view text) { return redactor.Redact(text); };
  request.id = IdOfFile(line.output);
  const auto draft = authoring::DraftRule(request);
  if (!draft) {
    console.Complain(line.from + ": there is no failure in it that a rule could be drafted from");
    return ExitStatus::kNoLog;
  }
  TellNext(line, *draft, console);
  return WriteResult(draft->text, line, console, ExitStatus::kSucceeded);
}

}  // namespace exdiag::cli
