#include "report/layout.h"

#include <algorithm>

#include "report/display_width.h"

namespace exdiag::report {
namespace {

// Takes the next word off the text; empty at its end.
std::string_view TakeWord(std::string_view* text) {
  text->remove_prefix(std::min(text->find_first_not_of(" \n"), text->size()));
  const std::string_view word = text->substr(0, text->find_first_of(" \n"));
  text->remove_prefix(word.size());
  return word;
}

}  // namespace

std::vector<std::string> WrapWords(std::string_view text, int width) {
  return WrapWords(text, width, width);
}

std::vector<std::string> WrapWords(std::string_view text, int first_width, int width) {
  std::vector<std::string> lines(1);
  int used = 0;
  for (std::string_view word = TakeWord(&text); !word.empty(); word = TakeWord(&text)) {
    const int columns = DisplayWidth(word);
    const int room = lines.size() == 1 ? first_width : width;
    if (used > 0 && used + 1 + columns > room) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += columns + (used > 0 ? 1 : 0);
  }
  return lines;
}

std::string Padded(std::string_view text, int width) {
  std::string padded(text);
  padded.append(static_cast<size_t>(std::max(0, width - DisplayWidth(text))), ' ');
  return padded;
}

}  // namespace exdiag::report
