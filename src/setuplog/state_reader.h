#ifndef EXDIAG_SETUPLOG_STATE_READER_H_
#define EXDIAG_SETUPLOG_STATE_READER_H_

#include <optional>
#include <string_view>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// What a record says about services, server components, files and the directory that setup changed;
// nullopt for most. Source: ServiceControl.ps1 and Set-ServerComponentState as they write to the
// log.
std::optional<StateChange> StateChangeIn(const Record& record);

// The same for the parameters of Set-ServerComponentState: "-Component:'X' … -State:'Inactive'".
std::optional<StateChange> ComponentStateIn(std::string_view parameters, int64_t line);

// A certificate that setup names with its validity: "Certificate is valid from … until …".
std::optional<BoundCertificate> CertificateIn(const Record& record);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_STATE_READER_H_
