#include "diagnosis/triage_tally.h"

#include <algorithm>

namespace exdiag::diagnosis {
namespace {

constexpr size_t kMostTitles = 100;

}  // namespace

const std::string& TriageTally::Cause::title() const {
  return std::max_element(titles.begin(), titles.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

void TriageTally::Add(const TriageRow& row) {
  ++logs_;
  failed_ += IsFailed(row);
  unknown_ += IsFailed(row) && row.rule.empty();
  succeeded_ += row.verdict == Verdict::kSucceeded;
  if (!IsGrouped(row)) return;
  const auto [place, added] = places_.try_emplace(GroupKeyOf(row), causes_.size());
  if (added) causes_.push_back({place->first.first, place->first.second, 0, {}, {}});
  Cause& cause = causes_[place->second];
  ++cause.logs;
  if (cause.examples.size() < kExamples) cause.examples.push_back({row.path, row.customer});
  const auto title = cause.titles.find(row.title);
  if (title != cause.titles.end()) {
    ++title->second;
  } else if (cause.titles.size() < kMostTitles) {
    cause.titles.emplace(row.title, 1);
  }
}

std::vector<TriageTally::Cause> TriageTally::Causes() const {
  std::vector<Cause> causes = causes_;
  std::stable_sort(causes.begin(), causes.end(), [](const Cause& a, const Cause& b) {
    if (a.logs != b.logs) return a.logs > b.logs;
    return a.known && !b.known;
  });
  return causes;
}

}  // namespace exdiag::diagnosis
