#include "matching/squeezed_text.h"

#include <algorithm>
#include <array>

#include "rules/plain_form.h"

namespace exdiag::matching {
namespace {

enum class ByteClass : unsigned char { kPlain, kBlank, kMaybePlain };

constexpr std::array<ByteClass, 256> MakeClasses() {
  std::array<ByteClass, 256> classes{};
  for (const unsigned char c : {' ', '\t', '\n', '\r', '\v', '\f'}) classes[c] = ByteClass::kBlank;
  for (const unsigned char c : {0xC2, 0xE2, 0xE3, 0xEF}) classes[c] = ByteClass::kMaybePlain;
  return classes;
}
constexpr std::array<ByteClass, 256> kClasses = MakeClasses();

ByteClass ClassOf(char c) { return kClasses[static_cast<unsigned char>(c)]; }

// Whether the text, which most are, is what squeezing would make of it: ASCII, blanks alone and
// within. One loop without a branch, for the compiler to take many bytes at a time.
bool IsSqueezed(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() <= ' ') return false;
  unsigned char odd = static_cast<unsigned char>(text.back()) >= 0x80 ? 1 : 0;
  for (size_t i = 1; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i - 1]);
    const auto next = static_cast<unsigned char>(text[i]);
    odd |= static_cast<unsigned char>(c - 0x20) >= 0x60 ? 1 : 0;  // below a blank, or no ASCII
    odd |= (c | next) == ' ' ? 1 : 0;  // two blanks: what else gives that is below a blank
  }
  return odd == 0;
}

// The end of the run of white space at `at`.
size_t EndOfBlanks(std::string_view text, size_t at, bool* broken) {
  while (at < text.size()) {
    if (ClassOf(text[at]) == ByteClass::kBlank) {
      *broken = *broken || text[at] == '\n';
      ++at;
    } else {
      const rules::PlainChar other = rules::PlainCharAt(text, at);
      if (other.length == 0 || (other.plain != ' ' && other.plain != '\0')) return at;
      at += other.length;
    }
  }
  return at;
}

// Appends the squeezed text to `squeezed`. anchor(at): from the text's byte `at` on, what is
// appended follows it byte by byte.
template <typename Anchor>
void Squeeze(std::string_view text, SqueezedText::Breaks breaks, std::string* squeezed,
             Anchor&& anchor) {
  bool broken = false;
  size_t at = EndOfBlanks(text, 0, &broken);
  anchor(at);
  while (at < text.size()) {
    size_t end = at;
    while (end < text.size() && ClassOf(text[end]) == ByteClass::kPlain) ++end;
    squeezed->append(text, at, end - at);
    if (end == text.size()) break;
    const rules::PlainChar other = rules::PlainCharAt(text, end);
    const bool blank = ClassOf(text[end]) == ByteClass::kBlank || other.plain == ' ';
    if (blank) {
      broken = false;
      at = EndOfBlanks(text, end, &broken);
      if (at == text.size()) break;
      const bool dropped = broken && breaks == SqueezedText::Breaks::kNothing;
      if (!dropped) *squeezed += ' ';
      if (dropped || at != end + 1) anchor(at);
    } else if (other.length > 0) {
      if (other.plain != '\0') *squeezed += other.plain;
      at = end + other.length;
      anchor(at);
    } else {
      *squeezed += text[end];
      at = end + 1;
    }
  }
}

}  // namespace

void SqueezedText::Append(std::string_view text, const setuplog::Record* record, Breaks breaks) {
  const size_t start = text_.size();
  text_.reserve(start + text.size() + 1);
  if (start > 0) text_ += ' ';
  if (IsSqueezed(text)) {
    anchors_.push_back({text_.size(), 0, record});
    text_ += text;
  } else {
    Squeeze(text, breaks, &text_, [&](size_t original) {
      anchors_.push_back({text_.size(), original, record});
    });
    is_ascii_ = is_ascii_ && rules::IsAscii(std::string_view(text_).substr(start));
  }
  folded_.append(text_, start, std::string::npos);
  rules::FoldCaseInPlace(&folded_, start);
}

void AppendFolded(std::string_view text, SqueezedText::Breaks breaks, std::string* folded) {
  if (!folded->empty()) *folded += ' ';
  const size_t start = folded->size();
  if (IsSqueezed(text)) {
    *folded += text;
  } else {
    Squeeze(text, breaks, folded, [](size_t) {});
  }
  rules::FoldCaseInPlace(folded, start);
}

SqueezedText::Place SqueezedText::PlaceAt(size_t offset) const {
  const auto after =
      std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                       [](size_t wanted, const Anchor& anchor) { return wanted < anchor.at; });
  if (after == anchors_.begin()) return {};
  const Anchor& anchor = *std::prev(after);
  return {anchor.record, anchor.original + (offset - anchor.at)};
}

}  // namespace exdiag::matching
