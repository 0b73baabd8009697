#ifndef EXDIAG_REPORT_UTF8_H_
#define EXDIAG_REPORT_UTF8_H_

#include <string>
#include <string_view>

namespace exdiag::report {

// Takes the first character off a non-empty text. A byte that begins no valid character is taken
// alone and gives U+FFFD.
char32_t TakeCharacter(std::string_view* text);

// Appends a character as UTF-8.
void AppendCharacter(char32_t character, std::string* text);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_UTF8_H_
