#include "setuplog/line_shape.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <utility>

namespace exdiag::setuplog {
namespace {

// A beginning of lines, with its first four bytes as a number: no two begin with the same.
struct ShapePrefix {
  std::string_view prefix;
  LineShape shape;

  constexpr uint32_t first() const {
    uint32_t word = 0;
    for (size_t i = 0; i < 4; ++i)
      word |= uint32_t{static_cast<unsigned char>(prefix[i])} << (8 * i);
    return word;
  }
};

uint64_t EightBytes(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// text.starts_with(prefix) without a call. REQUIRES: the first four bytes are known to be the same.
bool GoesOnAs(std::string_view text, std::string_view prefix) {
  const size_t size = prefix.size();
  if (text.size() < size) return false;
  if (size < 8) return std::memcmp(text.data(), prefix.data(), size) == 0;
  for (size_t at = 4; at + 8 < size; at += 8) {
    if (EightBytes(text.data() + at) != EightBytes(prefix.data() + at)) return false;
  }
  return EightBytes(text.data() + size - 8) == EightBytes(prefix.data() + size - 8);
}

uint32_t FirstFour(std::string_view text) {
  const auto byte = [&](size_t i) { return uint32_t{static_cast<unsigned char>(text[i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

// The beginnings of what setup writes most, by their first character. Texts of cmdlets are
// translated on servers of other languages; there the lines count as kOther, which costs time only.
constexpr std::array kPrefixes = {
    ShapePrefix{" CAtom", LineShape::kNative},
    ShapePrefix{" ScA", LineShape::kNative},
    ShapePrefix{" ScC", LineShape::kNative},
    ShapePrefix{" ScS", LineShape::kNative},
    ShapePrefix{" Status code check", LineShape::kNative},
    ShapePrefix{"=== IGNORING PREVIOUS ERRORS ===", LineShape::kNative},
    ShapePrefix{"Active Directory session settings for ", LineShape::kSession},
    ShapePrefix{"Beginning processing", LineShape::kBeginning},
    ShapePrefix{"Deleteting DS object ", LineShape::kNative},
    ShapePrefix{"Ending processing", LineShape::kEnding},
    ShapePrefix{"Entering ", LineShape::kNative},
    ShapePrefix{"Evaluated [", LineShape::kEvaluated},
    ShapePrefix{"Executing", LineShape::kExecuting},
    ShapePrefix{"Finished [", LineShape::kRoutine},
    ShapePrefix{"Internal Query Filter in Get Task: ", LineShape::kRoutine},
    ShapePrefix{"Leaving ", LineShape::kNative},
    ShapePrefix{"Preparing to output objects.", LineShape::kRoutine},
    ShapePrefix{"Previous operation run on ", LineShape::kRoutine},
    ShapePrefix{"Processing object ", LineShape::kObject},
    ShapePrefix{"Request filter in Get Task: ", LineShape::kRoutine},
    ShapePrefix{"Runspace context: ", LineShape::kRoutine},
    ShapePrefix{"Saving object ", LineShape::kObject},
    ShapePrefix{"Searching objects ", LineShape::kObject},
    ShapePrefix{"Started [", LineShape::kStarted},
    ShapePrefix{"The appropriate access control ent", LineShape::kRoutine},
    ShapePrefix{"Updating performance counter strin", LineShape::kRoutine},
    ShapePrefix{"Used domain controller ", LineShape::kObject},
    ShapePrefix{"User specified parameters:", LineShape::kParameters},
};

// Leads from the first four bytes of a text to the only prefix that may be its own. The factor of
// the hash is sought at compile time, so that each prefix has a place of its own.
class PrefixTable {
 public:
  constexpr PrefixTable() {
    while (!Fill()) factor_ += 2;
  }

  constexpr const ShapePrefix* Find(uint32_t first) const {
    const uint8_t entry = entries_[PlaceOf(first)];
    return entry == 0 ? nullptr : &kPrefixes[entry - 1u];
  }

 private:
  static constexpr int kBits = 8;

  constexpr uint32_t PlaceOf(uint32_t first) const { return first * factor_ >> (32 - kBits); }

  constexpr bool Fill() {
    entries_ = {};
    for (size_t i = 0; i < kPrefixes.size(); ++i) {
      uint8_t& entry = entries_[PlaceOf(kPrefixes[i].first())];
      if (entry != 0) return false;
      entry = static_cast<uint8_t>(i + 1);
    }
    return true;
  }

  uint32_t factor_ = 0x9E3779B1u;
  std::array<uint8_t, 1 << kBits> entries_{};  // index of the prefix + 1
};

constexpr PrefixTable kTable;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

void SkipBlank(std::string_view* text) {
  if (!text->empty() && text->front() == ' ') text->remove_prefix(1);
}

// "[2]" at the start of the text, -1 if there is none.
int TakeLevel(std::string_view* text) {
  if (text->size() < 3 || (*text)[0] != '[' || !IsDigit((*text)[1]) || (*text)[2] != ']') return -1;
  const int level = (*text)[1] - '0';
  text->remove_prefix(3);
  return level;
}

Tag TakeTag(std::string_view* text) {
  static constexpr std::array<std::pair<std::string_view, Tag>, 6> kTags = {{
      {"[ERROR]", Tag::kError},
      {"[WARNING]", Tag::kWarning},
      {"[REQUIRED]", Tag::kRequired},
      {"[RECOMENDED]", Tag::kRecommended},
      {"[RECOMMENDED]", Tag::kRecommended},
      {"[ERROR-REFERENCE]", Tag::kErrorReference},
  }};
  if (text->empty() || text->front() != '[') return Tag::kNone;
  for (const auto& [word, tag] : kTags) {
    if (text->substr(0, word.size()) != word) continue;
    text->remove_prefix(word.size());
    SkipBlank(text);
    return tag;
  }
  return Tag::kNone;
}

ShapedLine Shaped(std::string_view rest, size_t stamp_length, int level) {
  ShapedLine shaped;
  shaped.stamp_length = stamp_length;
  shaped.level = level;
  shaped.tag = TakeTag(&rest);
  shaped.text = rest;
  shaped.shape = shaped.tag == Tag::kNone ? ShapeOfText(rest) : LineShape::kOther;
  return shaped;
}

ShapedLine ShapeOfUnusual(std::string_view line, bool stamped_only) {
  std::string_view rest = line;
  const auto stamp = ReadStamp(line);
  if (stamp) {
    rest.remove_prefix(stamp->length);
    SkipBlank(&rest);
  } else if (stamped_only) {
    return {LineShape::kContinuation, 0, -1, Tag::kNone, line};
  }
  const int level = TakeLevel(&rest);
  if (level >= 0) SkipBlank(&rest);
  ShapedLine shaped = Shaped(rest, stamp ? stamp->length : 0, level);
  const bool bare = !stamp && level < 0 && shaped.tag == Tag::kNone;
  if (bare && shaped.shape == LineShape::kOther) shaped.shape = LineShape::kContinuation;
  return shaped;
}

}  // namespace

LineShape ShapeOfText(std::string_view text) {
  if (text.size() < 4) return LineShape::kOther;
  const ShapePrefix* known = kTable.Find(FirstFour(text));
  return known != nullptr && GoesOnAs(text, known->prefix) ? known->shape : LineShape::kOther;
}

ShapedLine ShapeOf(std::string_view line, bool stamped_only) {
  if (HasUsualStart(line)) return Shaped(TextBehindUsualStart(line), kUsualStamp, line[28] - '0');
  if (stamped_only && (line.empty() || line[0] != '[')) {
    return {LineShape::kContinuation, 0, -1, Tag::kNone, line};
  }
  return ShapeOfUnusual(line, stamped_only);
}

bool IsBlank(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

}  // namespace exdiag::setuplog
