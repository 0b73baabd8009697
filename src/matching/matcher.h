#ifndef EXDIAG_MATCHING_MATCHER_H_
#define EXDIAG_MATCHING_MATCHER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "companion/companion_log.h"
#include "matching/evidence.h"
#include "rules/rule_pack.h"
#include "setuplog/attempt.h"

namespace exdiag::matching {

// What rules are asked about. Everything pointed to must outlive the call.
struct Subject {
  const setuplog::Attempt* attempt = nullptr;                        // null: a companion log alone
  const setuplog::Attempt* previous = nullptr;                       // the attempt before, if any
  const std::vector<companion::CompanionLog>* companions = nullptr;  // those that belong to it
};

// Why a predicate held or not, for `--why` and failing rule tests; the same shape as the rule's
// tree.
struct PredicateTrace {
  rules::Predicate::Kind kind = rules::Predicate::Kind::kAll;
  std::string wanted;  // the predicate in one line
  bool held = false;
  std::string nearest;  // what came nearest, if it did not hold: a text of the log, or empty
  std::vector<Evidence> evidence;
  std::vector<PredicateTrace> children;
};

// Finds the rules that hold. Patterns are compiled on first use and only if a literal that they
// need stands in the text. Thread-safe after construction; `pack` must outlive the matcher.
class Matcher {
 public:
  explicit Matcher(const rules::RulePack& pack);
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  // All rules that hold on the subject, by id. Rules of other products than the attempt's are left
  // out; deprecated ones too.
  std::vector<Match> Find(const Subject& subject) const;

  // Tells of one rule predicate by predicate.
  PredicateTrace Explain(const rules::Rule& rule, const Subject& subject) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_MATCHER_H_
