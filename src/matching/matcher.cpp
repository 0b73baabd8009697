#include "matching/matcher.h"

#include <algorithm>
#include <optional>

#include "matching/condition.h"
#include "matching/evidence_lines.h"
#include "matching/explain.h"
#include "matching/facts.h"
#include "matching/prepared_rules.h"
#include "matching/specificity.h"

namespace exdiag::matching {
namespace {

// The texts of a subject for one call, and the scenes that a rule is asked on: one for each fatal
// error, or one without any.
class Stage {
 public:
  Stage(const Subject& subject, const PatternSet& patterns)
      : texts_(subject.attempt, subject.companions, patterns) {
    if (subject.previous != nullptr) previous_.emplace(subject.previous, nullptr, patterns);
    const SubjectTexts* previous = previous_ ? &*previous_ : nullptr;
    for (const ReportTexts& report : texts_.fatal())
      scenes_.push_back({&texts_, &report, previous});
    if (scenes_.empty()) scenes_.push_back({&texts_, nullptr, previous});
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const SubjectTexts& texts() const { return texts_; }
  const std::vector<Scene>& scenes() const { return scenes_; }

 private:
  SubjectTexts texts_;
  std::optional<SubjectTexts> previous_;
  std::vector<Scene> scenes_;
};

bool IsForProduct(const rules::Rule& rule, std::string_view product) {
  return product.empty() || rule.products.empty() ||
         std::find(rule.products.begin(), rule.products.end(), product) != rule.products.end();
}

void Keep(const std::vector<std::pair<std::string, std::string>>& found,
          std::map<std::string, std::string>* kept) {
  for (const auto& [name, value] : found) kept->emplace(name, value);
}

// The look-up on the error that the rule holds on, then on the others.
void LookUp(const Condition& look_up, const PatternSet& patterns, const Stage& stage,
            const Scene& held, std::map<std::string, std::string>* captures) {
  Proof proof;
  bool found = LeafHolds(look_up, patterns, held, &proof);
  for (size_t i = 0; i < stage.scenes().size() && !found; ++i) {
    found = LeafHolds(look_up, patterns, stage.scenes()[i], &proof);
  }
  Keep(proof.captures, captures);
}

}  // namespace

class Matcher::Impl {
 public:
  explicit Impl(const rules::RulePack& pack) : rules_(pack) {}

  std::vector<Match> Find(const Subject& subject) const {
    const Stage stage(subject, rules_.patterns());
    const std::string_view product =
        subject.attempt == nullptr ? std::string_view() : ProductLineOf(*subject.attempt);
    std::vector<Match> matches;
    for (const PreparedRule* rule : rules_.Candidates(stage.texts())) {
      if (!IsForProduct(*rule->rule, product)) continue;
      const Scene* scene = FirstHeld(rule->match, stage);
      if (scene != nullptr) matches.push_back(MatchOn(*rule, stage, *scene));
    }
    return matches;
  }

 private:
  const Scene* FirstHeld(const Condition& condition, const Stage& stage) const {
    const PatternSet& patterns = rules_.patterns();
    const auto& scenes = stage.scenes();
    const auto held = std::find_if(scenes.begin(), scenes.end(), [&](const Scene& scene) {
      return MayHold(condition, patterns, scene) && Holds(condition, patterns, scene, nullptr);
    });
    return held == scenes.end() ? nullptr : &*held;
  }

  Match MatchOn(const PreparedRule& rule, const Stage& stage, const Scene& scene) const {
    const PatternSet& patterns = rules_.patterns();
    Proof proof;
    Holds(rule.match, patterns, scene, &proof);
    Match match;
    match.rule = rule.rule;
    Keep(proof.captures, &match.captures);
    for (const Condition& look_up : rule.look_ups)
      LookUp(look_up, patterns, stage, scene, &match.captures);
    match.evidence = InOrder(std::move(proof.evidence));
    match.specificity = Specificity(rule.match, patterns, scene, rules::IsGeneric(*rule.rule));
    return match;
  }

  PreparedRules rules_;
};

Matcher::Matcher(const rules::RulePack& pack) : impl_(std::make_unique<Impl>(pack)) {}
Matcher::~Matcher() = default;

std::vector<Match> Matcher::Find(const Subject& subject) const { return impl_->Find(subject); }

// A pattern set of its own: the rule need not be of the pack, and this is for one rule at a time.
PredicateTrace Matcher::Explain(const rules::Rule& rule, const Subject& subject) const {
  PatternSet patterns;
  const Condition condition = Prepare(rule.match, &patterns);
  patterns.Build();
  const Stage stage(subject, patterns);
  std::optional<PredicateTrace> best;
  for (const Scene& scene : stage.scenes()) {
    PredicateTrace trace = Trace(condition, patterns, scene);
    const bool better = !best || (trace.held && !best->held) ||
                        (trace.held == best->held && HeldIn(trace) > HeldIn(*best));
    if (better) best = std::move(trace);
  }
  return *best;
}

}  // namespace exdiag::matching
