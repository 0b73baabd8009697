#ifndef EXDIAG_REDACT_VOCABULARY_H_
#define EXDIAG_REDACT_VOCABULARY_H_

#include <string_view>

namespace exdiag::redact {

// True for a word, in lower case, that setup, Windows or a rule's pattern uses itself. A name that
// is such a word must not be replaced wherever it occurs: rules would no longer match.
bool IsOrdinaryWord(std::string_view folded_word);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_VOCABULARY_H_
