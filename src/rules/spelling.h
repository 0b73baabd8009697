#ifndef EXDIAG_RULES_SPELLING_H_
#define EXDIAG_RULES_SPELLING_H_

#include <string_view>
#include <vector>

namespace exdiag::rules {

// The word among `known` that `word` is most likely a misspelling of, or empty: at most one edit
// for three letters. An edit adds, drops or replaces a byte or swaps two neighbours; case, '-' and
// '_' do not count.
std::string_view NearestWord(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_SPELLING_H_
