#include "report/excerpt.h"

#include <algorithm>
#include <cctype>

#include "report/display_width.h"

namespace exdiag::report {
namespace {

struct Span {
  size_t begin = 0;
  size_t size = 0;
};

char LowerCase(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

size_t SkipBlanks(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

// How many bytes of `line` from `at` say the same as `found`, or 0. A telling part that goes on in
// the next line of the record agrees up to the end of this one.
size_t AgreeingBytes(std::string_view line, size_t at, std::string_view found) {
  size_t end = at;
  size_t i = 0;
  while (i < found.size() && end < line.size()) {
    if (found[i] == ' ' && line[end] == ' ') {
      i = SkipBlanks(found, i);
      end = SkipBlanks(line, end);
    } else if (LowerCase(found[i]) == LowerCase(line[end])) {
      ++i;
      ++end;
    } else {
      return 0;
    }
  }
  const bool told_enough = i == found.size() || end - at >= std::min<size_t>(16, found.size());
  return told_enough ? end - at : 0;
}

Span FindTellingPart(std::string_view line, std::string_view found) {
  if (found.empty()) return {};
  if (const size_t at = line.find(found); at != std::string_view::npos) return {at, found.size()};
  for (size_t at = 0; at < line.size(); ++at) {
    if (LowerCase(line[at]) != LowerCase(found.front())) continue;
    if (const size_t size = AgreeingBytes(line, at, found); size > 0) return {at, size};
  }
  return {};
}

// The column at which to begin, so that the telling part ends within the width and has as much of
// the line before it as after it; 0 where the beginning of the line can stay.
int FirstColumn(const ExcerptLine& whole, int line_width, int width, int cut_width) {
  if (whole.mark_column + whole.mark_width <= width - cut_width) return 0;
  const int lead = std::max(0, (width - 2 * cut_width - whole.mark_width) / 2);
  const int last =
      line_width - (width - cut_width);  // begins no later than needed to fill the page
  return std::clamp(whole.mark_column - lead, 0, last);
}

}  // namespace

ExcerptLine CutAround(std::string_view line, std::string_view found, int width,
                      std::string_view cut) {
  const Span span = FindTellingPart(line, found);
  ExcerptLine excerpt;
  excerpt.text = line;
  excerpt.mark_column = DisplayWidth(line.substr(0, span.begin));
  excerpt.mark_width = DisplayWidth(line.substr(span.begin, span.size));
  const int line_width = DisplayWidth(line);
  if (line_width <= width) return excerpt;
  const int cut_width = DisplayWidth(cut);
  const int first = FirstColumn(excerpt, line_width, width, cut_width);
  if (first > 0) {
    const std::string_view rest = End(line, line_width - first);
    excerpt.mark_column += cut_width - (line_width - DisplayWidth(rest));
    excerpt.text = std::string(cut) + std::string(rest);
  }
  if (DisplayWidth(excerpt.text) > width) {
    excerpt.text = std::string(Beginning(excerpt.text, width - cut_width)) + std::string(cut);
    excerpt.mark_width = std::min(excerpt.mark_width, width - cut_width - excerpt.mark_column);
  }
  return excerpt;
}

}  // namespace exdiag::report
