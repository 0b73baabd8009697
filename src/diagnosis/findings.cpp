#include "diagnosis/findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "diagnosis/groups.h"

namespace exdiag::diagnosis {
namespace {

using matching::Match;

Rerun RerunFromName(std::string_view name) {
  for (const Rerun rerun :
       {Rerun::kNow, Rerun::kAfterFix, Rerun::kAfterRestart, Rerun::kAfterCleanup}) {
    if (name == RerunName(rerun)) return rerun;
  }
  return Rerun::kUnknown;
}

bool Lists(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Rules beneath the specific ones say nothing that a specific one does not say better.
bool IsSuperseded(const Match& match, const std::vector<Match>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Match& other) {
    if (&other == &match || other.rule->severity != match.rule->severity) return false;
    if (Lists(other.rule->supersedes, match.rule->id))
      return !Lists(match.rule->supersedes, other.rule->id) ||
             other.specificity > match.specificity;
    return rules::IsGeneric(*match.rule) && !rules::IsGeneric(*other.rule);
  });
}

bool IsConsequence(const Match& match, const std::vector<const Match*>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Match* other) {
    return other != &match && Lists(other->rule->consequences, match.rule->id) &&
           !Lists(match.rule->consequences, other->rule->id);
  });
}

double ConfidenceOf(const Match& match) {
  double confidence = 0.6 + 0.37 * match.specificity;
  if (match.rule->status == rules::Status::kExperimental) confidence -= 0.15;
  if (rules::IsGeneric(*match.rule)) confidence = std::min(confidence, 0.5);
  return std::clamp(confidence, 0.05, 0.99);
}

Relation RelationOf(const Match& match, bool consequence) {
  if (match.rule->severity == rules::Severity::kRisk) return Relation::kRisk;
  if (match.rule->severity == rules::Severity::kWarning) return Relation::kWarning;
  return consequence ? Relation::kConsequence : Relation::kContributing;
}

bool RunsOnTheServer(const rules::Step& step) {
  return step.shell == "powershell" && (step.where.empty() || step.where == "this server");
}

Diagnosis FindingOf(const Match& match, bool consequence, const FoundRules& found) {
  const rules::Rule& rule = *match.rule;
  Captures values = found.facts;
  for (const auto& [name, value] : match.captures) values[name] = value;
  Diagnosis finding;
  finding.rule = rule.id;
  finding.title = FilledSentence(rule.title, values);
  finding.category = rule.category;
  finding.severity = rule.severity;
  finding.status = rule.status;
  finding.relation = RelationOf(match, consequence);
  finding.confidence = ConfidenceOf(match);
  finding.attempt = found.attempt;
  finding.about_earlier_attempt = IsAboutEarlierAttempt(rule);
  finding.captures = match.captures;
  finding.evidence = match.evidence;
  finding.cause = FilledSentence(rule.cause, values);
  for (const rules::Step& step : rule.steps) {
    const bool local = RunsOnTheServer(step);
    finding.steps.push_back(
        {FilledSentence(step.text, values),
         local ? FilledLocalCommand(step.command, values) : FilledCommand(step.command, values),
         step.shell, step.where,
         local ? FilledLocalCommand(step.undo, values) : FilledCommand(step.undo, values),
         FilledSentence(step.caution, values)});
  }
  for (const rules::Check& check : rule.verify) {
    finding.verify.push_back(
        {FilledText(check.text, values), FilledCommand(check.command, values)});
  }
  finding.caution = FilledSentence(rule.caution, values);
  finding.false_positives = rule.false_positives;
  finding.references = rule.references;
  finding.rerun = RerunFromName(rule.rerun);
  return finding;
}

// How many of the other findings follow from this one.
int CausedBy(const Match& match, const std::vector<const Match*>& all) {
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const Match* other) {
    return other != &match && Lists(match.rule->consequences, other->rule->id);
  }));
}

int64_t FirstLine(const Match& match) {
  return match.evidence.empty() ? INT64_MAX : match.evidence.front().line;
}

// The order in which findings are told: causes before consequences, warnings and risks; then the
// one from which most follows; then the most exact; then the first in the log. Of failed checks,
// which say all of themselves, none is more exact than the other.
class Order {
 public:
  Order(const std::vector<const Match*>& all, Verdict verdict) : all_(all), verdict_(verdict) {}

  bool operator()(const Match* a, const Match* b) const { return KeyOf(*a) < KeyOf(*b); }

 private:
  using Key = std::tuple<int, int, double, int64_t, std::string>;

