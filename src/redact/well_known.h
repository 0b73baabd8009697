#ifndef EXDIAG_REDACT_WELL_KNOWN_H_
#define EXDIAG_REDACT_WELL_KNOWN_H_

#include <string_view>

namespace exdiag::redact {

// What is the same on every Exchange server and therefore stays in a copy. All arguments in lower
// case.

// True if each word of a name is one that setup and Windows use themselves ("address lists
// container", "organization management-delegating"), or a number of up to four digits as in the
// language folders of the address templates. Such a name identifies nobody.
bool IsOrdinaryName(std::string_view folded_name);

// True for GUIDs that setup writes itself: arbitration mailboxes, product codes, well-known
// objects, and the schema's GUIDs of the network cards on which Microsoft made them.
bool IsWellKnownGuid(std::string_view folded_guid);

// Accounts and authorities of Windows: "administrator", "nt authority", "builtin" …
bool IsWellKnownAccount(std::string_view folded_name);
bool IsWellKnownAuthority(std::string_view folded_name);

// Relative identifiers below 1000 are those of built-in accounts and groups.
bool IsWellKnownRid(std::string_view digits);

// True for domains of Microsoft and of standards, and those below them.
bool IsPublicDomain(std::string_view folded_domain);

// True for the last label of names of hosts on the Internet and in private networks.
bool IsTopLevelDomain(std::string_view folded_label);

// Labels that services have in every domain: "autodiscover", "_msdcs", "gc" …
bool IsServiceLabel(std::string_view folded_label);

// True for a name like EX01 or SRV-MAIL-02, as people name servers.
bool LooksLikeServerName(std::string_view folded_word);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_WELL_KNOWN_H_
