#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "cli/commands.h"
#include "cli/results.h"
#include "cli/rule_source.h"
#include "knowledge/builds.h"
#include "knowledge/components.h"
#include "knowledge/error_codes.h"
#include "report/rule_page.h"
#include "report/text_page.h"
#include "rules/spelling.h"
#include "setuplog/ascii_case.h"

namespace exdiag::cli {
namespace {

using report::TextPage;
using report::Tone;

// Whether a rule asks for a name (a readiness check, a cmdlet, a code …) anywhere in its
// conditions.
bool AsksFor(const rules::Predicate& predicate, rules::Predicate::Kind kind,
             std::string_view name) {
  const bool here =
      predicate.kind == kind &&
      std::any_of(predicate.names.begin(), predicate.names.end(),
                  [&](const std::string& asked) { return setuplog::SameName(asked, name); });
  return here ||
         (predicate.kind != rules::Predicate::Kind::kNot &&
          std::any_of(predicate.children.begin(), predicate.children.end(),
                      [&](const rules::Predicate& child) { return AsksFor(child, kind, name); }));
}

std::vector<const rules::Rule*> RulesThatAskFor(const rules::RulePack& pack,
                                                rules::Predicate::Kind kind,
                                                std::string_view name) {
  std::vector<const rules::Rule*> asking;
  for (const rules::Rule& rule : pack.rules()) {
    if (AsksFor(rule.match, kind, name)) asking.push_back(&rule);
  }
  return asking;
}

void AddRuleList(std::string_view heading, const std::vector<const rules::Rule*>& rules,
                 TextPage* page) {
  if (rules.empty()) return;
  page->Heading(heading);
  for (const rules::Rule* rule : rules)
    page->Labelled("- ", fmt::format("{} [{}]", rule->title, rule->id), 2);
}

// Each answers for one kind of name; false if it does not know it.
bool ExplainCode(const std::string& code, const rules::RulePack& pack, TextPage* page) {
  const auto meanings = knowledge::LookUpCode(code);
  for (const knowledge::ErrorCode& meaning : meanings) {
    page->Gap();
    page->Line(page->Inline(fmt::format("{}  {}", meaning.code, meaning.name), Tone::kBold));
    page->Field("Kind", knowledge::FamilyName(meaning.family));
    page->Field("Meaning", meaning.meaning);
    page->Field("In a setup", meaning.in_setup);
  }
  if (meanings.empty()) return false;
  auto asking = RulesThatAskFor(pack, rules::Predicate::Kind::kCode, code);
  const auto by_type = RulesThatAskFor(pack, rules::Predicate::Kind::kException, code);
  asking.insert(asking.end(), by_type.begin(), by_type.end());
  AddRuleList("Rules that look for it", asking, page);
  return true;
}

bool ExplainBuild(const std::string& version, TextPage* page) {
  const auto exact = knowledge::FindBuild(version);
  const auto build = exact ? exact : knowledge::BaseBuild(version);
  if (!build) return false;
  page->Gap();
  page->Line(page->Inline(fmt::format("{}  {}", version, build->name), Tone::kBold));
  if (!exact) {
    page->Paragraph(
        fmt::format("This very build is not in the list; it is an update of {}.", build->version),
        2);
  }
  page->Field("Released", build->released);
  page->Field("Update", build->kb);
  page->Field("Support ends", knowledge::SupportEnds(knowledge::ProductLine(build->version)));
  return true;
}

// A build by its name, "Exchange 2019 CU12": the number of the release, then those of its updates.
bool ExplainBuildName(const std::string& name, TextPage* page) {
  constexpr size_t kMostShown = 40;
  const auto builds = knowledge::FindBuildsByName(name);
  if (builds.empty() || builds.size() > kMostShown) return false;
  page->Gap();
  for (const knowledge::Build& build : builds) {
    page->Line(page->Inline(fmt::format("{:<14}{}{}{}", build.version, build.name,
                                        build.released.empty() ? "" : ", ", build.released)));
  }
  const auto product = knowledge::ProductLine(builds.front().version);
  if (product == knowledge::ProductLine(builds.back().version))
    page->Field("Support ends", knowledge::SupportEnds(product));
  return true;
}

bool ExplainComponent(const std::string& name, const rules::RulePack& pack, TextPage* page) {
  const auto component = knowledge::FindComponent(name);
  if (!component) return false;
  page->Gap();
  page->Line(page->Inline(component->name, Tone::kBold));
  page->Field("Role", component->role);
  page->Field("Purpose", component->purpose);
  AddRuleList("Rules that look for it",
              RulesThatAskFor(pack, rules::Predicate::Kind::kComponent, name), page);
  return true;
}

bool ExplainByRules(const std::string& name, const rules::RulePack& pack, TextPage* page) {
  const auto checks = RulesThatAskFor(pack, rules::Predicate::Kind::kPrerequisite, name);
  const auto cmdlets = RulesThatAskFor(pack, rules::Predicate::Kind::kCmdlet, name);
  if (checks.size() == 1) {
    page->Line(page->Inline(fmt::format("{} is a readiness check. The rule for it:", name)));
  }
  AddRuleList(fmt::format("Rules for the readiness check {}", name),
              checks.size() > 1 ? checks : std::vector<const rules::Rule*>(), page);
  AddRuleList(fmt::format("Rules for failures of {}", name), cmdlets, page);
  return !checks.empty() || !cmdlets.empty();
}

bool Holds(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](unsigned char x, unsigned char y) {
                       return std::tolower(x) == std::tolower(y);
                     }) != text.end();
}

