#include "redact/repaired_text.h"

#include "setuplog/paste.h"

namespace exdiag::redact {

std::string RepairedText(std::string_view paste) {
  std::string text;
  text.reserve(paste.size());
  for (const setuplog::PasteLine& line : setuplog::RepairPaste(paste)) {
    text += line.text;
    text += '\n';
  }
  return text;
}

}  // namespace exdiag::redact
