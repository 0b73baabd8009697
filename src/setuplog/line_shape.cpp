#include "setuplog/line_shape.h"

#include <array>
#include <utility>

namespace exdiag::setuplog {
namespace {

struct ShapePrefix {
  std::string_view prefix;
  LineShape shape;
};

// The beginnings of what setup writes most, by how often it does in real logs. Texts of cmdlets are
// translated on servers of other languages; there the lines count as kOther, which costs time only.
constexpr std::array kPrefixes = {
    ShapePrefix{"Active Directory session settings for ", LineShape::kRoutine},
    ShapePrefix{"Beginning processing", LineShape::kBeginning},
    ShapePrefix{"Ending processing", LineShape::kEnding},
    ShapePrefix{"Evaluated [", LineShape::kEvaluated},
    ShapePrefix{"Executing", LineShape::kExecuting},
    ShapePrefix{"Entering ", LineShape::kNative},
    ShapePrefix{"Finished [", LineShape::kRoutine},
    ShapePrefix{"Leaving ", LineShape::kNative},
    ShapePrefix{"Started [", LineShape::kStarted},
    ShapePrefix{"User specified parameters:", LineShape::kParameters},
    ShapePrefix{"Used domain controller ", LineShape::kRoutine},
    ShapePrefix{"Processing object ", LineShape::kProcessingObject},
    ShapePrefix{"Previous operation run on ", LineShape::kRoutine},
    ShapePrefix{"Preparing to output objects.", LineShape::kRoutine},
    ShapePrefix{"Searching objects ", LineShape::kRoutine},
    ShapePrefix{"Saving object ", LineShape::kRoutine},
    ShapePrefix{"Runspace context: ", LineShape::kRoutine},
    ShapePrefix{"Request filter in Get Task: ", LineShape::kRoutine},
    ShapePrefix{"Internal Query Filter in Get Task: ", LineShape::kRoutine},
    ShapePrefix{"Deleteting DS object ", LineShape::kNative},
    ShapePrefix{"The appropriate access control ent", LineShape::kRoutine},
    ShapePrefix{" Status code check", LineShape::kNative},
    ShapePrefix{" CAtom", LineShape::kNative},
    ShapePrefix{" Sc", LineShape::kNative},
    ShapePrefix{"=== IGNORING PREVIOUS ERRORS ===", LineShape::kNative},
    ShapePrefix{"Updating performance counter strin", LineShape::kRoutine},
};

LineShape ShapeOfText(std::string_view text) {
  if (text.size() < 4) return LineShape::kOther;
  for (const ShapePrefix& known : kPrefixes) {
    if (text[0] == known.prefix[0] && text.substr(0, known.prefix.size()) == known.prefix) {
      return known.shape;
    }
  }
  return LineShape::kOther;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "[03/11/2021 12:06:22.0926] [2] ": the form of all versions since 2010, checked at fixed places.
bool HasUsualStamp(std::string_view line) {
  return line.size() >= 30 && line[0] == '[' && IsDigit(line[1]) && IsDigit(line[2]) &&
         IsDigit(line[4]) && line[11] == ' ' && IsDigit(line[12]) && line[20] == '.' &&
         line[25] == ']' && line[26] == ' ' && line[27] == '[' && IsDigit(line[28]) && line[29] == ']';
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
  constexpr std::array<std::pair<std::string_view, Tag>, 6> kTags = {{
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
