#include "authoring/schema.h"
#include "cli/commands.h"
#include "cli/results.h"

namespace exdiag::cli {

ExitStatus RunRulesSchema(const CommandLine& line, const Console& console) {
  const bool reference = line.format == Format::kMarkdown;
  return WriteResult(reference ? authoring::KeyReference() : authoring::RuleSchema(), line, console,
                     ExitStatus::kSucceeded);
}

}  // namespace exdiag::cli
