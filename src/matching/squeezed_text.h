#ifndef EXDIAG_MATCHING_SQUEEZED_TEXT_H_
#define EXDIAG_MATCHING_SQUEEZED_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "setuplog/record.h"

namespace exdiag::matching {

// A text as patterns see it: each run of white space, line breaks included, is one blank, and
// quotes, hyphens and blanks have their plain form. Remembers where each part came from.
class SqueezedText {
 public:
  // What a line break stands for: a blank, or, in a paste that was wrapped within words, nothing.
  enum class Breaks { kBlank, kNothing };

  // Appends a text, behind a blank if there is one before. `record` may be null; then places have
  // none.
  void Append(std::string_view text, const setuplog::Record* record = nullptr,
              Breaks breaks = Breaks::kBlank);

  std::string_view text() const { return text_; }

  // The same in lower case, as long as text(); see rules::FoldCase.
  std::string_view folded() const { return folded_; }

  bool is_ascii() const { return is_ascii_; }

  // Where a byte of text() stands in the text that was appended.
  struct Place {
    const setuplog::Record* record = nullptr;
    size_t offset = 0;
  };
  Place PlaceAt(size_t offset) const;

 private:
  // From `at` on, text() follows the original from `original` on byte by byte.
  struct Anchor {
    size_t at;
    size_t original;
    const setuplog::Record* record;
  };

  std::string text_;
  std::string folded_;
  std::vector<Anchor> anchors_;
  bool is_ascii_ = true;
};

// Appends folded() of the text, behind a blank if there is something before: all that a search for
// literals needs, without the rest of a SqueezedText.
void AppendFolded(std::string_view text, SqueezedText::Breaks breaks, std::string* folded);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_SQUEEZED_TEXT_H_
