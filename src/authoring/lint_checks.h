#ifndef EXDIAG_AUTHORING_LINT_CHECKS_H_
#define EXDIAG_AUTHORING_LINT_CHECKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "authoring/lint.h"

namespace exdiag::authoring {

// Where the checks put what they find in one file.
class FindingList {
 public:
  // REQUIRES: both outlive the list.
  FindingList(const RuleText& text, std::vector<Finding>* findings)
      : text_(text), findings_(findings) {}

  // `id` is one of LintChecks; it decides the level. `part`: what the place is to point at within
  // the value.
  void Add(std::string_view id, const rules::YamlNode* at, std::string message, std::string advice,
           std::string_view part = {});
  void AddAt(std::string_view id, Place place, std::string message, std::string advice);

  const RuleText& text() const { return text_; }

 private:
  const RuleText& text_;
  std::vector<Finding>* findings_;
};

// The checks of one file, by what they look at. Each takes a file whose rule could be read, except
// CheckLayout, which takes any.
void CheckLayout(
    FindingList* findings);  // lint_layout.cpp: order of keys, blanks, quotes, name of the file
void CheckPatterns(FindingList* findings);  // lint_patterns.cpp
void CheckTexts(FindingList* findings);  // lint_texts.cpp: title, captures, marks left to fill in
void CheckCommands(FindingList* findings);      // lint_commands.cpp
void CheckTests(FindingList* findings);         // lint_tests.cpp
void CheckCustomerData(FindingList* findings);  // lint_customer_data.cpp: names and addresses
void CheckReferences(FindingList* findings);    // lint_references.cpp: addresses of sources

// The checks between rules. `findings[i]` is that of `texts[i]`.
void CheckRelations(const std::vector<RuleText>& texts, const rules::RulePack& known,
                    std::vector<FindingList>* findings);  // lint_relations.cpp
void CheckOverlaps(const std::vector<RuleText>& texts, const rules::RulePack& known,
                   std::vector<FindingList>* findings);  // lint_overlaps.cpp

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_LINT_CHECKS_H_
