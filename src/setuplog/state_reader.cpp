#include "setuplog/state_reader.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "setuplog/phrase.h"

namespace exdiag::setuplog {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

struct StatePhrase {
  Phrase phrase;  // what stands before the quoted name
  StateChange::Kind kind;
};

constexpr std::array kPhrases = {
    StatePhrase{Phrase("Disabling service '"), StateChange::Kind::kServiceDisabled},
    StatePhrase{Phrase("Stopping service '"), StateChange::Kind::kServiceStopped},
    StatePhrase{Phrase("Killing instead of Stopping '"), StateChange::Kind::kServiceStopped},
    StatePhrase{Phrase("Enabling service '"), StateChange::Kind::kServiceRestored},
    StatePhrase{Phrase("Starting service '"), StateChange::Kind::kServiceRestored},
};

constexpr Phrase kComponent{"Component:["};
constexpr Phrase kState{"State:["};
constexpr Phrase kGivenComponent{"Component:'"};
constexpr Phrase kGivenState{"State:'"};
constexpr Phrase kValid{"ertificate is valid from "};
constexpr Phrase kSite{"for site '"};

constexpr size_t kFarthest = 40;  // that a phrase begins from a text's beginning

std::optional<StateChange> ServiceChangeIn(std::string_view text) {
  text = text.substr(0, 300);
  const size_t quote = text.find('\'');
  if (quote == std::string_view::npos || quote > 70) return std::nullopt;
  for (const StatePhrase& known : kPhrases) {
    const size_t at = known.phrase.In(text.substr(0, kFarthest + known.phrase.size()));
    if (at == std::string_view::npos) continue;
    const size_t from = at + known.phrase.size();
    const size_t end = text.find('\'', from);
    if (end == std::string_view::npos || end - from > 200) return std::nullopt;
    StateChange change;
    change.kind = known.kind;
    change.name = text.substr(from, end - from);
    return change;
  }
  return std::nullopt;
}

// What stands between `before` and `after`; empty if nothing does.
std::string_view Between(std::string_view text, const Phrase& before, std::string_view after) {
  const size_t begin = before.In(text);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + before.size());
  return text.substr(0, std::min(text.find(after), text.size()));
}

std::optional<StateChange> ComponentChange(std::string_view text, const Phrase& component,
                                           const Phrase& state, std::string_view after) {
  const std::string_view value = Between(text, state, after);
  const std::string_view name = value.empty() ? value : Between(text, component, after);
  if (name.empty() || name.size() > 100) return std::nullopt;
  StateChange change;
  change.name = name;
  change.kind = value == "Inactive" ? StateChange::Kind::kComponentInactive
                                    : StateChange::Kind::kComponentActive;
  return change;
}

// "5/1/2026 11:59:59 PM" or "2026-05-01 …": the date that a certificate's text carries.
std::optional<Timestamp> DateIn(std::string_view text) {
  static const RE2 slashed(R"re((\d{1,2})[/.](\d{1,2})[/.](\d{4}))re");
  static const RE2 dashed(R"re((\d{4})-(\d{2})-(\d{2}))re");
  int year = 0, month = 0, day = 0;
  if (!RE2::PartialMatch(Piece(text), slashed, &month, &day, &year) &&
      !RE2::PartialMatch(Piece(text), dashed, &year, &month, &day)) {
    return std::nullopt;
  }
  std::string stamp = "[" + std::to_string(month) + "/" + std::to_string(day) + "/" +
                      std::to_string(year) + " 23:59:59]";
  const auto read = ReadStamp(stamp);
  return read ? std::optional(read->time) : std::nullopt;
}

}  // namespace

std::optional<StateChange> StateChangeIn(const Record& record) {
  const std::string_view text = record.text;
  auto change = ServiceChangeIn(text);
  if (!change) change = ComponentChange(text.substr(0, 1000), kComponent, kState, "]");
  if (!change) return std::nullopt;
  change->line = record.line;
  change->text = text.substr(0, text.find('\n'));
  return change;
}

std::optional<StateChange> ComponentStateIn(std::string_view parameters, int64_t line) {
  auto change = ComponentChange(parameters, kGivenComponent, kGivenState, "'");
  if (!change) return std::nullopt;
  change->line = line;
  change->text = parameters;
  return change;
}

std::optional<BoundCertificate> CertificateIn(const Record& record) {
  const std::string_view text = record.text;
  const size_t valid = kValid.In(text);
  if (valid == std::string_view::npos) return std::nullopt;
  BoundCertificate certificate;
  certificate.subject = Between(text.substr(0, valid), kSite, "'");
  const size_t until = text.find(" until ", valid);
  if (until == std::string_view::npos || until - valid > 100) return std::nullopt;
  std::string_view end = text.substr(until + 7, 40);
  end = end.substr(0, end.find('\n'));
  while (!end.empty() && (end.back() == '.' || end.back() == ' ')) end.remove_suffix(1);
  certificate.valid_until = end;
  certificate.expires = DateIn(end);
  certificate.line = record.line;
  return certificate;
}

}  // namespace exdiag::setuplog
