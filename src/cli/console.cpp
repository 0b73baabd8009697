#include "cli/console.h"

#include "report/sanitise.h"

namespace exdiag::cli {

void Console::Complain(std::string_view message) const {
  error->Write("exdiag: " + report::SafeLine(message, unicode) + "\n");
}

}  // namespace exdiag::cli
