#ifndef EXDIAG_FUZZ_INVARIANT_H_
#define EXDIAG_FUZZ_INVARIANT_H_

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace exdiag::fuzz {

// What must hold for any input. libFuzzer keeps the input of a program that aborts.
inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

inline std::string_view TextOf(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Calls feed(block) with the whole text in blocks of sizes that the text itself decides, so that
// the same input always gives the same blocks.
template <typename Feed>
void InBlocks(std::string_view text, Feed&& feed) {
  size_t size = text.size() % 7 + 1;
  while (!text.empty()) {
    const std::string_view block = text.substr(0, size);
    feed(block);
    text.remove_prefix(block.size());
    size = size * 5 % 257 + 1;
  }
}

// The lines of a text: at LF, or at CR in one that has no LF.
inline std::vector<std::string_view> LinesOf(std::string_view text) {
  const char separator = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace exdiag::fuzz

#endif  // EXDIAG_FUZZ_INVARIANT_H_
