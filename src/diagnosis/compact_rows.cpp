#include "diagnosis/compact_rows.h"

#include <algorithm>

namespace exdiag::diagnosis {
namespace {

constexpr std::array kTextFields = {
    &TriageRow::customer,     &TriageRow::server,     &TriageRow::product, &TriageRow::build,
    &TriageRow::mode,         &TriageRow::rule,       &TriageRow::title,   &TriageRow::category,
    &TriageRow::failing_step, &TriageRow::fingerprint};

// As a walk goes: a separator comes before any character of a longer name.
bool WalkedBefore(std::string_view a, std::string_view b) {
  const auto rank = [](char c) {
    return c == '/' || c == '\\' ? -1 : static_cast<int>(static_cast<unsigned char>(c));
  };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

}  // namespace

CompactRows::CompactRows(std::initializer_list<TriageRow> rows) {
  for (const TriageRow& row : rows) Add(row);
}

uint32_t CompactRows::PlaceOf(const std::string& text) {
  const auto found = places_.find(text);
  if (found != places_.end()) return found->second;
  const auto place = static_cast<uint32_t>(texts_.size());
  places_.emplace(texts_.emplace_back(text), place);
  return place;
}

void CompactRows::Add(const TriageRow& row) {
  static_assert(kTextFields.size() == kTexts);
  Row& kept = rows_.emplace_back(Row{
      row.path, {}, row.started, row.ended, row.confidence, row.attempt, row.verdict, row.rerun});
  for (size_t i = 0; i < kTexts; ++i) kept.texts[i] = PlaceOf(row.*kTextFields[i]);
}

TriageRow CompactRows::operator[](size_t index) const {
  const Row& kept = rows_[index];
  TriageRow row;
  row.path = kept.path;
  for (size_t i = 0; i < kTexts; ++i) row.*kTextFields[i] = texts_[kept.texts[i]];
  row.started = kept.started;
  row.ended = kept.ended;
  row.confidence = kept.confidence;
  row.attempt = kept.attempt;
  row.verdict = kept.verdict;
  row.rerun = kept.rerun;
  return row;
}

void CompactRows::PutInOrder() {
  const auto before = [](const Row& a, const Row& b) {
    return a.path == b.path ? a.attempt < b.attempt : WalkedBefore(a.path, b.path);
  };
  const auto same = [](const Row& a, const Row& b) {
    return a.path == b.path && a.attempt == b.attempt;
  };
  std::stable_sort(rows_.begin(), rows_.end(), before);
  rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
}

}  // namespace exdiag::diagnosis
