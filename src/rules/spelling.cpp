#include "rules/spelling.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace exdiag::rules {
namespace {

std::string Plain(std::string_view word) {
  std::string plain;
  for (const unsigned char c : word) {
    if (c != '-' && c != '_' && c != ' ') plain += static_cast<char>(std::tolower(c));
  }
  return plain;
}

// Damerau's distance with neighbours only (optimal string alignment).
size_t Edits(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

std::string_view NearestWord(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string plain = Plain(word.substr(0, 64));
  std::string_view nearest;
  size_t fewest = std::max<size_t>(1, plain.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const size_t edits = Edits(plain, Plain(candidate));
    if (edits < fewest && edits < candidate.size()) {
      fewest = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace exdiag::rules
