#include "rules/rule_pack.h"

#include <algorithm>
#include <iterator>

#include "rules/pack_format.h"

namespace exdiag::rules {
namespace {

bool ById(const Rule& a, const Rule& b) { return a.id < b.id; }

}  // namespace

RulePack::RulePack(std::vector<Rule> rules) { Add(std::move(rules)); }

RulePack::RulePack(const PackedRules& packed) : packed_(std::make_shared<Unpacked>()) {
  packed_->packed = packed;
}

const std::vector<Rule>& RulePack::rules() const {
  if (!packed_) return rules_;
  std::call_once(packed_->once, [&] {
    packed_->rules = ReadPack(packed_->packed.bytes).value_or(std::vector<Rule>());
  });
  return packed_->rules;
}

size_t RulePack::size() const { return packed_ ? packed_->packed.count : rules_.size(); }

const Rule* RulePack::Find(std::string_view id) const {
  const std::vector<Rule>& all = rules();
  const auto found =
      std::lower_bound(all.begin(), all.end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != all.end() && found->id == id ? &*found : nullptr;
}

void RulePack::Add(std::vector<Rule> rules) {
  if (packed_) {
    rules_ = this->rules();
    packed_.reset();
  }
  std::move(rules.begin(), rules.end(), std::back_inserter(rules_));
  if (!std::is_sorted(rules_.begin(), rules_.end(), ById))
    std::stable_sort(rules_.begin(), rules_.end(), ById);
  // Of several of one id the one that came last counts; unique() would keep the first.
  const auto same = [](const Rule& a, const Rule& b) { return a.id == b.id; };
  rules_.erase(rules_.begin(), std::unique(rules_.rbegin(), rules_.rend(), same).base());
}

std::string RulePack::Digest() const {
  return PackDigest(packed_ ? std::string(packed_->packed.bytes) : WritePack(rules_));
}

}  // namespace exdiag::rules
