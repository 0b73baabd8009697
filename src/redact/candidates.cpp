#include "redact/candidates.h"

#include <algorithm>

#include "redact/letters.h"
#include "redact/well_known.h"

namespace exdiag::redact {

void Candidates::Add(std::unordered_set<std::string>* set, std::string_view text) {
  constexpr size_t kMost = 100000;  // a limit for logs that are made of dotted names
  if (set->size() < kMost) set->insert(std::string(text));
}

void Candidates::AddAccount(std::string_view authority, std::string_view account) {
  Add(&accounts_, std::string(authority) + "\\" + std::string(account));
}

void Candidates::AddObject(std::string_view domain, std::string_view name) {
  Add(&objects_, std::string(domain) + "/" + std::string(name));
}

void Candidates::Resolve(NameTable* names) {
  for (const std::string& name : dotted_) {
    const std::string_view domain = names->DomainSuffixOf(name);
    if (!domain.empty() && domain.size() < name.size()) LearnHostName(name, names);
  }
  for (const std::string& account : accounts_) {
    const size_t border = account.find('\\');
    const std::string name = account.substr(border + 1);
    if (!names->Knows(NameKind::kNetBiosDomain, account.substr(0, border))) continue;
    if (name.back() == '$') {
      names->Learn(NameKind::kHost, name.substr(0, name.size() - 1));
    } else if (!IsOrdinaryName(Folded(name))) {
      names->Learn(NameKind::kUser, name);
    }
  }
  for (const std::string& object : objects_) {
    const size_t border = object.find('/');
    const std::string_view name = std::string_view(object).substr(border + 1);
    if (names->Knows(NameKind::kDomain, object.substr(0, border)) &&
        !names->Knows(NameKind::kHost, name))
      names->Learn(NameKind::kName, name);
  }
  dotted_.clear();
  accounts_.clear();
  objects_.clear();
}

void LearnHostName(std::string_view name, NameTable* names) {
  const std::string folded = Folded(name);
  if (IsPublicDomain(folded) || names->Knows(NameKind::kDomain, folded)) return;
  std::string_view domain = names->DomainSuffixOf(folded);
  const size_t dot = name.find('.');
  if (domain.empty() && dot != std::string_view::npos) {
    domain = std::string_view(folded).substr(dot + 1);
    names->Learn(NameKind::kDomain, name.substr(dot + 1));
    const std::string_view label = domain.substr(0, domain.find('.'));
    if (!IsOrdinaryName(label))
      names->Learn(NameKind::kNetBiosDomain, name.substr(dot + 1, label.size()));
  }
  std::string_view labels =
      name.substr(0, domain.empty() ? name.size() : name.size() - domain.size() - 1);
  while (!labels.empty()) {
    const size_t end = std::min(labels.find('.'), labels.size());
    if (!IsServiceLabel(Folded(labels.substr(0, end))))
      names->Learn(NameKind::kHost, labels.substr(0, end));
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
}

}  // namespace exdiag::redact
