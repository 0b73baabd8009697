#ifndef EXDIAG_SETUPLOG_HTML_TAGS_H_
#define EXDIAG_SETUPLOG_HTML_TAGS_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::setuplog {

// True if a text is the source of a page or mail: tags of lines and paragraphs stand in it. Setup
// itself writes some XML, whose tags are others.
bool HoldsHtml(std::string_view text);

// The parts of a line between the tags that break lines (<br>, </p>, </tr> …).
std::vector<std::string_view> LinesBetweenTags(std::string_view line);

// Without the tags that HTML knows; others stay.
std::string WithoutTags(std::string_view line);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_HTML_TAGS_H_
