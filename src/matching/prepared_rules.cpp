#include "matching/prepared_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/pack_format.h"

namespace exdiag::matching {
namespace {

PreparedRule Ready(const rules::Rule& rule, const PatternIds& id_of) {
  PreparedRule prepared;
  prepared.rule = &rule;
  prepared.match = Prepare(rule.match, id_of);
  for (const rules::Predicate& look_up : rule.captures)
    prepared.look_ups.push_back(Prepare(look_up, id_of));
  return prepared;
}

PackIndex IndexOf(const rules::PackedRules* packed) {
  return packed == nullptr ? PackIndex() : ReadPackIndex(packed->index_texts, packed->index_words);
}

bool MayHoldOn(Words gate, const SubjectTexts& texts) {
  return gate.empty() || std::any_of(gate.begin(), gate.end(),
                                     [&](uint32_t literal) { return texts.HasLiteral(literal); });
}

}  // namespace

PreparedRules::PreparedRules(const rules::RulePack& pack)
    : packed_(pack.packed()),
      index_(IndexOf(packed_)),
      patterns_(packed_ == nullptr ? PatternSet() : PatternSet(index_)),
      slots_(index_.rule_at.size()) {
  if (packed_ == nullptr) PrepareAll(pack.rules());
}

void PreparedRules::PrepareAll(const std::vector<rules::Rule>& rules) {
  prepared_.reserve(rules.size());
  const auto add = [&](const rules::Predicate& predicate) {
    return patterns_.Add(predicate.pattern, predicate.literals);
  };
  for (const rules::Rule& rule : rules) {
    if (rule.status != rules::Status::kDeprecated) prepared_.push_back(Ready(rule, add));
  }
  patterns_.Build();
}

// Null for a deprecated rule.
const PreparedRule* PreparedRules::Unpacked(size_t number) const {
  const Slot& slot = slots_[number];
  std::call_once(slot.once, [&] {
    std::optional<rules::Rule> rule = rules::ReadPackedRule(packed_->bytes, index_.rule_at[number]);
    if (!rule || rule->status == rules::Status::kDeprecated) return;
    slot.rule = std::make_unique<const rules::Rule>(std::move(*rule));
    const Words ids = index_.rule_patterns[number];
    size_t next = 0;
    slot.prepared =
        Ready(*slot.rule, [&](const rules::Predicate&) { return static_cast<int>(ids[next++]); });
  });
  return slot.rule ? &slot.prepared : nullptr;
}

std::vector<const PreparedRule*> PreparedRules::Candidates(const SubjectTexts& texts) const {
  std::vector<const PreparedRule*> candidates;
  for (const PreparedRule& rule : prepared_) candidates.push_back(&rule);
  for (size_t number = 0; number < slots_.size(); ++number) {
    if (!MayHoldOn(index_.rule_gates[number], texts)) continue;
    if (const PreparedRule* rule = Unpacked(number)) candidates.push_back(rule);
  }
  return candidates;
}

}  // namespace exdiag::matching
