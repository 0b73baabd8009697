#include "diagnosis/other_failures.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "diagnosis/failure.h"
#include "setuplog/error_text.h"

namespace exdiag::diagnosis {
namespace {

constexpr size_t kMost = 10;

std::string_view FirstLineOf(std::string_view text) { return text.substr(0, text.find('\n')); }

bool IsQuoted(const setuplog::Record& record, const LogReport& report) {
  const int64_t last = setuplog::LineAt(record, record.text.size());
  return std::any_of(report.diagnoses.begin(), report.diagnoses.end(), [&](const Diagnosis& found) {
    return std::any_of(found.evidence.begin(), found.evidence.end(), [&](const auto& evidence) {
      return evidence.path.empty() && evidence.line >= record.line && evidence.line <= last;
    });
  });
}

// What the block "The following error was generated when … was run" says; empty if the record has
// none. Lines that setup adds to it are no failures of their own, and they say other words.
std::string MessageOfBlock(const setuplog::Record& record) {
  const auto block = setuplog::SplitGeneratedError(record.text);
  if (block.exception.empty()) return {};
  const auto exceptions = setuplog::ExceptionsIn(record, block.exception_at);
  std::string_view message = FirstLineOf(
      exceptions.empty() ? block.exception : std::string_view(exceptions.back().message));
  if (message.ends_with("\".")) message.remove_suffix(2);
  return std::string(message);
}

class Collector {
 public:
  Collector(const setuplog::ErrorReport& told, const LogReport& report)
      : report_(report), known_(told.message) {
    for (const setuplog::Record& record : told.records) {
      if (MessageOfBlock(record).empty()) continue;
      known_ += '\n' + record.text;
      break;
    }
  }

  void Read(const setuplog::Record& record) {
    const std::string message = MessageOfBlock(record);
    const bool repeated = message.empty() || known_.find(message) != std::string::npos;
    if (repeated || IsQuoted(record, report_) || others_.size() == kMost) return;
    known_ += '\n' + message;
    others_.push_back({record.line, message});
  }

  std::vector<OtherFailure> Take() { return std::move(others_); }

 private:
  const LogReport& report_;
  std::string known_;  // texts that are no news
  std::vector<OtherFailure> others_;
};

}  // namespace

std::vector<OtherFailure> OtherFailuresOf(const setuplog::Attempt& attempt,
                                          const LogReport& report) {
  const setuplog::ErrorReport* told = FatalError(attempt);
  if (told == nullptr || report.kind == "exchange-setup") return {};
  Collector collector(*told, report);
  for (const setuplog::ErrorReport& error : attempt.errors) {
    if (error.fate != setuplog::ErrorReport::Fate::kFatal) continue;
    for (const setuplog::Record& record : error.records) collector.Read(record);
  }
  return collector.Take();
}

}  // namespace exdiag::diagnosis
