#ifndef EXDIAG_SETUPLOG_LINE_SHAPE_H_
#define EXDIAG_SETUPLOG_LINE_SHAPE_H_

#include <optional>
#include <string_view>

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

// Takes a line apart. `stamped_only` false: lines that have a level or a tag but no stamp, as
// people paste them, are no continuations.
ShapedLine ShapeOf(std::string_view line, bool stamped_only = true);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LINE_SHAPE_H_
