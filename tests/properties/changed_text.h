#ifndef EXDIAG_TESTS_PROPERTIES_CHANGED_TEXT_H_
#define EXDIAG_TESTS_PROPERTIES_CHANGED_TEXT_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::tests {

// Texts that differ from a good one as damaged logs do. Each calls `check` with every `stride`-th
// of its texts, and a name of it for messages.
using CheckText = std::function<void(const std::string& text, const std::string& change)>;

inline std::vector<std::string> LinesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t newline = text.find('\n');
    const size_t length = newline == std::string_view::npos ? text.size() : newline + 1;
    lines.emplace_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

inline std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

// Cut at the end, from one byte to all but one.
inline void ForEachCut(const std::string& text, size_t stride, const CheckText& check) {
  for (size_t length = 0; length < text.size(); length += stride)
    check(text.substr(0, length), "cut to " + std::to_string(length) + " bytes");
}

// Cut at the beginning.
inline void ForEachLostHead(const std::string& text, size_t stride, const CheckText& check) {
  for (size_t begin = 1; begin < text.size(); begin += stride)
    check(text.substr(begin), "without the first " + std::to_string(begin) + " bytes");
}

// A line deleted, doubled, or exchanged with the next one.
inline void ForEachLineChange(const std::string& text, size_t stride, const CheckText& check) {
  const std::vector<std::string> lines = LinesOf(text);
  for (size_t i = 0; i < lines.size(); i += stride) {
    const std::string number = "line " + std::to_string(i + 1);
    const auto place = static_cast<std::ptrdiff_t>(i);
    std::vector<std::string> changed = lines;
    changed.erase(changed.begin() + place);
    check(Joined(changed), number + " deleted");
    changed = lines;
    changed.insert(changed.begin() + place, lines[i]);
    check(Joined(changed), number + " doubled");
    if (i + 1 == lines.size()) continue;
    changed = lines;
    std::swap(changed[i], changed[i + 1]);
    check(Joined(changed), number + " exchanged with the next");
  }
}

// Random bytes in place of others: `rounds` texts with one changed byte in 2,000, at least one. The
// same seed gives the same texts on every machine.
inline void ForEachSpoilt(const std::string& text, size_t rounds, const CheckText& check) {
  unsigned state = 2463534242;  // xorshift32, as Marsaglia gives it
  const auto random = [&state](size_t below) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return below == 0 ? 0 : state % below;
  };
  for (size_t round = 0; round < rounds && !text.empty(); ++round) {
    std::string changed = text;
    for (size_t i = 0; i <= text.size() / 2000; ++i)
      changed[random(changed.size())] = static_cast<char>(random(256));
    check(changed, "spoilt in round " + std::to_string(round));
  }
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_PROPERTIES_CHANGED_TEXT_H_
