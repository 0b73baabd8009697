#ifndef EXDIAG_REDACT_SPELLINGS_H_
#define EXDIAG_REDACT_SPELLINGS_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace exdiag::redact {

// Known names in lower case, to be found where they stand bare in a text. The work for a place in a
// text depends on the length of a name, hardly on how many begin with the same word: customers
// number their servers.
class Spellings {
 public:
  struct Found {
    size_t entry = 0;
    size_t bytes = 0;  // in the text
  };

  // `folded` is a name that stands for `entry`; of two entries with one name that of the lower rank
  // is found. A name of more than 1,024 bytes is none.
  void Add(std::string_view folded, int rank, size_t entry);

  // What was added is found from here on.
  void Settle();

  // The longest name that begins at `at`, where a word begins, and ends at a word border. A blank
  // of the name may be any run of blanks and line breaks in the text.
  std::optional<Found> LongestAt(std::string_view folded_text, size_t at) const;

 private:
  struct Spelling {
    std::string folded;
    int rank;
    size_t entry;
  };
  using Group = std::vector<Spelling>;  // sorted and each once, unless it is in changed_

  std::unordered_map<std::string, Group> by_first_word_;
  std::unordered_set<std::string> changed_;  // words of by_first_word_
};

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_SPELLINGS_H_
