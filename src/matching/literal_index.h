#ifndef EXDIAG_MATCHING_LITERAL_INDEX_H_
#define EXDIAG_MATCHING_LITERAL_INDEX_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matching/pack_index.h"

namespace exdiag::matching {

// Finds which of many literals stand in a text in one pass over it, so that a thousand rules cost
// hardly more than one.
//
// Of each literal the four neighbouring bytes that are rarest in such texts are hashed; the pass
// hashes every four bytes of the text and compares the literals of that hash. An Aho-Corasick
// automaton was rejected: for three thousand literals it takes longer to build than a usual log
// takes to match.
class LiteralIndex {
 public:
  static constexpr size_t kShortest = 4;  // bytes; shorter ones cannot be found

  // The id of a literal, the same for the same text; ids count from 0. REQUIRES: not built yet, and
  // kShortest bytes at least, in the form of rules::FoldCase, which outlive the index.
  uint32_t Add(std::string_view literal);

  // To be called once, before the first Scan.
  void Build();

  // An index that was built before; what is given must outlive it.
  static LiteralIndex Built(const PackedTexts& literals, const LiteralTables& tables);

  size_t size() const { return literals_.size(); }
  std::string_view literal(uint32_t id) const { return literals_[id]; }

  // REQUIRES: built. Valid as long as the index is not moved.
  const LiteralTables& tables() const { return tables_; }

  // What one caller needs from scan to scan. Not to be shared between threads.
  struct Scratch {
    std::vector<uint32_t> seen_in;
    uint32_t scan = 0;
  };

  // Appends the ids of the literals that stand in `folded`, each once, in no order. Thread-safe.
  void Scan(std::string_view folded, Scratch* scratch, std::vector<uint32_t>* found) const;

 private:
  std::vector<std::string_view> literals_;
  std::unordered_map<std::string_view, uint32_t> ids_;
  LiteralTables tables_;
  int shift_ = 20;  // of a hash, to as many bits as the tables are for
  // What the tables show of an index that was built here: `occupied` is small enough for the
  // first-level cache, `first` has one entry more than there are hashes.
  std::vector<uint32_t> gram_at_, occupied_, first_, of_hash_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_LITERAL_INDEX_H_
