#ifndef EXDIAG_MATCHING_PACK_INDEX_H_
#define EXDIAG_MATCHING_PACK_INDEX_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace exdiag::matching {

using Words = std::span<const uint32_t>;

// Lists one after the other. `begins` has one entry more than there are lists.
struct WordLists {
  Words begins;
  Words items;

  size_t size() const { return begins.size() - 1; }
  Words operator[](size_t i) const { return items.subspan(begins[i], begins[i + 1] - begins[i]); }
};

// Texts one after the other, in the same way.
struct PackedTexts {
  Words begins;
  std::string_view bytes;

  size_t size() const { return begins.size() - 1; }
  std::string_view operator[](size_t i) const {
    return bytes.substr(begins[i], begins[i + 1] - begins[i]);
  }
};

// The tables of a LiteralIndex, see there.
struct LiteralTables {
  Words gram_at;   // by literal
  Words occupied;  // one bit per hash
  Words first;     // by hash
  Words of_hash;
};

// What a matcher must know of a rule pack, so that it need not look at rules that cannot hold. Made
// when the program is built: with ten times the rules a diagnosis takes hardly longer.
struct PackIndex {
  Words rule_at;               // where each rule begins in the pack's bytes
  WordLists rule_patterns;     // ids, as rules::Predicate trees have them from the top on
  WordLists rule_gates;        // literals, see GateFinder; none: the rule is always asked
  PackedTexts patterns;        // by id
  WordLists pattern_literals;  // ids of literals
  PackedTexts literals;        // by id
  LiteralTables tables;
};

// What is kept of an index. The texts of patterns and literals, and all numbers.
struct PackIndexData {
  std::string texts;
  std::vector<uint32_t> words;
};

// The index of rules that stand in the pack at these places.
PackIndexData MakePackIndex(const std::vector<rules::Rule>& rules,
                            const std::vector<uint32_t>& rule_at);

// A view of what MakePackIndex gave; texts and words must outlive it.
PackIndex ReadPackIndex(std::string_view texts, Words words);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_PACK_INDEX_H_
