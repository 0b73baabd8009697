#include "matching/text_set.h"

#include <algorithm>

namespace exdiag::matching {

void TextSet::Add(const setuplog::Record& record) {
  const size_t part = parts_.size();
  parts_.push_back({&record, record.text});
  AddUnit(part, SqueezedText::Breaks::kBlank);
  if (record.wrapped && record.text.find('\n') != std::string::npos)
    AddUnit(part, SqueezedText::Breaks::kNothing);
  ++sources_;
}

void TextSet::Add(std::string_view text) {
  parts_.push_back({nullptr, text});
  AddUnit(parts_.size() - 1, SqueezedText::Breaks::kBlank);
  ++sources_;
}

void TextSet::AddJoined(const std::vector<setuplog::Record>& records) {
  const size_t first = parts_.size();
  for (const setuplog::Record& record : records) parts_.push_back({&record, record.text});
  AddUnit(first, SqueezedText::Breaks::kBlank);
  ++sources_;
}

// Of the parts from the first one on.
void TextSet::AddUnit(size_t first_part, SqueezedText::Breaks breaks) {
  const auto number = static_cast<uint32_t>(units_.size());
  units_.push_back({first_part, parts_.size() - first_part, breaks, sources_, nullptr});
  scanned_.clear();
  for (size_t i = first_part; i < parts_.size(); ++i)
    AppendFolded(parts_[i].text, breaks, &scanned_);
  found_.clear();
  patterns_.index().Scan(scanned_, &scratch_, &found_);
  for (const uint32_t literal : found_) NoteHit(literal, number);
}

// Units come in ascending order, so each literal's hits do.
void TextSet::NoteHit(uint32_t literal, uint32_t unit) {
  if (chains_.empty()) chains_.resize(patterns_.index().size());
  const auto hit = static_cast<uint32_t>(hits_.size());
  hits_.push_back({unit, kNone});
  Chain& chain = chains_[literal];
  if (chain.first == kNone) {
    chain.first = hit;
    literals_.push_back(literal);
  } else {
    hits_[chain.last].next = hit;
  }
  chain.last = hit;
}

const SqueezedText& TextSet::Squeezed(size_t number) const {
  const Unit& unit = units_[number];
  if (!unit.squeezed) {
    unit.squeezed = std::make_unique<SqueezedText>();
    for (size_t i = unit.first_part; i < unit.first_part + unit.parts; ++i)
      unit.squeezed->Append(parts_[i].text, parts_[i].record, unit.breaks);
  }
  return *unit.squeezed;
}

bool TextSet::MayHold(int pattern) const {
  if (units_.empty()) return false;
  const Words literals = patterns_.literals(pattern);
  return literals.empty() || std::any_of(literals.begin(), literals.end(),
                                         [&](uint32_t literal) { return HasLiteral(literal); });
}

// Units that hold one of the pattern's literals, ascending.
std::vector<uint32_t> TextSet::Candidates(int pattern) const {
  std::vector<uint32_t> units;
  const Words literals = patterns_.literals(pattern);
  if (literals.empty()) {
    for (uint32_t unit = 0; unit < units_.size(); ++unit) units.push_back(unit);
    return units;
  }
  for (const uint32_t literal : literals) {
    if (!HasLiteral(literal)) continue;
    for (uint32_t hit = chains_[literal].first; hit != kNone; hit = hits_[hit].next)
      units.push_back(hits_[hit].unit);
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
