#ifndef EXDIAG_REDACT_STATEMENTS_H_
#define EXDIAG_REDACT_STATEMENTS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace exdiag::redact {

// What a log says that a text is.
enum class StatedKind { kHost, kDomainController, kDomain, kAccount, kOrganization, kSite, kName };

// A name with its place in a line.
struct StatedName {
  StatedKind kind = StatedKind::kName;
  size_t begin = 0;
  size_t end = 0;
};

// The names that a line of a setup log, a companion log or the like states as such: in the head of
// a run, as values of settings of the readiness check, as parameters of cmdlets. In the order of
// the line, not overlapping. Source: docs/log-format.md.
std::vector<StatedName> StatementsIn(std::string_view line);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_STATEMENTS_H_
