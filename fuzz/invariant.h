#ifndef EXDIAG_FUZZ_INVARIANT_H_
#define EXDIAG_FUZZ_INVARIANT_H_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

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

}  // namespace exdiag::fuzz

#endif  // EXDIAG_FUZZ_INVARIANT_H_
