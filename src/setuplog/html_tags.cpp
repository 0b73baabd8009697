#include "setuplog/html_tags.h"

#include <re2/re2.h>

namespace exdiag::setuplog {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

bool HoldsHtml(std::string_view text) {
  static const RE2 pattern(R"re((?i)</(?:p|div|pre|span|td|font|code)>|<br ?/?>)re");
  constexpr int kFewest = 2;  // one may be quoted
  re2::StringPiece rest = Piece(text);
  int tags = 0;
  while (tags < kFewest && RE2::FindAndConsume(&rest, pattern)) ++tags;
  return tags == kFewest;
}

std::vector<std::string_view> LinesBetweenTags(std::string_view line) {
  static const RE2 pattern(R"re((?i)(<br ?/?>|</(?:p|div|tr|li|pre|h[1-6])>))re");
  std::vector<std::string_view> lines;
  re2::StringPiece rest = Piece(line);
  re2::StringPiece tag;
  size_t begin = 0;
  while (RE2::FindAndConsume(&rest, pattern, &tag)) {
    const auto at = static_cast<size_t>(tag.data() - line.data());
    lines.push_back(line.substr(begin, at - begin));
    begin = at + tag.size();
  }
  if (begin < line.size() || lines.empty()) lines.push_back(line.substr(begin));
  return lines;
}

std::string WithoutTags(std::string_view line) {
  static const RE2 pattern(
      R"re((?i)</?(?:a|b|i|u|p|br|hr|em|td|th|tr|li|ul|ol|h[1-6]|o:p|div|pre|img|span|font|code|body|html|head|meta|style|table|tbody|thead|strong|blockquote|samp|tt|S|Objs)(?:\s[^<>]{0,500})?/?>)re");
  std::string text(line);
  RE2::GlobalReplace(&text, pattern, "");
  return text;
}

}  // namespace exdiag::setuplog
