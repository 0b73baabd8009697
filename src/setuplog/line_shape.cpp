#include "setuplog/line_shape.h"

#include <array>
#include <cstdint>
#include <utility>

namespace exdiag::setuplog {
namespace {

// A beginning of lines, with its first four bytes as a number: one comparison rules out most
// prefixes.
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

struct PrefixTable {
  std::array<uint32_t, kPrefixes.size()> first{};
  std::array<uint8_t, 128> begin{};  // by first character: where its prefixes begin and end
  std::array<uint8_t, 128> end{};
};

constexpr PrefixTable MakePrefixTable() {
  PrefixTable table;
  for (size_t i = 0; i < kPrefixes.size(); ++i) {
    const auto c = static_cast<unsigned char>(kPrefixes[i].prefix[0]);
    table.first[i] = kPrefixes[i].first();
    if (table.end[c] == 0) table.begin[c] = static_cast<uint8_t>(i);
    table.end[c] = static_cast<uint8_t>(i + 1);
  }
  return table;
}

constexpr PrefixTable kTable = MakePrefixTable();

LineShape ShapeOfText(std::string_view text) {
  if (text.size() < 4 || static_cast<unsigned char>(text[0]) >= 128) return LineShape::kOther;
  const auto c = static_cast<unsigned char>(text[0]);
  const uint32_t first = FirstFour(text);
  for (size_t i = kTable.begin[c]; i < kTable.end[c]; ++i) {
    if (kTable.first[i] == first && text.starts_with(kPrefixes[i].prefix))
      return kPrefixes[i].shape;
  }
  return LineShape::kOther;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "[03/11/2021 12:06:22.0926] [2] ": the form of all versions since 2010, checked at fixed places.
bool HasUsualStamp(std::string_view line) {
  return line.size() >= 30 && line[0] == '[' && IsDigit(line[1]) && IsDigit(line[2]) &&
         IsDigit(line[4]) && line[11] == ' ' && IsDigit(line[12]) && line[20] == '.' &&
         line[25] == ']' && line[26] == ' ' && line[27] == '[' && IsDigit(line[28]) &&
         line[29] == ']';
}

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

ShapedLine ShapeOf(std::string_view line, bool stamped_only) {
  if (HasUsualStamp(line)) {
    std::string_view rest = line.substr(30);
    SkipBlank(&rest);
    return Shaped(rest, 26, line[28] - '0');
  }
  if (stamped_only && (line.empty() || line[0] != '[')) {
    return {LineShape::kContinuation, 0, -1, Tag::kNone, line};
  }
  return ShapeOfUnusual(line, stamped_only);
}

}  // namespace exdiag::setuplog
