#ifndef EXDIAG_SETUPLOG_ESCAPES_H_
#define EXDIAG_SETUPLOG_ESCAPES_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::setuplog {

// "&quot;", "&#8220;" and "&#xE4;" as the characters that they stand for, also where a second tool
// has escaped what the first wrote ("&amp;quot;").
std::string WithoutEntities(std::string_view text);

// What JSON, PHP and Python escape in strings: "\"", "\/", "\u00e4". A break becomes "\n".
std::string WithoutJsonEscapes(std::string_view text);

// Where the parts of a text, in their order, stand in what WithoutJsonEscapes made that text of.
// REQUIRES: `unescaped` is WithoutJsonEscapes(escaped), and `parts` are views of it.
std::vector<std::string_view> WithEscapes(const std::vector<std::string_view>& parts,
                                          std::string_view unescaped, std::string_view escaped);

// The parts of a line between the breaks that it spells out ("\r\n"), still with their escapes.
std::vector<std::string_view> SpelledOutLines(std::string_view line);

// Without the sequences by which a program colours a terminal.
std::string WithoutTerminalCodes(std::string_view text);

// True if a text is the source of a mail in which "=3D" stands for "=" and a "=" at the end of a
// line for a break that the mail program has made (quoted-printable).
bool IsQuotedPrintable(const std::vector<std::string_view>& lines);

// A line of such a text. *goes_on: the next line belongs to it, with nothing between them.
std::string WithoutQuotedPrintable(std::string_view line, bool* goes_on);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ESCAPES_H_
