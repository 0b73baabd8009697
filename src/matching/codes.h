#ifndef EXDIAG_MATCHING_CODES_H_
#define EXDIAG_MATCHING_CODES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::matching {

// An error code in a text, as it is written there, and where it begins.
struct FoundCode {
  std::string code;  // "0x80070643", "-2147023293", "1603", "INSUFF_ACCESS_RIGHTS"
  size_t offset = 0;
};

// The codes that a text names, in its order: hexadecimal numbers with 0x, large negative numbers,
// numbers behind words such as "error code", "exit code is" or "HRESULT" (also in the languages of
// setup), and what a directory server answers ("00002098: SecErr: …, problem 4003 (NAME)"; the
// number is given with 0x, as it is hexadecimal). Zero is no error, and a number elsewhere is no
// code. Thread-safe.
std::vector<FoundCode> FindCodes(std::string_view text);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_CODES_H_
