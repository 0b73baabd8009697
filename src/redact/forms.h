#ifndef EXDIAG_REDACT_FORMS_H_
#define EXDIAG_REDACT_FORMS_H_

#include <cstddef>
#include <string_view>

namespace exdiag::redact {

// What is known by its form alone. Each takes a text and the place where a word begins in it, and
// returns the bytes of the form, 0 if there is none.

size_t SidAt(std::string_view text, size_t at);   // "S-1-5-21-…" and "S-1-12-1-…"
size_t GuidAt(std::string_view text, size_t at);  // "8-4-4-4-12", without braces
size_t Ipv4At(std::string_view text,
              size_t at);  // no version number, see forms.cpp; not 127.… and the like
size_t Ipv6At(std::string_view text, size_t at);
size_t ThumbprintAt(std::string_view text, size_t at);  // 40 hexadecimal digits
size_t ProductKeyAt(std::string_view text, size_t at);  // XXXXX-XXXXX-XXXXX-XXXXX-XXXXX
// "ex01.contoso.com", "setup.exe"; at least one dot, kLongestName bytes at most.
size_t DottedNameAt(std::string_view text, size_t at);

// "local@domain"; `local` gets the bytes before the sign.
size_t MailAddressAt(std::string_view text, size_t at, size_t* local);

// True if a dotted name can be that of a host or domain rather than of a file, a type or a
// variable.
bool IsHostLike(std::string_view text, size_t at, size_t size, size_t least_labels);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_FORMS_H_
