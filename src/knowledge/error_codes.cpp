#include "knowledge/error_codes.h"

#include <fmt/format.h>

#include "knowledge/code_number.h"

namespace exdiag::knowledge {

std::string CanonicalCode(std::string_view code) {
  const SpelledCode spelled = ReadCode(code);
  if (!spelled.number) return spelled.name;
  const uint32_t number = *spelled.number;
  if (const auto win32 = Win32Part(number)) return fmt::format("{}", *win32);
  if (number < 0x80000000) return fmt::format("{}", number);
  // Exit codes such as -1 are no HRESULTs.
  if (number > 0xffff0000) return fmt::format("{}", static_cast<int32_t>(number));
  return fmt::format("0x{:08x}", number);
}

}  // namespace exdiag::knowledge
