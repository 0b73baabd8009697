#ifndef EXDIAG_REPORT_DISPLAY_WIDTH_H_
#define EXDIAG_REPORT_DISPLAY_WIDTH_H_

#include <string_view>

namespace exdiag::report {

// Columns that a character takes on a terminal: 0 (it joins the one before), 1 or 2. Unicode 14,
// from the general categories Mn and Me and East_Asian_Width W and F. The C library's wcwidth
// depends on the locale and does not exist on Windows.
int CharacterWidth(char32_t character);

// Columns of a text without control characters.
int DisplayWidth(std::string_view text);

// The longest beginning of a text that fits into `columns`, never cut within a character or before
// a mark that joins it.
std::string_view Beginning(std::string_view text, int columns);

// The longest end of a text that fits into `columns`, likewise.
std::string_view End(std::string_view text, int columns);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_DISPLAY_WIDTH_H_
