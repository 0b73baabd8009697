#include "knowledge/code_number.h"

#include <algorithm>
#include <array>
#include <vector>

namespace exdiag::knowledge {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool IsHexDigit(char c) { return IsDigit(c) || (Lower(c) >= 'a' && Lower(c) <= 'f'); }

void Replace(std::string_view what, std::string_view by, std::string* text) {
  for (size_t at = 0; (at = text->find(what, at)) != std::string::npos; at += by.size()) {
    text->replace(at, what.size(), by);
  }
}

// Word processors and mail turn quotes and the minus sign into typographic ones.
std::string WithPlainSigns(std::string_view text) {
  std::string plain(text);
  for (std::string_view minus : {"\u2212", "\u2013", "\u2011"}) Replace(minus, "-", &plain);
  for (std::string_view quote : {"\u2018", "\u2019", "\u201c", "\u201d", "\u201e", "\u00a0"}) {
    Replace(quote, " ", &plain);
  }
  return plain;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n'\"`()[]<>{}.,:;#=";
  const size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view kBetween = " \t\r\n:=";
  for (size_t at = text.find_first_not_of(kBetween); at != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBetween, end);
  }
  return words;
}

std::string Lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

// Words that may stand before a number; some of them name a list of codes.
enum class Word { kOther, kFiller, kList };

Word KindOfWord(std::string_view lower) {
  constexpr std::array<std::string_view, 11> kFillers = {
      "currentresult", "error",  "code",  "exit",   "errorcode", "exitcode",
      "result",        "return", "value", "number", "is"};
  constexpr std::array<std::string_view, 8> kLists = {"hresult", "win32",  "msi",    "ldap",
                                                      "ad",      "ldifde", "appcmd", "windows"};
  if (std::find(kFillers.begin(), kFillers.end(), lower) != kFillers.end()) return Word::kFiller;
  return std::find(kLists.begin(), kLists.end(), lower) != kLists.end() ? Word::kList
                                                                        : Word::kOther;
}

std::optional<uint64_t> Digits(std::string_view digits, unsigned base) {
  if (digits.empty() || digits.size() > 16) return std::nullopt;
  uint64_t value = 0;
  for (const char c : digits) {
    if (base == 16 ? !IsHexDigit(c) : !IsDigit(c)) return std::nullopt;
    value = value * base + static_cast<unsigned>(IsDigit(c) ? c - '0' : Lower(c) - 'a' + 10);
  }
  return value;
}

// Without a prefix, digits are hexadecimal if a letter is among them and they look like no word, or
// if there are eight as Windows writes an HRESULT (80070643) or a directory error (00002098). Eight
// digits that begin otherwise may be a date.
bool LooksHexadecimal(std::string_view digits) {
  if (!std::all_of(digits.begin(), digits.end(), IsHexDigit)) return false;
  const auto count = std::count_if(digits.begin(), digits.end(), IsDigit);
  const bool letters = static_cast<size_t>(count) < digits.size();
  if (digits.size() == 8 || digits.size() == 16) {
    return count > 0 && (letters || digits[0] == '0' || digits[0] == '8');
  }
  return letters && digits.size() < 8 && IsDigit(digits[0]);
}

std::optional<uint32_t> Narrowed(uint64_t value, bool negative) {
  constexpr uint64_t kSignExtended = 0xffffffff00000000;
  if (!negative && (value & kSignExtended) == kSignExtended && (value & 0x80000000)) {
    return static_cast<uint32_t>(value);  // an HRESULT that passed through 64 bits
  }
  if (value > (negative ? 0x80000000 : 0xffffffff)) return std::nullopt;
  const auto bits = static_cast<uint32_t>(value);
  return negative ? 0u - bits : bits;
}

std::optional<uint32_t> ReadNumber(std::string_view word, bool* hexadecimal) {
  word = Trimmed(word);
  const bool negative = !word.empty() && word[0] == '-';
  if (negative) word.remove_prefix(1);
  bool hex = word.size() > 2 && word[0] == '0' && Lower(word[1]) == 'x';
  if (hex) word.remove_prefix(2);
  if (word.size() > 1 && Lower(word.back()) == 'l') word.remove_suffix(1);  // as in winerror.h
  if (!hex && word.size() > 1 && Lower(word.back()) == 'h' && IsHexDigit(word[0])) {
    word.remove_suffix(1);
    hex = true;
  }
  hex = hex || LooksHexadecimal(word);
  const auto digits = Digits(word, hex ? 16 : 10);
  if (!digits) return std::nullopt;
  *hexadecimal = hex;
  return Narrowed(*digits, negative);
}

// A number may be followed by its own repetition or text: "0x80070005 (5): Access is denied".
bool EndsThere(std::string_view text, std::string_view word) {
  const size_t end = static_cast<size_t>(word.data() - text.data()) + word.size();
  const size_t next = text.find_first_not_of(" \t\r\n", end);
  return next == std::string_view::npos || text[next] == ':' || text[next] == '(' ||
         word.back() == ',' || word.back() == '.';
}

// "HRESULT E_FAIL" is E_FAIL, but "error" alone stays what it is.
std::string NameOf(std::vector<std::string_view> words) {
  const auto first = std::find_if(words.begin(), words.end(), [](std::string_view word) {
    return KindOfWord(Lowered(Trimmed(word))) == Word::kOther;
  });
  if (first != words.end()) words.erase(words.begin(), first);
  std::string name;
  for (const std::string_view word : words) {
    if (!name.empty()) name += '_';
    name += Trimmed(word);
  }
  std::transform(name.begin(), name.end(), name.begin(), Upper);
  return name;
}

}  // namespace

SpelledCode ReadCode(std::string_view text) {
  const std::string plain = WithPlainSigns(text);
  const std::string_view trimmed = Trimmed(plain);
  const std::vector<std::string_view> words = Words(trimmed);
  SpelledCode code;
  for (const std::string_view word : words) {
    code.number = ReadNumber(word, &code.hexadecimal);
    if (code.number && EndsThere(trimmed, word)) return code;
    code.number.reset();
    const std::string lower = Lowered(Trimmed(word));
    const Word kind = KindOfWord(lower);
    if (kind == Word::kOther) break;
    if (kind == Word::kList) code.list = lower;
  }
  code.list.clear();
  code.hexadecimal = false;
  code.name = NameOf(words);
  return code;
}

std::optional<uint32_t> Win32Part(uint32_t number) {
  const uint32_t high = number >> 16;
  if ((high != 0x8007 && high != 0xc007) || (number & 0xffff) == 0) return std::nullopt;
  return number & 0xffff;
}

}  // namespace exdiag::knowledge
