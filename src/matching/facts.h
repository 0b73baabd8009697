#ifndef EXDIAG_MATCHING_FACTS_H_
#define EXDIAG_MATCHING_FACTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::matching {

// The values of a fact of rules::FactNames(), empty if the log does not say it. `roles` has one
// value for each role. `certificate_days_left` is the smallest number of whole days from the end of
// the attempt to the expiry of a certificate that setup handled, negative after it.
std::vector<std::string> FactValues(const setuplog::Attempt& attempt, std::string_view name);

// The certificate that `certificate_days_left` tells of, or null.
const setuplog::BoundCertificate* FirstToExpire(const setuplog::Attempt& attempt);

// "2016", "SE" …: the product line of what setup was installing; empty if the log does not say it.
std::string_view ProductLineOf(const setuplog::Attempt& attempt);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_FACTS_H_
