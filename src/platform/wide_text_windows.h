#ifndef EXDIAG_PLATFORM_WIDE_TEXT_WINDOWS_H_
#define EXDIAG_PLATFORM_WIDE_TEXT_WINDOWS_H_

#include <string>
#include <string_view>

#include "platform/file.h"

namespace exdiag::platform {

std::wstring Utf16(std::string_view utf8);
std::string Utf8(std::wstring_view utf16);  // lone surrogates become U+FFFD

// The form of a path that may exceed MAX_PATH: absolute and behind "\\?\" (or "\\?\UNC\").
std::wstring LongPath(const std::string& utf8);

// What a value of GetLastError means, in the system's words.
FileError ErrorOf(unsigned long number);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_WIDE_TEXT_WINDOWS_H_
