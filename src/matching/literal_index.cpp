#include "matching/literal_index.h"

#include <array>
#include <bit>
#include <bitset>
#include <cstring>
#include <limits>

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

// A processor guesses that four bytes are of no literal; the more often that is so, the faster the
// pass. By so many bits the hash that says it is longer than the one that leads to the literals.
constexpr int kFinerBits = 2;

uint32_t Hash(uint32_t gram, int shift) { return (gram * 0x9E3779B1u) >> shift; }

uint32_t GramAt(const char* text) {
  uint32_t bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

// What logs of setup say all the time, in folded form: a literal that has another four bytes is
// looked up by these. "xcha" of "exchange" would be the rarest by its letters, and be met on every
// second line.
constexpr std::string_view kUsualText =
    "microsoft.exchange.management.deployment.configuration.tasks.data.directory.net.dll.exe.ps1 "
    "exchange server 15 exception: error: the following error was generated when was run: "
    "system.management.automation.object reference property value was not found on the service "
    "services service 'msexchangetransport' mailbox role: transport service, client access role "
    "domain controller 'dc01.contoso.com' active directory forest configuration container "
    "configuring configured setup failed [rule:] [message:] for more information visit: "
    "http://technet.microsoft.com/library(exchg.150)/ms.exch.setupreadiness.aspx "
    "install-exchange-languagepack installing languages package file files install the 64-bit "
    "update rollup up with product code component components is are not cannot could couldn't "
    "find object 'cn=microsoft exchange,cn=services,cn=configuration,dc=contoso,dc=com' "
    "c:\\program files\\microsoft\\exchange server\\v15\\bin\\ (0x80072030) code 0x80070005 name "
    "certificate policy process started stopped existing version information before user command "
    "unable to using in from that this will be been has have and of an by as at or with you must ";

constexpr size_t kUsualBits = 1 << 14;

std::bitset<kUsualBits> UsualGrams() {
  std::bitset<kUsualBits> grams;
  for (size_t at = 0; at + 4 <= kUsualText.size(); ++at)
    grams.set(Hash(GramAt(kUsualText.data() + at), 32 - 14));
  return grams;
}

// Where the rarest four bytes begin.
uint32_t RarestGram(std::string_view text) {
  static constexpr auto kCommonness = Commonness();
  static const auto kUsual = UsualGrams();
  constexpr int kAboveAll = 100;  // more than four of the commonest bytes
  const auto of = [&](size_t at) { return kCommonness[static_cast<unsigned char>(text[at])]; };
  uint32_t best_at = 0;
  int best = std::numeric_limits<int>::max();
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    int commonness = of(at) + of(at + 1) + of(at + 2) + of(at + 3);
    if (kUsual.test(Hash(GramAt(text.data() + at), 32 - 14))) commonness += kAboveAll;
    if (commonness < best) {
      best = commonness;
      best_at = static_cast<uint32_t>(at);
    }
  }
  return best_at;
}

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
  occupied_.assign((hashes << kFinerBits) / 32, 0);
  first_.assign(hashes + 1, 0);
  const auto fine_hash_of = [&](size_t id) {
    return Hash(GramAt(literals_[id].data() + gram_at_[id]), shift_ - kFinerBits);
  };
  const auto hash_of = [&](size_t id) { return fine_hash_of(id) >> kFinerBits; };
  for (size_t id = 0; id < literals_.size(); ++id) {
    const uint32_t fine = fine_hash_of(id);
    occupied_[fine / 32] |= uint32_t{1} << (fine % 32);
    ++first_[hash_of(id) + 1];
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
    const uint32_t fine = Hash(gram, shift_ - kFinerBits);
    if ((tables_.occupied[fine / 32] >> (fine % 32) & 1) == 0) continue;
    const uint32_t hash = fine >> kFinerBits;
    for (uint32_t i = tables_.first[hash]; i < tables_.first[hash + 1]; ++i) {
      const uint32_t id = tables_.of_hash[i];
      const std::string_view literal = literals_[id];
      const uint32_t gram_at = tables_.gram_at[id];
      // Most that share a hash end here, without a call.
      if (GramAt(literal.data() + gram_at) != gram || gram_at > at) continue;
      if (scratch->seen_in[id] == scan) continue;
      const std::string_view here = folded.substr(at - gram_at, literal.size());
      if (here.front() != literal.front() || here.back() != literal.back()) continue;
      if (here != literal) continue;
      scratch->seen_in[id] = scan;
      found->push_back(id);
    }
  }
}

}  // namespace exdiag::matching
