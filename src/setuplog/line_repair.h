#ifndef EXDIAG_SETUPLOG_LINE_REPAIR_H_
#define EXDIAG_SETUPLOG_LINE_REPAIR_H_

#include <string_view>
#include <vector>

#include "setuplog/paste.h"

namespace exdiag::setuplog {

// The lines of a text, cut at LF, or at CR in a text that has no LF.
std::vector<std::string_view> LinesOf(std::string_view text);

// "```" and "~~~" of Markdown.
bool IsFence(std::string_view line);

// Appends `next` to `line`, with `between` in the place of the line break.
void Join(PasteLine next, std::string_view between, PasteLine* line);

// The lines of a paste, each repaired by itself. A line that spells its breaks out, as JSON and
// HTML do, becomes several, all on the same line of the original; fences of Markdown are left out.
std::vector<PasteLine> RepairedLines(std::string_view text);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_LINE_REPAIR_H_
