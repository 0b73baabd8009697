#ifndef EXDIAG_REDACT_LETTERS_H_
#define EXDIAG_REDACT_LETTERS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace exdiag::redact {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool IsAlphanumeric(char c) { return IsDigit(c) || IsAsciiLetter(c); }
inline bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
inline char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Bytes of the letter, digit or other word character at `at`; 0 if there is none. Letters are those
// of ASCII and of the Latin, Greek, Cyrillic and Armenian blocks; East Asian characters are none,
// since names stand among them without blanks.
size_t WordCharacterAt(std::string_view text, size_t at);

// True if a character of Chinese, Japanese or Korean is at `at`.
bool IsEastAsian(std::string_view text, size_t at);

// True if a word ends just before `at`.
bool WordEndsAt(std::string_view text, size_t at);

// The end of the word that begins at `begin`.
size_t EndOfWord(std::string_view text, size_t begin);

// No name of a host, a domain or an account is longer: 253 bytes in DNS, 256 in Active Directory.
// What looks for the end of one goes no further, so that no text takes more time than its size.
constexpr size_t kLongestName = 256;

// The same for the name of an account or machine, which also holds dots, hyphens, '_', '$' and '~'
// but does not end in a dot or hyphen; kLongestName bytes at most.
size_t EndOfAccountWord(std::string_view text, size_t begin);

// The text in lower case, byte for byte of the same length: ASCII, Latin, Greek and Cyrillic.
std::string Folded(std::string_view text);

bool EqualFolded(std::string_view text, std::string_view folded);
bool StartsWithFolded(std::string_view text, std::string_view folded);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_LETTERS_H_
