#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "authoring/lint_checks.h"
#include "rules/spelling.h"

namespace exdiag::authoring {
namespace {

using rules::Rule;
using rules::YamlNode;

// What all rules in force say of each other. Files take the place of known rules of the same id.
struct Relations {
  std::set<std::string> ids;
  std::map<std::string, std::vector<std::string>> supersedes;
  std::map<std::string, int> group_sizes;
  std::map<std::string, std::string> path_of_id;  // first file of that id
};

void AddRule(const Rule& rule, Relations* relations) {
  relations->ids.insert(rule.id);
  relations->supersedes[rule.id] = rule.supersedes;
  if (!rule.group.empty()) ++relations->group_sizes[rule.group];
}

Relations RelationsOf(const std::vector<RuleText>& texts, const rules::RulePack& known) {
  Relations relations;
  for (const RuleText& text : texts) {
    if (!text.parsed.rule) continue;
    AddRule(*text.parsed.rule, &relations);
    relations.path_of_id.emplace(text.parsed.rule->id, text.path);
  }
  for (const Rule& rule : known.rules()) {
    if (relations.ids.count(rule.id) == 0) AddRule(rule, &relations);
  }
  return relations;
}

bool Names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class RelationCheck {
 public:
  RelationCheck(const Relations& relations, FindingList* findings)
      : relations_(relations), findings_(findings), rule_(*findings->text().parsed.rule) {}

  void Run() {
    CheckId();
    for (const std::string_view key : {"supersedes", "consequences", "replaced_by"}) {
      const YamlNode* value = findings_->text().Find(key);
      if (value == nullptr) continue;
      if (value->kind == YamlNode::Kind::kScalar) CheckReference(*value, key);
      for (const YamlNode& item : value->items) CheckReference(item, key);
    }
    CheckGroup();
  }

 private:
  void CheckId() {
    const std::string& first = relations_.path_of_id.at(rule_.id);
    if (first == findings_->text().path) return;
    findings_->Add("duplicate-id", findings_->text().Find("id"),
                   "the id \"" + rule_.id + "\" is taken by " + first,
                   "give this rule an id of its own, or join the two rules");
  }

  void CheckReference(const YamlNode& reference, std::string_view key) {
    const std::string& id = reference.text;
    if (id == rule_.id) {
      findings_->Add("self-reference", &reference,
                     "the rule names itself in \"" + std::string(key) + '"', "remove it");
    } else if (relations_.ids.count(id) == 0) {
      const std::vector<std::string_view> all(relations_.ids.begin(), relations_.ids.end());
      const std::string_view nearest = rules::NearestWord(id, all);
      findings_->Add("dead-reference", &reference, "there is no rule \"" + id + '"',
                     nearest.empty() ? "remove it, or add that rule"
                                     : "did you mean \"" + std::string(nearest) + "\"?");
    } else if (key == "supersedes" && Names(relations_.supersedes.at(id), rule_.id)) {
      findings_->Add("self-reference", &reference, "\"" + id + "\" supersedes this rule, too",
                     "keep it in the more exact rule only");
    }
  }

  void CheckGroup() {
    if (rule_.group.empty() || relations_.group_sizes.at(rule_.group) > 1) return;
    findings_->Add("single-group", findings_->text().Find("group"),
                   "no other rule is in the group \"" + rule_.group + '"',
                   "see that the name is spelt as in the other rules");
  }

  const Relations& relations_;
  FindingList* findings_;
  const Rule& rule_;
};

}  // namespace

void CheckRelations(const std::vector<RuleText>& texts, const rules::RulePack& known,
                    std::vector<FindingList>* findings) {
  const Relations relations = RelationsOf(texts, known);
  for (size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].parsed.rule) RelationCheck(relations, &(*findings)[i]).Run();
  }
}

}  // namespace exdiag::authoring
