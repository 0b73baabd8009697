#include "authoring/known_hosts.h"

#include <algorithm>
#include <array>

namespace exdiag::authoring {

bool SpeaksHttps(std::string_view host) {
  constexpr std::array<std::string_view, 9> kDomains = {
      "microsoft.com",  "github.com",       "githubusercontent.com",
      "msexchange.org", "practical365.com", "rmilne.ca",
      "spiceworks.com", "serverfault.com",  "stackoverflow.com"};
  return std::any_of(kDomains.begin(), kDomains.end(), [host](std::string_view domain) {
    return host == domain ||
           (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
  });
}

}  // namespace exdiag::authoring
