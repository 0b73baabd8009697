#ifndef EXDIAG_COMPANION_SCRIPT_OUTPUT_PARSER_H_
#define EXDIAG_COMPANION_SCRIPT_OUTPUT_PARSER_H_

#include <string>
#include <string_view>
#include <utility>

#include "companion/line_parser.h"

namespace exdiag::companion {

// The logs of setup's PowerShell scripts (UpdateCas, UpdateConfigFiles, InstallSearch) and others
// of that kind: lines that tell of an error, with the lines that belong to them. A new run of the
// script wipes what the earlier ones said.
class ScriptOutputParser : public LineParser {
 public:
  ScriptOutputParser(Kind kind, std::string path) : LineParser(kind, std::move(path)) {}

 protected:
  void OnLine(std::string_view line) override;

 private:
  void StartRun(std::string_view line);

  int continuation_ = 0;  // how many more lines belong to the record
  int failure_weight_ = 0;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_SCRIPT_OUTPUT_PARSER_H_
