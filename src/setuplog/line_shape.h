#ifndef EXDIAG_SETUPLOG_LINE_SHAPE_H_
#define EXDIAG_SETUPLOG_LINE_SHAPE_H_

#include <optional>
#include <string_view>

#include "setuplog/fixed_form.h"
#include "setuplog/record.h"

namespace exdiag::setuplog {

// What a line is by its beginning, found without a regular expression: this runs for every line.
enum class LineShape {
  kContinuation,  // no stamp
  kRoutine,       // chatter that no rule and no fact can want
  kBeginning,     // Beginning processing CMDLET
  kEnding,        // Ending processing CMDLET
  kEvaluated,     // Evaluated [Rule:…] or [Setting:…]
  kStarted,       // Started [Rule:…] or [Setting:…]
  kParameters,    // User specified parameters: …
  kObject,        // processing, searching or saving an object, and where from
  kSession,       // Active Directory session settings for CMDLET are: …
  kExecuting,     // Executing: the script that follows
  kNative,        // trace of the native (C++) part
  kOther,         // whatever matters
};

// A stamped line taken apart. Views of the line.
struct ShapedLine {
  LineShape shape = LineShape::kContinuation;
  size_t stamp_length = 0;  // of "[…]"; the stamp is read only where a time is wanted
  int level = -1;
  Tag tag = Tag::kNone;
  std::string_view text;  // after stamp, level and tag
};

// "[03/11/2021 12:06:22.0926] [2]", with which lines begin in all versions since 2010.
inline constexpr FixedForm kUsualStart{"[00?0?????? 0???????.????] [0]"};
inline constexpr size_t kUsualStamp = 26;  // bytes of it that are the stamp

inline bool HasUsualStart(std::string_view line) { return kUsualStart.IsAtStartOf(line); }

// What follows it and a blank. REQUIRES: HasUsualStart(line).
inline std::string_view TextBehindUsualStart(std::string_view line) {
  line.remove_prefix(FixedForm::kSize);
  if (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

// The shape of a line by its text after stamp and level. A text that begins with a tag is kOther.
LineShape ShapeOfText(std::string_view text);

// Takes a line apart. `stamped_only` false: lines that have a level or a tag but no stamp, as
// people paste them, are no continuations.
ShapedLine ShapeOf(std::string_view line, bool stamped_only = true);

// True for white space alone.
bool IsBlank(std::string_view line);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LINE_SHAPE_H_
