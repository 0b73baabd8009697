#include "matching/pattern_set.h"

#include <algorithm>

#include "rules/pattern.h"

namespace exdiag::matching {

int PatternSet::Add(const std::string& pattern, const std::vector<std::string>& literals) {
  const auto [known, fresh] = ids_.emplace(pattern, static_cast<int>(entries_.size()));
  if (!fresh) return known->second;
  Entry& entry = entries_.emplace_back();
  entry.text = pattern;
  const bool searchable = std::all_of(literals.begin(), literals.end(), [](const std::string& literal) {
    return literal.size() >= LiteralIndex::kShortest;
  });
  if (searchable) {
    for (const std::string& literal : literals) entry.literals.push_back(index_.Add(literal));
  }
  return known->second;
}

const RE2& PatternSet::Compiled(int id) const {
  const Entry& entry = At(id);
  std::call_once(entry.once, [&] { entry.compiled = rules::CompilePattern(entry.text); });
  return *entry.compiled;
}

bool PatternSet::MayMatch(int id, std::string_view folded) const {
  const std::vector<uint32_t>& literals = At(id).literals;
  if (literals.empty()) return true;
  return std::any_of(literals.begin(), literals.end(), [&](uint32_t literal) {
    return folded.find(index_.literal(literal)) != std::string_view::npos;
  });
}

}  // namespace exdiag::matching
