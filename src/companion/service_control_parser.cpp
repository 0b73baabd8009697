#include "companion/service_control_parser.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "companion/local_time.h"
#include "companion/re2_piece.h"
#include "setuplog/record_text.h"

namespace exdiag::companion {
namespace {

using StateKind = setuplog::StateChange::Kind;

constexpr int kDay = 24 * 60 * 60;
constexpr int kGapBetweenRuns = 3 * 60 * 60;  // longer than any service takes to stop
constexpr size_t kMostServices = 500;         // a server with Exchange has some 300

// "[20:31:29] text": the second of the day, or -1.
int TimeOf(std::string_view line) {
  static const RE2 pattern(R"re(^\[(\d{1,2}):(\d\d):(\d\d)\])re");
  int hour = 0, minute = 0, second = 0;
  if (!RE2::PartialMatch(Piece(line), pattern, &hour, &minute, &second)) return -1;
  return (hour * 60 + minute) * 60 + second;
}

struct Verb {
  std::string_view word;
  StateKind kind;
};

constexpr std::array kVerbs = {
    Verb{"Disabling ", StateKind::kServiceDisabled},
    Verb{"Stopping ", StateKind::kServiceStopped},
    Verb{"Killing ", StateKind::kServiceStopped},
    Verb{"Enabling ", StateKind::kServiceRestored},
    Verb{"Starting ", StateKind::kServiceRestored},
    Verb{"Restoring ", StateKind::kServiceRestored},
};

std::string ServiceIn(std::string_view text) {
  static const RE2 pattern(R"re(['"‘“]([\w$.-]{2,100})['"’”])re");
  std::string name;
  RE2::PartialMatch(Piece(text), pattern, &name);
  return name;
}

int WeightOf(std::string_view text) {
  if (text.find("Unable to stop") != std::string_view::npos) return 3;
  if (text.find("Unable to ") != std::string_view::npos) return 3;
  if (text.starts_with("[Error]") || text.find("Exception") != std::string_view::npos) return 2;
  return text.starts_with("Script failed") ? 1 : 0;
}

}  // namespace

void ServiceControlParser::OnLine(std::string_view line) {
  const int time = TimeOf(line);
  if (time < 0) {
    if (keeps_continuation_) records_.Continue(line);  // blank ones too: lines are counted
    return;
  }
  ReadTime(time);
  const size_t bracket = line.find(']');
  std::string_view text = line.substr(bracket + 1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const bool ruler = text.find_first_not_of("-*= ") == std::string_view::npos;
  const bool saving = text.starts_with("Saving state of ");
  keeps_continuation_ = !ruler && !saving;
  if (!keeps_continuation_) return;
  Keep(line);
  if (text.find("ServiceControl.ps1") != std::string_view::npos) {
    if (const auto started = LocalTimeIn(text)) log_.started = started;
  }
  ReadState(text);
  ReadFailure(text);
}

void ServiceControlParser::OnEnd() {
  for (auto& state : states_) {
    if (state.kind != StateKind::kServiceRestored) log_.state_changes.push_back(std::move(state));
  }
}

void ServiceControlParser::ReadTime(int second_of_day) {
  const int gap = last_second_ < 0 ? 0 : (second_of_day - last_second_ + kDay) % kDay;
  last_second_ = second_of_day;
  if (gap <= kGapBetweenRuns) return;
  records_.Clear();
  ForgetFailure();
  failure_weight_ = 0;
}

void ServiceControlParser::ReadState(std::string_view text) {
  const auto verb = std::find_if(kVerbs.begin(), kVerbs.end(),
                                 [&](const Verb& known) { return text.starts_with(known.word); });
  if (verb == kVerbs.end()) return;
  setuplog::StateChange change{verb->kind, ServiceIn(text), log_.lines,
                               std::string(setuplog::CutAt(text, 2000))};
  if (change.name.empty()) return;
  const auto known = std::find_if(states_.begin(), states_.end(),
                                  [&](const auto& state) { return state.name == change.name; });
  if (known == states_.end()) {
    if (states_.size() < kMostServices) states_.push_back(std::move(change));
  } else if (known->kind != StateKind::kServiceDisabled ||
             change.kind != StateKind::kServiceStopped) {
    *known = std::move(change);  // stopping what is disabled leaves it disabled
  }
}

void ServiceControlParser::ReadFailure(std::string_view text) {
  const int weight = WeightOf(text);
  if (weight <= failure_weight_) return;
  failure_weight_ = weight;
  SetFailure(text, log_.lines);
}

}  // namespace exdiag::companion
