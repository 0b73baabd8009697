#ifndef EXDIAG_RULES_LOOSE_PATTERN_H_
#define EXDIAG_RULES_LOOSE_PATTERN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::rules {

// A counted gap of a pattern, as `.{1,300}`: how many characters its group may hold at most.
struct CountedGap {
  int group = 0;  // of the loose pattern
  size_t most = 0;
};

// A pattern with its counted gaps left open, each in a group of its own: `a.{1,300}b` is `a(.+)b`.
// RE2 makes a copy of a gap for each number of times, so the loose form compiles up to fifty times
// as fast. What it does not find the pattern does not find either. A match of which all gaps keep
// their bounds is the pattern's own match, with the same named groups: opening gaps adds ways to
// match and leaves the order of preference among the others as it was. If a gap is too long, only
// the pattern itself can tell.
struct LoosePattern {
  std::string text;
  std::vector<CountedGap> gaps;  // empty: the text is the pattern as it was
};

// Gaps of few characters, of groups, and within repeated groups stay as they are, as does a pattern
// that is not understood.
LoosePattern LooseForm(std::string_view pattern);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_LOOSE_PATTERN_H_
