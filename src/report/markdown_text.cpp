#include "report/markdown_text.h"

#include <algorithm>
#include <cctype>

#include "report/sanitise.h"

namespace exdiag::report {
namespace {

size_t LongestRun(std::string_view text, char wanted) {
  size_t longest = 0;
  size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool IsLetterOrDigit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool IsPunctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Whether the character would mean something where it stands. What does so only at the start of a
// line is left alone elsewhere, so that the source stays readable.
bool NeedsEscape(std::string_view text, size_t at) {
  switch (text[at]) {
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
    case '&':
    case '$':
      return true;
    case '\\':
      return at + 1 == text.size() || IsPunctuation(text[at + 1]);
    case '>':
    case '#':
    case '+':
    case '-':
    case '=':
      return at == 0;
    case '.':
    case ')':
      return AreDigits(text.substr(0, at));
    case ':':  // a bare address would become a link
      return text.substr(at).starts_with("://");
    default:
      return false;
  }
}

// "@name" calls a person in most trackers, however it is escaped; a word joiner after the sign does
// not.
bool IsMention(std::string_view text, size_t at) {
  return text[at] == '@' && (at == 0 || !IsLetterOrDigit(text[at - 1])) && at + 1 < text.size() &&
         IsLetterOrDigit(text[at + 1]);
}

bool IsAddress(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return text.find_first_of(" <>\"'`()[]\\") == std::string_view::npos;
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  const std::string safe = SafeLine(text, true);
  std::string escaped;
  escaped.reserve(safe.size());
  for (size_t i = 0; i < safe.size(); ++i) {
    if (NeedsEscape(safe, i)) escaped += '\\';
    escaped += safe[i];
    if (IsMention(safe, i)) escaped += "\u2060";
  }
  return escaped;
}

std::string MarkdownCode(std::string_view text) {
  std::string safe = SafeLine(text, true);
  if (safe.empty()) return {};
  const std::string fence(LongestRun(safe, '`') + 1, '`');
  const bool padded =
      safe.front() == '`' || safe.back() == '`' || safe.front() == ' ' || safe.back() == ' ';
  if (padded) safe = " " + safe + " ";
  return fence + safe + fence;
}

std::string MarkdownBlock(std::string_view text, std::string_view language, int indent) {
  std::string safe = SafeLines(text, true);
  while (!safe.empty() && safe.back() == '\n') safe.pop_back();
  const std::string before(static_cast<size_t>(indent), ' ');
  const std::string fence(std::max<size_t>(3, LongestRun(safe, '`') + 1), '`');
  std::string block = before + fence + std::string(language) + "\n";
  for (size_t begin = 0; begin <= safe.size();) {
    const size_t end = std::min(safe.find('\n', begin), safe.size());
    if (end > begin) block += before + safe.substr(begin, end - begin);
    block += '\n';
    begin = end + 1;
  }
  return block + before + fence + "\n";
}

std::string MarkdownLink(std::string_view address) {
  return IsAddress(address) ? "<" + std::string(address) + ">" : MarkdownCode(address);
}

}  // namespace exdiag::report
