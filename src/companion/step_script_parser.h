#ifndef EXDIAG_COMPANION_STEP_SCRIPT_PARSER_H_
#define EXDIAG_COMPANION_STEP_SCRIPT_PARSER_H_

#include <string>
#include <string_view>
#include <utility>

#include "companion/line_parser.h"

namespace exdiag::companion {

// The "informational scripts" that setup writes before a task, such as
// Install-BridgeheadRole-20220622-0720250331374206211.ps1: the values of the role variables, and
// the steps with their ids and whether their failure is fatal. They tell of no failure themselves.
class StepScriptParser : public LineParser {
 public:
  explicit StepScriptParser(std::string path) : LineParser(Kind::kScript, std::move(path)) {}

 protected:
  void OnLine(std::string_view line) override;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_STEP_SCRIPT_PARSER_H_
