#ifndef EXDIAG_REDACT_NAME_TABLE_H_
#define EXDIAG_REDACT_NAME_TABLE_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "redact/redactor.h"
#include "redact/spellings.h"

namespace exdiag::redact {

enum class NameKind {
  kHost,
  kDomain,
  kNetBiosDomain,
  kUser,
  kOrganization,
  kSite,
  kName,
  kIpv4,
  kIpv6,
  kSid,
  kGuid,
  kThumbprint,
  kProductKey,
};
std::string_view NameKindText(NameKind kind);  // "host", "domain" …

// The names of whoever the logs are from, and their stand-ins. A name has one for each kind: an
// organization may be called as its domain is. Comparisons take no notice of case.
class NameTable {
 public:
  // Makes a name known; its stand-in is chosen later, so that domains come before those below them.
  // Nothing becomes known between Settle and Reopen: what stands before a name that is met then has
  // been written, and the copy of a text must not depend on what was redacted before.
  void Learn(NameKind kind, std::string_view name);
  void Reopen() { is_settled_ = false; }

  // A host that the log calls a domain controller gets DC-1 in place of EX-1.
  void LearnDomainController(std::string_view host) { controllers_.insert(Key(host)); }

  bool Knows(NameKind kind, std::string_view name) const;

  // The stand-in, of a name that is not known as well. Counts as a replacement. Empty before
  // Settle.
  std::string StandIn(NameKind kind, std::string_view name);

  // The longest known domain that a dotted name is or ends with; empty if there is none.
  std::string_view DomainSuffixOf(std::string_view dotted_name) const;

  // Chooses the stand-ins of all names learnt so far, in the order of learning.
  void Settle();

  // A known name that begins at `at` and ends at a word border, by its bytes in the text; 0: none.
  // Only names that are no ordinary words. A blank of the name may be a line break in the text.
  // REQUIRES: Settle.
  size_t FindAt(std::string_view folded_text, size_t at, NameKind* kind, std::string* name) const;

  std::vector<Replacement> replacements() const;

 private:
  struct Entry {
    NameKind kind;
    std::string original;
    std::string stand_in;
    int64_t count = 0;
    bool known = true;  // false: only met when names were settled
  };

  static std::string Key(std::string_view name);
  std::unordered_map<std::string, size_t>& IndexOf(NameKind kind) { return index_[kind]; }
  size_t Add(NameKind kind, std::string_view name);
  void MakeKnown(size_t entry);
  void Choose(Entry* entry);
  void AddSpelling(size_t entry);
  std::string NextName(std::string_view front, int* number);
  std::string ChosenDomain(std::string_view name);
  std::string ChosenNetBios(const std::string& key);
  std::string ChosenSid(const std::string& key);
  std::string ChosenHost(const std::string& key);

  std::vector<Entry> entries_;
  std::map<NameKind, std::unordered_map<std::string, size_t>> index_;
  Spellings spellings_;
  std::unordered_set<std::string> controllers_;
  std::unordered_set<std::string> originals_;  // no stand-in may be one
  std::map<std::string, int, std::less<>> numbers_;
  std::unordered_map<std::string, int> domain_number_of_label_;
  size_t settled_ = 0;
  bool is_settled_ = false;
};

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_NAME_TABLE_H_
