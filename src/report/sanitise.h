#ifndef EXDIAG_REPORT_SANITISE_H_
#define EXDIAG_REPORT_SANITISE_H_

#include <string>
#include <string_view>

namespace exdiag::report {

// Texts of logs and rules as they may be shown on a terminal. A log is written by whoever can write
// to the server's disk: its escape sequences must not move the cursor, and its direction overrides
// must not make a command look like another. Such characters are shown as \u{1b}, \u{202e} …,
// invalid UTF-8 as U+FFFD.

// As one line: tabs and line breaks become blanks. `unicode` false: ASCII only; typographic marks
// become their plain forms, other characters \u{…}.
std::string SafeLine(std::string_view text, bool unicode);

// The same, but line breaks stay, for texts of several lines. CRLF becomes LF.
std::string SafeLines(std::string_view text, bool unicode);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_SANITISE_H_
