#ifndef EXDIAG_KNOWLEDGE_CODE_NUMBER_H_
#define EXDIAG_KNOWLEDGE_CODE_NUMBER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exdiag::knowledge {

// What a person or a log wrote for a code, taken apart.
struct SpelledCode {
  std::string list;                // "ldap" of "LDAP 50", lower case; empty if no list was named
  std::optional<uint32_t> number;  // none: the code is a name
  bool hexadecimal = false;
  std::string name;  // upper case, words joined by underscores; empty if there is a number
};

// Reads "0x80070643", "(0x80070643)", "80070643", "-2147023293", "2147944003", "00002098", "20bb",
// "20BBh", "LDAP 50", "error code 1603: …", "ERROR_ACCESS_DENIED", "System.TimeoutException".
// Never fails: what is no number is a name.
SpelledCode ReadCode(std::string_view text);

// The Win32 code inside a number of facility 7 (0x80070005 and its NTSTATUS form 0xC0070005 give
// 5).
std::optional<uint32_t> Win32Part(uint32_t number);

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_CODE_NUMBER_H_