bool SpeaksOf(const rules::Predicate& predicate, std::string_view name) {
  return Holds(predicate.pattern, name) ||
         std::any_of(predicate.children.begin(), predicate.children.end(),
                     [&](const rules::Predicate& child) { return SpeaksOf(child, name); });
}

// The last resort, for the name of a service, a file or a program: rules that name it.
bool ExplainByMention(const std::string& name, const rules::RulePack& pack, TextPage* page) {
  constexpr size_t kShortest = 5;  // anything shorter stands in some word by chance
  constexpr size_t kMost = 12;
  if (name.size() < kShortest) return false;
  std::vector<const rules::Rule*> naming;
  for (const rules::Rule& rule : pack.rules()) {
    if (Holds(rule.title, name) || Holds(rule.cause, name) || SpeaksOf(rule.match, name))
      naming.push_back(&rule);
  }
  if (naming.empty() || naming.size() > kMost) return false;
  AddRuleList(fmt::format("Rules that speak of {}", name), naming, page);
  return true;
}

std::string Suggestion(const std::string& name, const rules::RulePack& pack) {
  std::vector<std::string_view> known;
  for (const auto& rule : pack.rules()) known.push_back(rule.id);
  for (const auto& component : knowledge::AllComponents()) known.push_back(component.name);
  const std::string_view nearest = rules::NearestWord(name, known);
  return nearest.empty() ? "" : fmt::format("; did you mean {}?", nearest);
}

// The explanation of one name, empty if nothing is known of it.
std::string Explained(const std::string& name, const rules::RulePack& pack,
                      const report::TextStyle& style) {
  if (const rules::Rule* rule = pack.Find(name)) return report::RenderRule(*rule, style, false);
  TextPage page(style);
  const bool code = ExplainCode(name, pack, &page);
  const bool build = ExplainBuild(name, &page) || (!code && ExplainBuildName(name, &page));
  const bool component = ExplainComponent(name, pack, &page);
  const bool rules = !code && ExplainByRules(name, pack, &page);
  if (!code && !build && !component && !rules) return "";
  std::string text = page.Take();
  const auto checks = RulesThatAskFor(pack, rules::Predicate::Kind::kPrerequisite, name);
  if (checks.size() == 1) text += "\n" + report::RenderRule(*checks.front(), style, false);
  return text;
}

// What in a longer paste may be a name: the check of `Failed [Rule:NAME]` or of a help link, the
// number of "Version 15.1 (Build 2507.6)", else its words with a digit or of some length.
std::vector<std::string> NamesIn(const std::string& paste) {
  static const re2::RE2 kCheck(R"((?i)\[(?:Rule|Setting):(\w+)\]|setupreadiness[.-](\w+))");
  static const re2::RE2 kVersion(R"((?i)(\d+\.\d+) \(build (\d+\.\d+)\))");
  static const re2::RE2 kWord(R"(([\w.\-]*\w))");
  std::string first;
  std::string second;
  if (re2::RE2::PartialMatch(paste, kCheck, &first, &second)) return {first + second};
  if (re2::RE2::PartialMatch(paste, kVersion, &first, &second)) return {first + "." + second};
  std::vector<std::string> names;
  re2::StringPiece rest(paste);
  while (re2::RE2::FindAndConsume(&rest, kWord, &first)) {
    if (first.size() > 5 || first.find_first_of("0123456789") != std::string::npos)
      names.push_back(first);
  }
  return names;
}

// The explanation of what the user gave: as it stands, else of the first name in it.
std::string ExplainedPaste(const std::string& paste, const rules::RulePack& pack,
                           const report::TextStyle& style) {
  std::string text = Explained(paste, pack, style);
  if (!text.empty()) return text;
  const std::vector<std::string> names = NamesIn(paste);
  for (const std::string& name : names) {
    text = name == paste ? "" : Explained(name, pack, style);
    if (!text.empty()) return text;
  }
  TextPage page(style);
  const bool misspelt = !Suggestion(paste, pack).empty();
  return !misspelt && ExplainByMention(paste, pack, &page) ? page.Take() : "";
}

}  // namespace

ExitStatus RunExplain(const CommandLine& line, const Console& console) {
  rules::RulePack pack;
  if (!LoadRulesInForce(line, console, &pack)) return ExitStatus::kBadRule;
  std::string pages;
  ExitStatus status = ExitStatus::kSucceeded;
  for (const std::string& name : line.arguments) {
    const std::string page = ExplainedPaste(name, pack, StyleFor(line, console));
    if (page.empty()) {
      const std::string nearest = Suggestion(name, pack);
      console.Complain(fmt::format(
          "nothing is known of \"{}\"{}", name,
          nearest.empty()
              ? "; explain takes rules, codes, readiness checks, builds, components and cmdlets, "
                "and diagnose - a whole text"
              : nearest));
      status = ExitStatus::kUsage;
    }
    pages += (pages.empty() || page.empty() ? "" : "\n") + page;
  }
  return WriteResult(pages, line, console, status);
}

}  // namespace exdiag::cli
