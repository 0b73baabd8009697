#ifndef EXDIAG_REPORT_TEXT_PAGE_H_
#define EXDIAG_REPORT_TEXT_PAGE_H_

#include <string>
#include <string_view>

#include "report/render.h"

namespace exdiag::report {

// The ways to set off a text where colour is on. None carries a meaning that the words do not have.
enum class Tone { kPlain, kBold, kRed, kYellow, kGreen, kDim };

// A page of text being written, in the width and with the characters that the style allows. All
// texts that come in are sanitised here, so that nothing of a log reaches a terminal raw.
class TextPage {
 public:
  explicit TextPage(const TextStyle& style) : style_(style) {}

  const TextStyle& style() const { return style_; }

  // A text as it may be put into a line: sanitised, then toned.
  std::string Inline(std::string_view text, Tone tone = Tone::kPlain) const;

  // The mark that stands for what was cut.
  std::string_view cut_mark() const { return style_.unicode ? "\u2026" : "..."; }

  // Ends a group of lines by one blank line; the next call does nothing.
  void Gap();

  // A title, bold, after a gap.
  void Heading(std::string_view text);

  // A line made of Inline() parts.
  void Line(std::string_view line);

  // A text broken at words.
  void Paragraph(std::string_view text, int indent, Tone tone = Tone::kPlain);

  // A text broken at words beside a label in front of it: "1. ", "Caution: ". The following lines
  // stand below the first, or, where the label is long, a little to the right of the label.
  void Labelled(std::string_view label, std::string_view text, int indent,
                Tone label_tone = Tone::kPlain);

  // A line of a table of two columns.
  void Field(std::string_view name, std::string_view value);

  // A command: its own lines, never broken, nothing before them but blanks, so that it can be
  // copied.
  void Command(std::string_view command, int indent);

  std::string Take() { return std::move(text_); }

 private:
  TextStyle style_;
  std::string text_;
};

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_TEXT_PAGE_H_
