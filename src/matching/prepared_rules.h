#ifndef EXDIAG_MATCHING_PREPARED_RULES_H_
#define EXDIAG_MATCHING_PREPARED_RULES_H_

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "matching/condition.h"
#include "matching/pack_index.h"
#include "matching/pattern_set.h"
#include "matching/subject_texts.h"
#include "rules/rule_pack.h"

namespace exdiag::matching {

// A rule made ready.
struct PreparedRule {
  const rules::Rule* rule = nullptr;
  Condition match;
  std::vector<Condition> look_ups;
};

// The rules of a pack and their patterns. Of a pack with an index a rule is unpacked when it may
// hold for the first time, which for most never happens; of others all are prepared at once.
// Thread-safe after construction; the pack must outlive it.
class PreparedRules {
 public:
  explicit PreparedRules(const rules::RulePack& pack);

  const PatternSet& patterns() const { return patterns_; }

  // Those that may hold on a subject, in the order of the pack, without deprecated ones.
  std::vector<const PreparedRule*> Candidates(const SubjectTexts& texts) const;

 private:
  struct Slot {
    mutable std::once_flag once;
    mutable std::unique_ptr<const rules::Rule> rule;
    mutable PreparedRule prepared;
  };

  void PrepareAll(const std::vector<rules::Rule>& rules);
  const PreparedRule* Unpacked(size_t number) const;

  const rules::PackedRules* packed_ = nullptr;
  PackIndex index_;
  PatternSet patterns_;
  std::vector<PreparedRule> prepared_;  // of a pack without an index
  std::deque<Slot> slots_;              // of one with an index; a once_flag cannot move
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_PREPARED_RULES_H_
