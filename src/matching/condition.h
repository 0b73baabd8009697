#ifndef EXDIAG_MATCHING_CONDITION_H_
#define EXDIAG_MATCHING_CONDITION_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "matching/evidence.h"
#include "matching/subject_texts.h"
#include "rules/rule.h"

namespace exdiag::matching {

// A predicate made ready for many questions.
struct Condition {
  const rules::Predicate* predicate = nullptr;
  int pattern = -1;                // in the PatternSet; -1: none asked
  std::vector<std::string> codes;  // canonical, of kCode; of kException its one HRESULT
  std::vector<Condition> children;
};

// Gives the id of a predicate's pattern in the set that the condition will be asked with.
using PatternIds = std::function<int(const rules::Predicate&)>;

// Asks for ids from the top of the tree on, each predicate before its children. REQUIRES:
// `predicate` outlives the result.
Condition Prepare(const rules::Predicate& predicate, const PatternIds& id_of);

// The same with patterns that are added to a set, which the predicate outlives.
Condition Prepare(const rules::Predicate& predicate, PatternSet* patterns);

// On what a condition is asked: the attempt, one of its fatal errors (null: it has none), and the
// attempt before (null: there is none).
struct Scene {
  const SubjectTexts* subject = nullptr;
  const ReportTexts* report = nullptr;
  const SubjectTexts* previous = nullptr;
};

// What made a condition hold.
struct Proof {
  std::vector<std::pair<std::string, std::string>> captures;
  std::vector<Evidence> evidence;
};

// Whether the condition holds. With a proof, which is appended to, all parts of an `any` are asked,
// so that each that holds gives its evidence; without one the first answer is enough. Thread-safe
// as far as the scene is not shared.
bool Holds(const Condition& condition, const PatternSet& patterns, const Scene& scene,
           Proof* proof);

// False if the condition cannot hold because the literals of its patterns stand nowhere. Nothing is
// compiled for this answer.
bool MayHold(const Condition& condition, const PatternSet& patterns, const Scene& scene);

// The same for one that is no tree.
bool LeafMayHold(const Condition& condition, const Scene& scene);
bool LeafHolds(const Condition& condition, const PatternSet& patterns, const Scene& scene,
               Proof* proof);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_CONDITION_H_
