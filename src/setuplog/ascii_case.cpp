#include "setuplog/ascii_case.h"

#include <algorithm>

namespace exdiag::setuplog {
namespace {

// Without a branch, so that loops over it become vector instructions.
char Lower(char c) { return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0)); }

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = Lower(c);
  return lower;
}

bool SameName(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a == b || std::equal(a.begin(), a.end(), b.begin(), b.end(),
                              [](char x, char y) { return Lower(x) == Lower(y); });
}

}  // namespace exdiag::setuplog
