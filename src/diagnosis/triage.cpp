#include "diagnosis/triage.h"

#include <algorithm>
#include <map>
#include <utility>

namespace exdiag::diagnosis {
namespace {

std::string MostFrequentTitle(const CompactRows& rows, const TriageGroup& group) {
  std::map<std::string, size_t> counts;
  for (const size_t index : group.rows) ++counts[rows[index].title];
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

Triage TriageOf(CompactRows rows) {
  Triage triage;
  triage.rows = std::move(rows);
  std::map<std::pair<bool, std::string>, size_t> places;
  for (size_t i = 0; i < triage.rows.size(); ++i) {
    const TriageRow row = triage.rows[i];
    if (!IsGrouped(row)) continue;
    const auto [place, added] = places.try_emplace(GroupKeyOf(row), triage.groups.size());
    if (added) triage.groups.push_back({place->first.first, place->first.second, "", {}});
    triage.groups[place->second].rows.push_back(i);
  }
  for (TriageGroup& group : triage.groups) group.title = MostFrequentTitle(triage.rows, group);
  std::stable_sort(triage.groups.begin(), triage.groups.end(),
                   [](const TriageGroup& a, const TriageGroup& b) {
                     if (a.rows.size() != b.rows.size()) return a.rows.size() > b.rows.size();
                     return a.known && !b.known;
                   });
  return triage;
}

}  // namespace exdiag::diagnosis
