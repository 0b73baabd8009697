#include "matching/text_set.h"

#include <algorithm>

namespace exdiag::matching {
namespace {

constexpr size_t kLongestCapture = 300;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

bool Matches(const RE2& pattern, std::string_view text) { return RE2::PartialMatch(Piece(text), pattern); }

std::string Trimmed(std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  if (value.size() > kLongestCapture) {
    size_t end = kLongestCapture;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;  // not within a character
    value = value.substr(0, end);
  }
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  return std::string(value);
}

}  // namespace

void TextSet::Add(const setuplog::Record& record) {
  Unit unit;
  unit.parts.emplace_back(&record, record.text);
  unit.source = sources_;
  AddUnit(std::move(unit));
  if (record.wrapped && record.text.find('\n') != std::string::npos) {
    Unit unbroken;
    unbroken.parts.emplace_back(&record, record.text);
    unbroken.source = sources_;
    unbroken.breaks = SqueezedText::Breaks::kNothing;
    AddUnit(std::move(unbroken));
  }
  ++sources_;
}

void TextSet::Add(std::string_view text) {
  Unit unit;
  unit.parts.emplace_back(nullptr, text);
  unit.source = sources_++;
  AddUnit(std::move(unit));
}

void TextSet::AddJoined(const std::vector<setuplog::Record>& records) {
  Unit unit;
  for (const setuplog::Record& record : records) unit.parts.emplace_back(&record, record.text);
  unit.source = sources_++;
  AddUnit(std::move(unit));
}

void TextSet::AddUnit(Unit unit) {
  scanned_.Clear();
  for (const auto& [record, text] : unit.parts) scanned_.Append(text, record, unit.breaks);
  std::vector<uint32_t> found;
  patterns_.index().Scan(scanned_.folded(), &scratch_, &found);
  const auto number = static_cast<uint32_t>(units_.size());
  for (const uint32_t literal : found) hits_.emplace_back(literal, number);
  sorted_ = sorted_ && found.empty();
  units_.push_back(std::move(unit));
}

const SqueezedText& TextSet::Squeezed(size_t number) const {
  const Unit& unit = units_[number];
  if (!unit.squeezed) {
    unit.squeezed = std::make_unique<SqueezedText>();
    for (const auto& [record, text] : unit.parts) unit.squeezed->Append(text, record, unit.breaks);
  }
  return *unit.squeezed;
}

void TextSet::SortHits() const {
  if (!sorted_) std::sort(hits_.begin(), hits_.end());
  sorted_ = true;
}

// Units that hold one of the pattern's literals, ascending.
std::vector<uint32_t> TextSet::Candidates(int pattern) const {
  std::vector<uint32_t> units;
  const std::vector<uint32_t>& literals = patterns_.literals(pattern);
  if (literals.empty()) {
    for (uint32_t unit = 0; unit < units_.size(); ++unit) units.push_back(unit);
    return units;
  }
  SortHits();
  for (const uint32_t literal : literals) {
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), std::pair(literal, uint32_t{0}));
    for (; hit != hits_.end() && hit->first == literal; ++hit) units.push_back(hit->second);
  }
  if (literals.size() > 1) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
  }
  return units;
}

std::optional<size_t> TextSet::FirstUnit(int pattern) const {
  const auto known = first_unit_.find(pattern);
  if (known != first_unit_.end()) return known->second;
  std::optional<size_t> first;
  for (const uint32_t unit : Candidates(pattern)) {
    if (!Matches(patterns_.Compiled(pattern), Squeezed(unit).text())) continue;
    first = unit;
    break;
  }
  first_unit_.emplace(pattern, first);
  return first;
}

std::optional<Finding> TextSet::Find(int pattern, const std::function<bool(size_t source)>& accept) const {
  const std::optional<size_t> first = FirstUnit(pattern);
  if (!first) return std::nullopt;
  const RE2& compiled = patterns_.Compiled(pattern);
  for (const uint32_t unit : Candidates(pattern)) {
    if (unit < *first || (accept && !accept(SourceOf(unit)))) continue;
    Finding finding;
    finding.text = &Squeezed(unit);
    finding.unit = unit;
    finding.groups.resize(static_cast<size_t>(compiled.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece text = Piece(finding.text->text());
    const auto count = static_cast<int>(finding.groups.size());
    if (compiled.Match(text, 0, text.size(), RE2::UNANCHORED, finding.groups.data(), count)) return finding;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> NamedGroups(const RE2& pattern,
                                                             const std::vector<re2::StringPiece>& groups) {
  std::vector<std::pair<std::string, std::string>> named;
  for (const auto& [index, name] : pattern.CapturingGroupNames()) {
    if (static_cast<size_t>(index) >= groups.size()) continue;
    const re2::StringPiece& piece = groups[static_cast<size_t>(index)];
    std::string value = Trimmed({piece.data(), piece.size()});
    if (!value.empty()) named.emplace_back(name, std::move(value));
  }
  return named;
}

}  // namespace exdiag::matching
