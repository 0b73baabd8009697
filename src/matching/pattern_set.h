#ifndef EXDIAG_MATCHING_PATTERN_SET_H_
#define EXDIAG_MATCHING_PATTERN_SET_H_

#include <re2/re2.h>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matching/literal_index.h"

namespace exdiag::matching {

// The patterns of a rule pack, each once. One is compiled when it is first asked for, which for most
// of them never happens: compiling takes 20 µs to 1 ms.
class PatternSet {
 public:
  // The id of a pattern. Its literals must be those that the rule reader found.
  int Add(const std::string& pattern, const std::vector<std::string>& literals);

  // To be called once, after the last Add.
  void Build() { index_.Build(); }

  // Never null and thread-safe; a pattern that RE2 does not take matches nothing.
  const RE2& Compiled(int id) const;

  const std::string& text(int id) const { return At(id).text; }

  // Ids of literals of which a match contains at least one; empty: any text may match.
  const std::vector<uint32_t>& literals(int id) const { return At(id).literals; }

  // The same question for one short text that was not scanned.
  bool MayMatch(int id, std::string_view folded) const;

  const LiteralIndex& index() const { return index_; }

 private:
  struct Entry {
    std::string text;
    std::vector<uint32_t> literals;
    mutable std::once_flag once;
    mutable std::unique_ptr<RE2> compiled;
  };

  const Entry& At(int id) const { return entries_[static_cast<size_t>(id)]; }

  std::deque<Entry> entries_;  // no vector: a once_flag cannot move
  std::unordered_map<std::string, int> ids_;
  LiteralIndex index_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_PATTERN_SET_H_
