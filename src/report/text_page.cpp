#include "report/text_page.h"

#include <algorithm>
#include <vector>

#include "report/display_width.h"
#include "report/layout.h"
#include "report/sanitise.h"

namespace exdiag::report {
namespace {

constexpr int kFieldWidth = 18;
constexpr int kLongLabel = 18;
constexpr int kLeastWidth = 20;  // of wrapped text, however narrow the page

std::string_view Sequence(Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      return "";
    case Tone::kBold:
      return "\x1b[1m";
    case Tone::kRed:
      return "\x1b[1;31m";
    case Tone::kYellow:
      return "\x1b[1;33m";
    case Tone::kGreen:
      return "\x1b[1;32m";
    case Tone::kDim:
      return "\x1b[2m";
  }
  return "";
}

std::string Toned(std::string text, Tone tone, bool color) {
  if (!color || tone == Tone::kPlain || text.empty()) return text;
  return std::string(Sequence(tone)) + text + "\x1b[0m";
}

std::string Blanks(int count) { return std::string(static_cast<size_t>(count), ' '); }

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string TextPage::Inline(std::string_view text, Tone tone) const {
  return Toned(SafeLine(text, style_.unicode), tone, style_.color);
}

void TextPage::Gap() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void TextPage::Heading(std::string_view text) {
  Gap();
  Line(Inline(text, Tone::kBold));
}

void TextPage::Line(std::string_view line) {
  text_ += line;
  text_ += '\n';
}

void TextPage::Paragraph(std::string_view text, int indent, Tone tone) {
  const int width = std::max(kLeastWidth, style_.width - indent);
  const std::string safe = SafeLines(text, style_.unicode);
  for (const std::string_view part : LinesOf(safe)) {
    for (std::string& line : WrapWords(part, width)) {
      if (!line.empty()) Line(Blanks(indent) + Toned(std::move(line), tone, style_.color));
    }
  }
}

void TextPage::Labelled(std::string_view label, std::string_view text, int indent,
                        Tone label_tone) {
  const int beside = indent + DisplayWidth(label);
  const int hang = DisplayWidth(label) > kLongLabel ? indent + 4 : beside;
  const auto room = [&](int columns) { return std::max(kLeastWidth, style_.width - columns); };
  std::string front = Blanks(indent) + Inline(label, label_tone);
  for (const std::string& line :
       WrapWords(SafeLine(text, style_.unicode), room(beside), room(hang))) {
    Line(front + line);
    front = Blanks(hang);
  }
}

void TextPage::Field(std::string_view name, std::string_view value) {
  if (!value.empty()) Labelled(Padded(name, kFieldWidth), value, 2);
}

void TextPage::Command(std::string_view command, int indent) {
  const std::string safe = SafeLines(command, style_.unicode);
  for (const std::string_view line : LinesOf(safe)) {
    Line(line.empty() ? std::string()
                      : Blanks(indent) + Toned(std::string(line), Tone::kGreen, style_.color));
  }
}

}  // namespace exdiag::report
