#ifndef EXDIAG_MATCHING_TEXT_SET_H_
#define EXDIAG_MATCHING_TEXT_SET_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "matching/pattern_set.h"
#include "matching/squeezed_text.h"

namespace exdiag::matching {

// A match in one of several texts.
struct Finding {
  const SqueezedText* text = nullptr;
  size_t unit = 0;
  PatternMatch match;
};

// Texts that patterns are searched in, with an index of the literals that stand in them. A text is
// squeezed anew when a pattern may match it, so that what is kept grows with the findings.
class TextSet {
 public:
  // REQUIRES: `patterns` outlives the set.
  explicit TextSet(const PatternSet& patterns) : patterns_(patterns) {}

  // One text, the record's or one without a record; it must outlive the set. A wrapped record is
  // searched a second time with its line breaks left out.
  void Add(const setuplog::Record& record);
  void Add(std::string_view text);

  // A text of several records, joined by blanks.
  void AddJoined(const std::vector<setuplog::Record>& records);

  size_t size() const { return units_.size(); }
  const SqueezedText& Squeezed(size_t unit) const;

  // Which of the texts given to Add this one is, from 0: several units may be of one text.
  size_t SourceOf(size_t unit) const { return units_[unit].source; }

  // Whether the literal, by its id in the patterns' index, stands in any text.
  bool HasLiteral(uint32_t literal) const { return !units_.empty() && present_[literal]; }

  // False if the pattern cannot be found because none of its literals stands in any text.
  bool MayHold(int pattern) const;

  // Whether the pattern is found in any text. Remembered, so asking again is cheap.
  bool Holds(int pattern) const { return FirstUnit(pattern).has_value(); }

  // The match in the first unit that has one and that `accept` takes (all, if null).
  std::optional<Finding> Find(int pattern,
                              const std::function<bool(size_t source)>& accept = nullptr) const;

 private:
  struct Part {
    const setuplog::Record* record;
    std::string_view text;
  };
  // One that is searched by itself: some of parts_.
  struct Unit {
    size_t first_part;
    size_t parts;
    SqueezedText::Breaks breaks;
    size_t source;
    mutable std::unique_ptr<SqueezedText> squeezed;
  };

  void AddUnit(size_t first_part, SqueezedText::Breaks breaks);
  std::vector<uint32_t> Candidates(int pattern) const;
  std::optional<size_t> FirstUnit(int pattern) const;
  void SortHits() const;

  const PatternSet& patterns_;
  std::vector<Part> parts_;
  std::vector<Unit> units_;
  size_t sources_ = 0;
  LiteralIndex::Scratch scratch_;
  std::vector<uint32_t> found_;
  std::string scanned_;
  mutable std::vector<std::pair<uint32_t, uint32_t>> hits_;  // literal and unit
  mutable bool sorted_ = true;
  std::vector<bool> present_;  // by literal
  mutable std::unordered_map<int, std::optional<size_t>> first_unit_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_TEXT_SET_H_
