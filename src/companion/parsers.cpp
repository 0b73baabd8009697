#include "companion/parsers.h"

#include <utility>

#include "companion/ldif_parser.h"
#include "companion/msi_parser.h"
#include "companion/script_output_parser.h"
#include "companion/service_control_parser.h"
#include "companion/step_script_parser.h"

namespace exdiag::companion {

std::unique_ptr<CompanionParser> MakeParser(Kind kind, std::string path) {
  switch (kind) {
    case Kind::kMsi:
      return std::make_unique<MsiParser>(std::move(path));
    case Kind::kLdif:
      return std::make_unique<LdifParser>(std::move(path));
    case Kind::kServiceControl:
      return std::make_unique<ServiceControlParser>(std::move(path));
    case Kind::kScript:
      return std::make_unique<StepScriptParser>(std::move(path));
    case Kind::kUpdateCas:
    case Kind::kUpdateConfig:
    case Kind::kSearchInstall:
    case Kind::kOther:
      break;
  }
  return std::make_unique<ScriptOutputParser>(kind, std::move(path));
}

}  // namespace exdiag::companion
