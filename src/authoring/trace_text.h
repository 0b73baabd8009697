#ifndef EXDIAG_AUTHORING_TRACE_TEXT_H_
#define EXDIAG_AUTHORING_TRACE_TEXT_H_

#include <string>

#include "matching/matcher.h"

namespace exdiag::authoring {

// A trace as an indented tree, a predicate a line, each marked as held or not, with the line of the
// log that made it hold or what came nearest:
//
//   no   all of
//   yes    cmdlet: Install-ExchangeCertificate
//            line 1234: Install-ExchangeCertificate -services "IIS, POP, IMAP" …
//   no     error: 'certificate is expired'
//            nearest: The certificate is revoked.
std::string TraceText(const matching::PredicateTrace& trace, int indent = 0);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_TRACE_TEXT_H_
