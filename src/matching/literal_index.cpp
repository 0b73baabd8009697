#include "matching/literal_index.h"

#include <array>
#include <bit>
#include <cstring>

namespace exdiag::matching {
namespace {

// How common each byte is in logs of setup, roughly: only the order matters.
constexpr std::array<uint8_t, 256> Commonness() {
  std::array<uint8_t, 256> commonness{};
  for (uint8_t& byte : commonness) byte = 2;
  for (unsigned char c = 'a'; c <= 'z'; ++c) commonness[c] = 4;
  uint8_t rank = 24;
  for (const char c : std::string_view("etaoinsr lcdmhpu.gx"))
    commonness[static_cast<unsigned char>(c)] = rank--;
  return commonness;
}

// Where the rarest four bytes begin.
uint32_t RarestGram(std::string_view text) {
  static constexpr auto kCommonness = Commonness();
  const auto of = [&](size_t at) { return kCommonness[static_cast<unsigned char>(text[at])]; };
  uint32_t best_at = 0;
  int of_four = of(0) + of(1) + of(2) + of(3);
  int best = of_four;
  for (size_t at = 1; at + 4 <= text.size(); ++at) {
    of_four += of(at + 3) - of(at - 1);
    if (of_four < best) {
      best = of_four;
      best_at = static_cast<uint32_t>(at);
    }
  }
  return best_at;
}

uint32_t GramAt(const char* text) {
  uint32_t bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

uint32_t Hash(uint32_t gram, int shift) { return (gram * 0x9E3779B1u) >> shift; }

}  // namespace

uint32_t LiteralIndex::Add(std::string_view literal) {
  const auto [known, fresh] = ids_.emplace(literal, static_cast<uint32_t>(literals_.size()));
  if (fresh) {
    literals_.push_back(literal);
    gram_at_.push_back(RarestGram(literal));
  }
  return known->second;
}

void LiteralIndex::Build() {
  int bits = 12;
  while (bits < 20 && (size_t{1} << bits) < literals_.size() * 8) ++bits;
  shift_ = 32 - bits;
  const size_t hashes = size_t{1} << bits;
  occupied_.assign(hashes / 32, 0);
  first_.assign(hashes + 1, 0);
  const auto hash_of = [&](size_t id) {
    return Hash(GramAt(literals_[id].data() + gram_at_[id]), shift_);
  };
  for (size_t id = 0; id < literals_.size(); ++id) {
    const uint32_t hash = hash_of(id);
    occupied_[hash / 32] |= uint32_t{1} << (hash % 32);
    ++first_[hash + 1];
  }
  for (size_t hash = 0; hash < hashes; ++hash) first_[hash + 1] += first_[hash];
  of_hash_.resize(literals_.size());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (uint32_t id = 0; id < literals_.size(); ++id) of_hash_[next[hash_of(id)]++] = id;
  tables_ = {gram_at_, occupied_, first_, of_hash_};
}

LiteralIndex LiteralIndex::Built(const PackedTexts& literals, const LiteralTables& tables) {
  LiteralIndex index;
  index.literals_.reserve(literals.size());
  for (size_t id = 0; id < literals.size(); ++id) index.literals_.push_back(literals[id]);
  index.tables_ = tables;
  index.shift_ = 33 - std::bit_width(tables.first.size() - 1);
  return index;
}

void LiteralIndex::Scan(std::string_view folded, Scratch* scratch,
                        std::vector<uint32_t>* found) const {
  if (literals_.empty() || folded.size() < kShortest) return;
  scratch->seen_in.resize(literals_.size(), 0);
  const uint32_t scan = ++scratch->scan;
  for (size_t at = 0; at + kShortest <= folded.size(); ++at) {
    const uint32_t gram = GramAt(folded.data() + at);
    const uint32_t hash = Hash(gram, shift_);
    if ((tables_.occupied[hash / 32] >> (hash % 32) & 1) == 0) continue;
    for (uint32_t i = tables_.first[hash]; i < tables_.first[hash + 1]; ++i) {
      const uint32_t id = tables_.of_hash[i];
      const std::string_view literal = literals_[id];
      const uint32_t gram_at = tables_.gram_at[id];
      // Most that share a hash end here, without a call.
      if (GramAt(literal.data() + gram_at) != gram) continue;
      if (scratch->seen_in[id] == scan || gram_at > at) continue;
      if (folded.compare(at - gram_at, literal.size(), literal) != 0) continue;
      scratch->seen_in[id] = scan;
      found->push_back(id);
    }
  }
}

}  // namespace exdiag::matching
