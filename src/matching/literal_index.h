#ifndef EXDIAG_MATCHING_LITERAL_INDEX_H_
#define EXDIAG_MATCHING_LITERAL_INDEX_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

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

  size_t size() const { return literals_.size(); }
  std::string_view literal(uint32_t id) const { return literals_[id].text; }

  // What one caller needs from scan to scan. Not to be shared between threads.
  struct Scratch {
    std::vector<uint32_t> seen_in;
    uint32_t scan = 0;
  };

  // Appends the ids of the literals that stand in `folded`, each once, in no order. Thread-safe.
  void Scan(std::string_view folded, Scratch* scratch, std::vector<uint32_t>* found) const;

 private:
  struct Literal {
    std::string_view text;
    uint32_t gram_at = 0;
    uint32_t hash = 0;
  };

  uint32_t Hash(const char* gram) const;

  std::vector<Literal> literals_;
  std::unordered_map<std::string_view, uint32_t> ids_;
  int shift_ = 20;                  // of the hash, to as many bits as the table has
  std::vector<uint64_t> occupied_;  // one bit per hash: small enough for the first-level cache
  std::vector<uint32_t> first_;     // of each hash, into of_hash_; one more at the end
  std::vector<uint32_t> of_hash_;   // ids by hash
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_LITERAL_INDEX_H_
