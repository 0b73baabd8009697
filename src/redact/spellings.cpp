#include "redact/spellings.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "redact/letters.h"

namespace exdiag::redact {
namespace {

constexpr size_t kLongest = 1024;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The character at `at`, ' ' for any run of blanks; `at` is moved behind it.
char NextCharacter(std::string_view text, size_t* at) {
  if (!IsBlank(text[*at])) return text[(*at)++];
  while (*at < text.size() && IsBlank(text[*at])) ++*at;
  return ' ';
}

std::string WithSingleBlanks(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) result += NextCharacter(text, &at);
  return result;
}

std::string_view FirstWord(std::string_view text) { return text.substr(0, EndOfWord(text, 0)); }

}  // namespace

void Spellings::Add(std::string_view folded, int rank, size_t entry) {
  if (folded.size() > kLongest) return;
  std::string word(FirstWord(folded));
  by_first_word_[word].push_back({WithSingleBlanks(folded), rank, entry});
  changed_.insert(std::move(word));
}

void Spellings::Settle() {
  for (const std::string& word : changed_) {
    Group& group = by_first_word_[word];
    std::sort(group.begin(), group.end(), [](const Spelling& a, const Spelling& b) {
      return std::tie(a.folded, a.rank, a.entry) < std::tie(b.folded, b.rank, b.entry);
    });
    const auto same = [](const Spelling& a, const Spelling& b) { return a.folded == b.folded; };
    group.erase(std::unique(group.begin(), group.end(), same), group.end());
  }
  changed_.clear();
}

std::optional<Spellings::Found> Spellings::LongestAt(std::string_view folded_text,
                                                     size_t at) const {
  const std::string_view word = folded_text.substr(at, EndOfWord(folded_text, at) - at);
  const auto found = by_first_word_.find(std::string(word));
  if (found == by_first_word_.end()) return std::nullopt;
  std::optional<Found> longest;
  // Those that agree with the text so far, which stand together.
  auto first = found->second.begin();
  auto last = found->second.end();
  size_t end = at + word.size();
  for (size_t agreed = word.size(); first != last; ++agreed) {
    if (first->folded.size() == agreed) {
      if (WordCharacterAt(folded_text, end) == 0) longest = Found{first->entry, end - at};
      ++first;
    }
    if (end >= folded_text.size()) break;
    const auto next = static_cast<unsigned char>(NextCharacter(folded_text, &end));
    const auto character = [&](const Spelling& one) {
      return static_cast<unsigned char>(one.folded[agreed]);
    };
    first = std::partition_point(first, last,
                                 [&](const Spelling& one) { return character(one) < next; });
    last = std::partition_point(first, last,
                                [&](const Spelling& one) { return character(one) == next; });
  }
  return longest;
}

}  // namespace exdiag::redact
