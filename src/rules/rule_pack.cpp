#include "rules/rule_pack.h"

#include <algorithm>
#include <iterator>

#include "rules/pack_format.h"

namespace exdiag::rules {
namespace {

bool ById(const Rule& a, const Rule& b) { return a.id < b.id; }

}  // namespace

RulePack::RulePack(std::vector<Rule> rules) { Add(std::move(rules)); }

const Rule* RulePack::Find(std::string_view id) const {
  const auto found =
      std::lower_bound(rules_.begin(), rules_.end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != rules_.end() && found->id == id ? &*found : nullptr;
}

void RulePack::Add(std::vector<Rule> rules) {
  std::move(rules.begin(), rules.end(), std::back_inserter(rules_));
  if (!std::is_sorted(rules_.begin(), rules_.end(), ById))
    std::stable_sort(rules_.begin(), rules_.end(), ById);
  // Of several of one id the one that came last counts; unique() would keep the first.
  const auto same = [](const Rule& a, const Rule& b) { return a.id == b.id; };
  rules_.erase(rules_.begin(), std::unique(rules_.rbegin(), rules_.rend(), same).base());
}

std::string RulePack::Digest() const { return PackDigest(WritePack(rules_)); }

}  // namespace exdiag::rules
