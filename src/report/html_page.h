#ifndef EXDIAG_REPORT_HTML_PAGE_H_
#define EXDIAG_REPORT_HTML_PAGE_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/write_text.h"

namespace exdiag::report {

// Text that may become a tag or an attribute's name: only literals of this program's source can,
// which the compiler checks. Whatever comes from a log or a rule enters a page as a value and is
// escaped.
class MarkupName {
 public:
  consteval MarkupName(const char* literal) : name_(literal) {}  // NOLINT: literals convert
  constexpr std::string_view text() const { return name_; }

 private:
  std::string_view name_;
};

struct HtmlAttribute {
  MarkupName name;
  std::string_view value;
};

using HtmlAttributes = std::initializer_list<HtmlAttribute>;

// A page of HTML being written: a tree of elements whose texts and attribute values are sanitised
// (report/sanitise.h) and escaped on the way in.
class HtmlPage {
 public:
  // Starts with the head: policy, style and title. `title` is for the browser's tab.
  explicit HtmlPage(std::string_view title);

  void Open(MarkupName tag, HtmlAttributes attributes = {});
  void Close();

  // An element without end tag: <input>, <rect/>.
  void Empty(MarkupName tag, HtmlAttributes attributes);

  // Text within the open element: as one line, or with its line breaks.
  void Text(std::string_view text);
  void Lines(std::string_view text);

  // Open, Text and Close.
  void Element(MarkupName tag, std::string_view text) { Element(tag, {}, text); }
  void Element(MarkupName tag, HtmlAttributes attributes, std::string_view text);

  // A link where the address is of the web, else its text. Opens without telling where from.
  void Link(std::string_view address);

  // A command that can be copied: the script puts a button beside it.
  void Command(std::string_view command);

  // An id that no other element of the page has: "steps-3".
  std::string NewId(std::string_view stem);

  // Hands out what has been written, where that is worth the while: a long page need not be in
  // memory as a whole.
  void Flush(const WriteText& write);

  // Closes what is open, adds the script and hands out the page, or what is left of it.
  std::string Finish();

 private:
  void Tag(MarkupName tag, HtmlAttributes attributes);
  void Break();

  std::string html_;
  std::vector<std::string_view> open_;
  int ids_ = 0;
};

// Closes the element that it opened when it goes out of scope, so that the code is nested as the
// page.
class HtmlElement {
 public:
  HtmlElement(HtmlPage* page, MarkupName tag, HtmlAttributes attributes = {}) : page_(page) {
    page_->Open(tag, attributes);
  }
  ~HtmlElement() { page_->Close(); }
  HtmlElement(const HtmlElement&) = delete;
  HtmlElement& operator=(const HtmlElement&) = delete;

 private:
  HtmlPage* page_;
};

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_HTML_PAGE_H_
