// Mutates texts as logs differ from each other: lines come, go, repeat, change places and are cut
// anywhere. Bytes within a line are left to libFuzzer's own mutations and its dictionary, which do
// not know lines and by themselves mostly break the stamps that a parser looks for first.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

namespace {

using Lines = std::vector<std::string>;
using Random = std::minstd_rand;

Lines LinesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

size_t Write(const Lines& lines, uint8_t* data, size_t most) {
  size_t size = 0;
  for (const std::string& line : lines) {
    const size_t part = std::min(line.size(), most - size);
    std::memcpy(data + size, line.data(), part);
    size += part;
  }
  return size;
}

size_t Below(size_t count, Random& random) { return random() % count; }

auto Place(Lines& lines, size_t at) { return lines.begin() + static_cast<std::ptrdiff_t>(at); }

void MutateWithin(std::string* line, Random& random) {
  std::string bytes = *line;
  bytes.resize(line->size() + 64 + Below(64, random));
  bytes.resize(
      LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(bytes.data()), line->size(), bytes.size()));
  *line = std::move(bytes);
}

void MutateLines(Lines* lines, Random& random) {
  const size_t at = Below(lines->size(), random);
  const size_t other = Below(lines->size(), random);
  switch (Below(8, random)) {
    case 0:
      lines->erase(Place(*lines, at));
      break;
    case 1:
      lines->insert(Place(*lines, other), std::string((*lines)[at]));
      break;
    case 2:
      std::swap((*lines)[at], (*lines)[other]);
      break;
    case 3:  // the newline may go with it
      (*lines)[at].resize(Below((*lines)[at].size() + 1, random));
      break;
    case 4:  // the end of the text
      lines->resize(at + 1);
      break;
    default:
      MutateWithin(&(*lines)[at], random);
  }
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
  Random random(seed + 1);
  if (size == 0 || Below(8, random) == 0) return LLVMFuzzerMutate(data, size, most);
  Lines lines = LinesOf({reinterpret_cast<const char*>(data), size});
  for (size_t times = Below(3, random) + 1; times > 0 && !lines.empty(); --times) {
    MutateLines(&lines, random);
  }
  return Write(lines, data, most);
}

// The head of one text and the tail of another, or lines of one within the other.
extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* data1, size_t size1,
                                            const uint8_t* data2, size_t size2, uint8_t* out,
                                            size_t most, unsigned seed) {
  Random random(seed + 1);
  Lines first = LinesOf({reinterpret_cast<const char*>(data1), size1});
  const Lines second = LinesOf({reinterpret_cast<const char*>(data2), size2});
  const size_t begin = Below(second.size() + 1, random);
  const size_t end = begin + Below(second.size() - begin + 1, random);
  const size_t at = Below(first.size() + 1, random);
  if (Below(2, random) == 0) first.resize(at);
  first.insert(Place(first, at), second.begin() + static_cast<std::ptrdiff_t>(begin),
               second.begin() + static_cast<std::ptrdiff_t>(end));
  return Write(first, out, most);
}
