#ifndef EXDIAG_REDACT_HEX_SID_H_
#define EXDIAG_REDACT_HEX_SID_H_

#include <functional>
#include <string>
#include <string_view>

namespace exdiag::redact {

// A text of hexadecimal digits, as setup dumps security descriptors, with each SID of a domain in
// it replaced by what `stand_in` returns for its usual form ("S-1-5-21-…"). The text keeps its
// length.
std::string RewriteHexSids(std::string_view hex,
                           const std::function<std::string(const std::string&)>& stand_in);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_HEX_SID_H_
