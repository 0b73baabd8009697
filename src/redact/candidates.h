#ifndef EXDIAG_REDACT_CANDIDATES_H_
#define EXDIAG_REDACT_CANDIDATES_H_

#include <string>
#include <string_view>
#include <unordered_set>

#include "redact/name_table.h"

namespace exdiag::redact {

// What may turn out to be a name once all domains are known: "fs07.contoso.com", "CONTOSO\jane",
// "contoso.com/Users/Jane Doe".
class Candidates {
 public:
  void AddDotted(std::string_view text) { Add(&dotted_, text); }
  void AddAccount(std::string_view authority, std::string_view account);
  // A part of "contoso.com/Users/Jane Doe".
  void AddObject(std::string_view domain, std::string_view name);

  // Learns those whose domain is known by now.
  void Resolve(NameTable* names);

 private:
  static void Add(std::unordered_set<std::string>* set, std::string_view text);

  std::unordered_set<std::string> dotted_;
  std::unordered_set<std::string> accounts_;  // "authority\account"
  std::unordered_set<std::string> objects_;   // "domain/name"
};

// Learns the host and the domain of "ex01.contoso.com", or a host without a domain.
void LearnHostName(std::string_view name, NameTable* names);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_CANDIDATES_H_
