#ifndef EXDIAG_AUTHORING_CUSTOMER_NAMES_H_
#define EXDIAG_AUTHORING_CUSTOMER_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::authoring {

// Something in a text that may name a real customer.
struct CustomerName {
  size_t at = 0;
  std::string text;
  std::string_view what;  // "domain", "address", "account"
};

// Host and domain names, distinguished names, accounts and IP addresses that are none of those made
// for examples: domains such as contoso.com, fabrikam.local, example.org or of the top level
// "test", addresses of RFC 5737 and RFC 3849, and names that Microsoft itself has published.
// Version numbers and names of types are no addresses. Names of persons and machines without a
// domain cannot be told.
std::vector<CustomerName> FindCustomerNames(std::string_view text);

// True for a host or domain of an example, or one that is public.
bool IsHarmlessHost(std::string_view host);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_CUSTOMER_NAMES_H_
