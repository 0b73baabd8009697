#include "matching/text_set.h"

#include <algorithm>

namespace exdiag::matching {

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
  present_.resize(patterns_.index().size());
  for (const uint32_t literal : found) {
    hits_.emplace_back(literal, number);
    present_[literal] = true;
  }
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

bool TextSet::MayHold(int pattern) const {
  if (units_.empty()) return false;
  const Words literals = patterns_.literals(pattern);
  return literals.empty() || std::any_of(literals.begin(), literals.end(),
                                         [&](uint32_t literal) { return present_[literal]; });
}

// Units that hold one of the pattern's literals, ascending.
std::vector<uint32_t> TextSet::Candidates(int pattern) const {
  std::vector<uint32_t> units;
  const Words literals = patterns_.literals(pattern);
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
  if (!MayHold(pattern)) return std::nullopt;
  const auto known = first_unit_.find(pattern);
  if (known != first_unit_.end()) return known->second;
  std::optional<size_t> first;
  for (const uint32_t unit : Candidates(pattern)) {
    if (!patterns_.Matches(pattern, Squeezed(unit))) continue;
    first = unit;
    break;
  }
  first_unit_.emplace(pattern, first);
  return first;
}

std::optional<Finding> TextSet::Find(int pattern,
                                     const std::function<bool(size_t source)>& accept) const {
  const std::optional<size_t> first = FirstUnit(pattern);
  if (!first) return std::nullopt;
  for (const uint32_t unit : Candidates(pattern)) {
    if (unit < *first || (accept && !accept(SourceOf(unit)))) continue;
    if (auto match = patterns_.Search(pattern, Squeezed(unit)))
      return Finding{&Squeezed(unit), unit, std::move(*match)};
  }
  return std::nullopt;
}

}  // namespace exdiag::matching
