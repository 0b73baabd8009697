#ifndef EXDIAG_MATCHING_TEXT_SET_H_
#define EXDIAG_MATCHING_TEXT_SET_H_

#include <cstdint>
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
  bool HasLiteral(uint32_t literal) const {
    return !chains_.empty() && chains_[literal].first != kNone;
  }

  // The literals that stand in any text, each once.
  const std::vector<uint32_t>& literals() const { return literals_; }

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

  // A unit that a literal stands in, and the next one: an index in hits_.
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Hit {
    uint32_t unit;
    uint32_t next;
  };
  struct Chain {
    uint32_t first = kNone;
    uint32_t last = kNone;
  };

  void AddUnit(size_t first_part, SqueezedText::Breaks breaks);
  std::vector<uint32_t> Candidates(int pattern) const;
  void NoteHit(uint32_t literal, uint32_t unit);
  std::optional<size_t> FirstUnit(int pattern) const;

  const PatternSet& patterns_;
  std::vector<Part> parts_;
  std::vector<Unit> units_;
  size_t sources_ = 0;
  LiteralIndex::Scratch scratch_;
  std::vector<uint32_t> found_;
  std::string scanned_;
  std::vector<uint32_t> literals_;
  std::vector<Hit> hits_;
  std::vector<Chain> chains_;  // by literal; none if no literal stands anywhere
  mutable std::unordered_map<int, std::optional<size_t>> first_unit_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_TEXT_SET_H_
