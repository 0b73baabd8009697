#ifndef EXDIAG_REPORT_MARKDOWN_TEXT_H_
#define EXDIAG_REPORT_MARKDOWN_TEXT_H_

#include <string>
#include <string_view>

namespace exdiag::report {

// Texts of logs and rules as parts of a Markdown document (CommonMark with tables). What comes in
// is sanitised (report/sanitise.h) and means nothing to a renderer: no markup, no HTML, no link, no
// mention of a person or issue of the tracker that the text is pasted into.

// As running text on one line.
std::string MarkdownText(std::string_view text);

// As code within a line, fenced by more backticks than the text has in a row.
std::string MarkdownCode(std::string_view text);

// As a block of code with a newline at its end; `language` may be empty. `indent`: blanks before
// each line, for a block that belongs to a list item.
std::string MarkdownBlock(std::string_view text, std::string_view language, int indent = 0);

// An address of the web as a link, anything else as code.
std::string MarkdownLink(std::string_view address);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_MARKDOWN_TEXT_H_
