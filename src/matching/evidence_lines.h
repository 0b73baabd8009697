#ifndef EXDIAG_MATCHING_EVIDENCE_LINES_H_
#define EXDIAG_MATCHING_EVIDENCE_LINES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "matching/evidence.h"
#include "matching/text_set.h"
#include "setuplog/attempt.h"

namespace exdiag::matching {

// The line of the record on which `offset` stands. `found` is what a pattern found there; it is
// kept as far as it stands on that line.
Evidence LineOf(const setuplog::Record& record, size_t offset, std::string_view found);

// The line on which a match begins. REQUIRES: the text has records.
Evidence LineOf(const Finding& finding);

// The line of a failed check or of a setting, as setup writes it.
Evidence LineOf(const setuplog::PrerequisiteCheck& check);
Evidence LineOf(const setuplog::Setting& setting);

// The line of an error that names `word`, else its first line.
Evidence LineNaming(std::string_view word, const setuplog::ErrorReport& report,
                    const SqueezedText& joined);

// At most five lines without duplicates, in the order of the file; those that came first are kept.
std::vector<Evidence> InOrder(std::vector<Evidence> evidence);

// A text shortened to `most` bytes, not within a character, with "…" where it was cut.
std::string Shortened(std::string_view text, size_t most);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_EVIDENCE_LINES_H_
