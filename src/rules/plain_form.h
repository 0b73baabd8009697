#ifndef EXDIAG_RULES_PLAIN_FORM_H_
#define EXDIAG_RULES_PLAIN_FORM_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace exdiag::rules {

// Texts of logs and patterns are brought to the same plain form before they are compared, as
// tickets, mails and translations spell quotes, blanks and hyphens in many ways.

// The ASCII character that the UTF-8 sequence at `at` is another spelling of: ' or " for
// typographic quotes, '-' for typographic hyphens, ' ' for blanks that do not break, '\0' for what
// has no width and is dropped. `length` 0: none, the text stands as it is.
struct PlainChar {
  char plain = '\0';
  size_t length = 0;
};
PlainChar PlainCharAt(std::string_view text, size_t at);

// The text with every such sequence replaced.
std::string PlainForm(std::string_view text);

bool IsAscii(std::string_view text);

// Lower case of ASCII, Latin-1 and Cyrillic letters, byte for byte: the result is as long as
// `text`. Other scripts with two cases are left alone, see HasUnfoldedCase.
std::string FoldCase(std::string_view text);
void FoldCaseInPlace(std::string* text, size_t from = 0);

// True for a code point that has a second case which FoldCase does not know, such as a Greek
// letter. Such a character cannot be part of a literal that is searched in folded text.
bool HasUnfoldedCase(char32_t code_point);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_PLAIN_FORM_H_
