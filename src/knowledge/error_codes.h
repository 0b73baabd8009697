#ifndef EXDIAG_KNOWLEDGE_ERROR_CODES_H_
#define EXDIAG_KNOWLEDGE_ERROR_CODES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::knowledge {

// Which list of codes a number belongs to.
enum class CodeFamily {
  kHresult,
  kWin32,
  kMsi,
  kLdap,
  kAdExtended,
  kLdifde,
  kAppcmd,
  kException,
  kOther
};

std::string_view FamilyName(CodeFamily family);

// A code and what it says. Texts live as long as the program.
struct ErrorCode {
  CodeFamily family;
  std::string_view code;      // "0x80070643", "1603", "INSUFF_ACCESS_RIGHTS", an exception type
  std::string_view name;      // "ERROR_INSTALL_FAILURE"
  std::string_view meaning;   // one sentence
  std::string_view in_setup;  // what it usually means in a setup; may be empty
};

// Every meaning of a code in any spelling: hexadecimal with or without 0x, decimal, negative
// decimal, a symbolic name, an exception type (full or its last part). An HRESULT of facility 7 is
// also looked up as its Win32 code. Empty: not known. Most likely meaning first.
std::vector<ErrorCode> LookUpCode(std::string_view code);

// One spelling for all spellings of a number, so that codes can be compared: facility-7 HRESULTs
// and Win32 codes give the decimal Win32 code, other HRESULTs "0x" and eight lower-case digits,
// other numbers their decimal form; names in upper case. "0x80070643", "-2147023293", "1603" all
// give "1603".
std::string CanonicalCode(std::string_view code);

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_ERROR_CODES_H_
