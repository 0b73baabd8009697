#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>

#include "authoring/customer_names.h"
#include "authoring/lint_checks.h"

namespace exdiag::authoring {
namespace {

using rules::YamlNode;

// A pattern with escaped characters as themselves and other escapes as blanks, so that names in it
// are seen.
std::string Unescaped(std::string_view pattern) {
  std::string plain;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '\\' || at + 1 == pattern.size()) {
      plain += pattern[at];
      continue;
    }
    ++at;
    plain += std::isalnum(static_cast<unsigned char>(pattern[at])) != 0 ? ' ' : pattern[at];
  }
  return plain;
}

class Search {
 public:
  explicit Search(FindingList* findings) : findings_(findings) {
    for (const PatternPlace& place : ConditionsOf(findings->text()).patterns) {
      patterns_.insert(place.node);
    }
  }

  void Visit(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::kScalar) VisitScalar(node);
    for (const YamlNode& item : node.items) Visit(item);
    for (const auto& [key, value] : node.entries) {
      if (!NamesSources(key.text)) Visit(value);
    }
  }

 private:
  // Sources and thanks are public by intent.
  static bool NamesSources(std::string_view key) {
    constexpr std::array<std::string_view, 3> kKeys = {"references", "contributors", "id"};
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
  }

  void VisitScalar(const YamlNode& node) {
    for (const CustomerName& name :
         FindCustomerNames(patterns_.count(&node) > 0 ? Unescaped(node.text) : node.text)) {
      if (IsOfSource(name.text)) continue;
      findings_->Add(
          "customer-data", &node,
          '"' + name.text + "\" may be the " + std::string(name.what) + " of a real server",
          name.what == "address"
              ? "write an address of documentation, such as 192.0.2.10 or 2001:db8::10"
              : "write an example, such as contoso.com, EX01.contoso.com or CONTOSO\\admin",
          name.text);
    }
  }

  // A site that the references name may be named in texts, too.
  bool IsOfSource(std::string_view host) const {
    const auto& references = findings_->text().parsed.rule->references;
    return std::any_of(references.begin(), references.end(), [host](const std::string& reference) {
      return reference.find("://" + std::string(host)) != std::string::npos;
    });
  }

  FindingList* findings_;
  std::set<const YamlNode*> patterns_;
};

}  // namespace

void CheckCustomerData(FindingList* findings) {
  if (findings->text().root) Search(findings).Visit(*findings->text().root);
}

}  // namespace exdiag::authoring
