#ifndef EXDIAG_REDACT_DISTINGUISHED_NAME_H_
#define EXDIAG_REDACT_DISTINGUISHED_NAME_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::redact {

// A part of a distinguished name, "CN=value". Offsets are those of the text.
struct NamePart {
  std::string key;  // in lower case: "cn", "ou", "dc", "o" …
  size_t value_begin = 0;
  size_t value_end = 0;
};

// The parts of the distinguished name that begins at `at`; empty if none does. Parts are divided by
// commas, or, as in "/o=Contoso/ou=…/cn=EX01", by slashes. The last value ends at a quote or the
// like; one without quotes that is followed by prose ends after its first word.
std::vector<NamePart> DistinguishedNameAt(std::string_view text, size_t at);

// "contoso.com" for the parts DC=contoso,DC=com from `first` on; `next` gets the part after them.
std::string DomainOf(std::string_view text, const std::vector<NamePart>& parts, size_t first,
                     size_t* next);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_DISTINGUISHED_NAME_H_
