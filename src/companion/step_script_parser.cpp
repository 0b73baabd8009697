#include "companion/step_script_parser.h"

#include <re2/re2.h>

#include "companion/local_time.h"
#include "companion/re2_piece.h"

namespace exdiag::companion {

void StepScriptParser::OnLine(std::string_view line) {
  static const RE2 telling(
      R"re(^\s*(?:# (?:Default|Tasks for|\[ID = )|# Programmatically generated|\$Role\w+ = ))re");
  if (!RE2::PartialMatch(Piece(line), telling)) return;
  Keep(line);
  if (line.find("Programmatically generated on") != std::string_view::npos)
    log_.started = LocalTimeIn(line);
}

}  // namespace exdiag::companion