  Key KeyOf(const Match& match) const {
    const bool consequence = IsConsequence(match, all_);
    const int kind = 2 * static_cast<int>(RelationOf(match, consequence)) +
                     (rules::IsGeneric(*match.rule) ? 1 : 0);
    const double exactness = verdict_ == Verdict::kBlocked ? 0 : -match.specificity;
    return {kind, -CausedBy(match, all_), exactness, FirstLine(match), match.rule->id};
  }

  const std::vector<const Match*>& all_;
  Verdict verdict_;
};

std::vector<const Match*> Relevant(const FoundRules& found) {
  std::vector<const Match*> relevant;
  for (const Match& match : found.matches) {
    const bool risk = match.rule->severity == rules::Severity::kRisk;
    if (found.verdict == Verdict::kSucceeded && !risk) continue;
    if (!IsSuperseded(match, found.matches)) relevant.push_back(&match);
  }
  std::sort(relevant.begin(), relevant.end(), Order(relevant, found.verdict));
  return relevant;
}

// Findings of one group stand where its first member stands.
std::vector<Diagnosis> Grouped(const std::vector<const Match*>& matches, const FoundRules& found) {
  std::vector<std::string> order;
  std::map<std::string, std::vector<Diagnosis>> members;
  for (const Match* match : matches) {
    const bool consequence = IsConsequence(*match, matches);
    const std::string severity(rules::SeverityName(match->rule->severity));
    const std::string key = match->rule->group.empty()
                                ? "=" + match->rule->id
                                : match->rule->group + "/" + severity + (consequence ? "/c" : "");
    if (members[key].empty()) order.push_back(key);
    members[key].push_back(FindingOf(*match, consequence, found));
  }
  std::vector<Diagnosis> grouped;
  grouped.reserve(order.size());
  for (const std::string& key : order) {
    grouped.push_back(JoinedGroup(key.substr(0, key.find('/')), std::move(members[key])));
  }
  return grouped;
}

// Nobody pastes routine: where no error rule knows more than a general thing of it, what a warning
// rule knows is what the person asks about. Warnings of the readiness check are no such thing, the
// console prints them beside what really failed.
void PutWhatWasPastedFirst(std::vector<Diagnosis>* findings) {
  const auto is_specific = [](const Diagnosis& finding) {
    return finding.relation == Relation::kContributing && finding.category != "generic";
  };
  if (std::any_of(findings->begin(), findings->end(), is_specific)) return;
  const auto known = std::find_if(findings->begin(), findings->end(), [](const Diagnosis& finding) {
    return finding.relation == Relation::kWarning && finding.category != "prerequisites";
  });
  if (known == findings->end()) return;
  known->relation = Relation::kContributing;
  std::rotate(findings->begin(), known, known + 1);
}

}  // namespace

size_t DropVaguest(std::vector<Match>* matches) {
  if (matches->size() <= kMostMatches) return 0;
  const auto before = [](const Match& a, const Match& b) {
    const bool a_generic = rules::IsGeneric(*a.rule);
    const bool b_generic = rules::IsGeneric(*b.rule);
    return std::tie(a_generic, b.specificity, a.rule->id) <
           std::tie(b_generic, a.specificity, b.rule->id);
  };
  const size_t dropped = matches->size() - kMostMatches;
  std::sort(matches->begin(), matches->end(), before);
  matches->erase(matches->end() - static_cast<std::ptrdiff_t>(dropped), matches->end());
  return dropped;
}

bool IsAboutEarlierAttempt(const rules::Rule& rule) { return Lists(rule.tags, "watermark"); }

Captures FactCaptures(const setuplog::Header& header) {
  Captures facts;
  facts["server"] = header.server;
  facts["domain_controller"] = header.domain_controller;
  facts["user"] = header.user;
  facts["setup_version"] = header.setup_version;
  facts["installed_version"] = header.installed_version;
  facts["organization"] = header.organization;
  facts["install_directory"] = header.install_directory;
  facts["source_directory"] = header.source_directory;
  return facts;
}

std::vector<Diagnosis> Findings(const FoundRules& found) {
  std::vector<Diagnosis> findings = Grouped(Relevant(found), found);
  const bool failed = found.verdict == Verdict::kFailed || found.verdict == Verdict::kBlocked;
  if (failed && found.console) PutWhatWasPastedFirst(&findings);
  if (failed && !findings.empty() && findings.front().relation == Relation::kContributing) {
    findings.front().primary = true;
    findings.front().relation = Relation::kRootCause;
  }
  return findings;
}

}  // namespace exdiag::diagnosis
