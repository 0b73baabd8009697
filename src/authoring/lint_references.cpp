#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "authoring/known_hosts.h"
#include "authoring/lint_checks.h"

namespace exdiag::authoring {
namespace {

using rules::YamlNode;

// "host" of "https://host/path"; empty if the address has no such form.
std::string_view HostOf(std::string_view address) {
  const size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = address.substr(begin + 3);
  return rest.substr(0, rest.find_first_of("/?#:"));
}

bool IsAddress(std::string_view text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  const std::string_view host = HostOf(text);
  return web && text.find_first_of(" <>\"'{}|\\^`") == std::string_view::npos &&
         host.find('.') != std::string_view::npos && !host.starts_with('.') && !host.ends_with('.');
}

void CheckOne(const YamlNode& reference, FindingList* findings) {
  const std::string& text = reference.text;
  if (!IsAddress(text)) {
    findings->Add("reference-form", &reference, '"' + text + "\" is no full address of the web",
                  "write https://host/path");
  } else if (text.starts_with("http://")) {
    const bool known = SpeaksHttps(HostOf(text));
    findings->Add("reference-http", &reference, "the reference is reached by http",
                  known ? "write https://, or run rules lint --fix"
                        : "write https:// if the site answers there, else leave the reference out");
  }
}

}  // namespace

void CheckReferences(FindingList* findings) {
  const YamlNode* references = findings->text().Find("references");
  const rules::Rule& rule = *findings->text().parsed.rule;
  if (references == nullptr || rule.references.empty()) {
    if (rule.status == rules::Status::kStable && !rules::IsGeneric(rule)) {
      findings->Add("no-reference", findings->text().Find("status"),
                    "the rule is stable, but names no source",
                    "add \"references:\", or set \"status: experimental\"");
    }
    return;
  }
  std::set<std::string> seen;
  for (const YamlNode& reference : references->items) {
    CheckOne(reference, findings);
    if (!seen.insert(reference.text).second)
      findings->Add("same-reference", &reference, "the reference stands twice", "remove one");
  }
}

}  // namespace exdiag::authoring
