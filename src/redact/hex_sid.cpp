#include "redact/hex_sid.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "redact/letters.h"

namespace exdiag::redact {
namespace {

constexpr size_t kDigits = 8;  // of a 32-bit number

// Revision, number of parts, authority 5 and the first part, 21: "0105 000000000005 15000000".
constexpr std::string_view kAuthority = "00000000000515000000";

uint32_t NumberAt(std::string_view hex, size_t at) {
  uint32_t number = 0;
  for (size_t byte = 0; byte < 4; ++byte) {
    const std::string digits(hex.substr(at + 2 * byte, 2));
    number |= static_cast<uint32_t>(std::strtoul(digits.c_str(), nullptr, 16)) << (8 * byte);
  }
  return number;
}

void PutNumber(uint32_t number, bool upper, std::string* hex, size_t at) {
  const std::string_view digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  for (size_t byte = 0; byte < 4; ++byte) {
    (*hex)[at + 2 * byte] = digits[number >> (8 * byte + 4) & 15];
    (*hex)[at + 2 * byte + 1] = digits[number >> (8 * byte) & 15];
  }
}

std::string SidText(std::string_view hex, size_t at, size_t parts) {
  std::string text = "S-1-5-21";
  for (size_t part = 0; part < parts; ++part)
    text += "-" + std::to_string(NumberAt(hex, at + part * kDigits));
  return text;
}

}  // namespace

std::string RewriteHexSids(std::string_view hex,
                           const std::function<std::string(const std::string&)>& stand_in) {
  std::string result(hex);
  const bool upper = hex.find_first_of("ABCDEF") != std::string_view::npos;
  for (size_t at = hex.find(kAuthority); at != std::string_view::npos;
       at = hex.find(kAuthority, at + 2)) {
    if (at < 4 || hex.substr(at - 4, 2) != "01") continue;
    const std::string_view count = hex.substr(at - 2, 2);
    const size_t parts = count == "05" ? 4 : count == "04" ? 3 : 0;
    const size_t begin = at + kAuthority.size();
    if (parts == 0 || begin + parts * kDigits > hex.size()) continue;
    const std::string text = stand_in(SidText(hex, begin, parts));
    size_t number_at = std::string_view("S-1-5-21").size();
    for (size_t part = 0; part < parts && number_at < text.size(); ++part) {
      const uint32_t number =
          static_cast<uint32_t>(std::strtoul(text.c_str() + number_at + 1, nullptr, 10));
      PutNumber(number, upper, &result, begin + part * kDigits);
      number_at = std::min(text.find('-', number_at + 1), text.size());
    }
  }
  return result;
}

}  // namespace exdiag::redact
