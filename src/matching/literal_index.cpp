#include "matching/literal_index.h"

#include <array>
#include <cstring>

namespace exdiag::matching {
namespace {

// How common each byte is in logs of setup, roughly: only the order matters.
constexpr std::array<uint8_t, 256> Commonness() {
  std::array<uint8_t, 256> commonness{};
  for (uint8_t& byte : commonness) byte = 2;
  for (char c = 'a'; c <= 'z'; ++c) commonness[static_cast<size_t>(c)] = 4;
  uint8_t rank = 24;
  for (const char c : std::string_view("etaoinsr lcdmhpu.gx"))
    commonness[static_cast<size_t>(c)] = rank--;
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

}  // namespace

uint32_t LiteralIndex::Hash(const char* gram) const {
  uint32_t bytes;
  std::memcpy(&bytes, gram, sizeof bytes);
  return (bytes * 0x9E3779B1u) >> shift_;
}

uint32_t LiteralIndex::Add(std::string_view literal) {
  const auto [known, fresh] = ids_.emplace(literal, static_cast<uint32_t>(literals_.size()));
  if (fresh) literals_.push_back({literal, RarestGram(literal), 0});
  return known->second;
}

void LiteralIndex::Build() {
  int bits = 12;
  while (bits < 20 && (size_t{1} << bits) < literals_.size() * 8) ++bits;
  shift_ = 32 - bits;
  const size_t hashes = size_t{1} << bits;
  occupied_.assign(hashes / 64, 0);
  first_.assign(hashes + 1, 0);
  for (Literal& literal : literals_) {
    literal.hash = Hash(literal.text.data() + literal.gram_at);
    occupied_[literal.hash / 64] |= uint64_t{1} << (literal.hash % 64);
    ++first_[literal.hash + 1];
  }
  for (size_t hash = 0; hash < hashes; ++hash) first_[hash + 1] += first_[hash];
  of_hash_.resize(literals_.size());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (uint32_t id = 0; id < literals_.size(); ++id) of_hash_[next[literals_[id].hash]++] = id;
}

void LiteralIndex::Scan(std::string_view folded, Scratch* scratch,
                        std::vector<uint32_t>* found) const {
  if (literals_.empty() || folded.size() < kShortest) return;
  scratch->seen_in.resize(literals_.size(), 0);
  const uint32_t scan = ++scratch->scan;
  for (size_t at = 0; at + kShortest <= folded.size(); ++at) {
    const uint32_t hash = Hash(folded.data() + at);
    if ((occupied_[hash / 64] >> (hash % 64) & 1) == 0) continue;
    for (uint32_t i = first_[hash]; i < first_[hash + 1]; ++i) {
      const uint32_t id = of_hash_[i];
      const Literal& literal = literals_[id];
      if (scratch->seen_in[id] == scan || literal.gram_at > at) continue;
      if (folded.compare(at - literal.gram_at, literal.text.size(), literal.text) != 0) continue;
      scratch->seen_in[id] = scan;
      found->push_back(id);
    }
  }
}

}  // namespace exdiag::matching
