#ifndef EXDIAG_AUTHORING_KNOWN_HOSTS_H_
#define EXDIAG_AUTHORING_KNOWN_HOSTS_H_

#include <string_view>

namespace exdiag::authoring {

// True for a host of sources on Exchange that is known to answer by https.
bool SpeaksHttps(std::string_view host);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_KNOWN_HOSTS_H_
