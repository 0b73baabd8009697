#ifndef EXDIAG_MATCHING_PATTERN_SET_H_
#define EXDIAG_MATCHING_PATTERN_SET_H_

#include <re2/re2.h>

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "matching/literal_index.h"
#include "matching/pack_index.h"
#include "matching/squeezed_text.h"
#include "rules/loose_pattern.h"
#include "rules/pattern.h"

namespace exdiag::matching {

// Where a pattern was found. Valid as long as the text and the pattern set.
struct PatternMatch {
  const RE2* pattern = nullptr;
  std::vector<re2::StringPiece> groups;  // the whole match first

  size_t OffsetIn(std::string_view text) const {
    return static_cast<size_t>(groups.front().data() - text.data());
  }

  // The named groups that are not empty: trimmed, at most 300 bytes.
  std::vector<std::pair<std::string, std::string>> Named() const;
};

// The patterns of a rule pack, each once. One is compiled when it is first needed, which for most
// of them never happens: compiling takes 20 µs to 1 ms.
class PatternSet {
 public:
  PatternSet() = default;

  // The patterns of an index, built; it must outlive the set.
  explicit PatternSet(const PackIndex& index);

  // The id of a pattern. Its literals must be those that the rule reader found. REQUIRES: both
  // outlive the set; a thousand copies took longer than most texts do.
  int Add(std::string_view pattern, const std::vector<std::string>& literals);
  int Add(std::string_view pattern, std::vector<std::string>&& literals) = delete;

  // Adds a literal that belongs to no pattern to the index; see LiteralIndex::Add.
  uint32_t AddLiteral(std::string_view literal) { return index_.Add(literal); }

  // To be called once, after the last Add.
  void Build() { index_.Build(); }

  // The leftmost match of a pattern. Only the surroundings of its literals are searched: with a
  // counted gap at the beginning RE2 takes time by the product of text and gap. A pattern that RE2
  // does not take matches nothing. Thread-safe, as is Matches.
  std::optional<PatternMatch> Search(int id, const SqueezedText& text) const;
  bool Matches(int id, const SqueezedText& text) const;

  // Ids of literals of which a match contains at least one; empty: any text may match.
  Words literals(int id) const { return At(id).literals; }

  const LiteralIndex& index() const { return index_; }

  size_t size() const { return entries_.size(); }
  std::string_view text(int id) const { return At(id).text; }

 private:
  struct Program {
    std::unique_ptr<RE2> re2;
    std::vector<rules::CountedGap> gaps;  // to be measured in a match
    size_t longest = 0;                   // bytes of a match that keeps them
    std::string prefix;                   // of every match, folded
  };

  // Compiled on first use for one kind of texts. The loose form is asked first; the pattern itself
  // only where a gap turned out too long.
  struct Programs {
    std::once_flag has_loose;
    std::once_flag has_exact;
    std::unique_ptr<Program> loose;
    std::unique_ptr<Program> exact;
  };

  struct Entry {
    std::string_view text;
    Words literals;
    mutable Programs for_ascii;
    mutable Programs for_utf8;
  };

  using Windows = std::vector<std::pair<size_t, size_t>>;

  const Entry& At(int id) const { return entries_[static_cast<size_t>(id)]; }
  static const Program& LooseProgram(const Entry& entry, bool ascii);
  static const Program& ExactProgram(const Entry& entry, bool ascii);
  bool LiteralsIn(const Entry& entry, std::string_view folded, Windows* places) const;
  static bool Matches(const Program& program, const SqueezedText& text, const Windows& windows);
  static std::optional<PatternMatch> FirstMatch(const Program& program, const SqueezedText& text,
                                                const Windows& windows);
  static std::optional<size_t> StartOfMatch(const Program& program, const SqueezedText& text,
                                            size_t begin, size_t end);
  static std::optional<PatternMatch> Search(const Entry& entry, const SqueezedText& text,
                                            const Windows& windows);
  std::optional<Windows> WindowsIn(const Entry& entry, const SqueezedText& text) const;

  std::deque<Entry> entries_;  // no vector: a once_flag cannot move
  std::unordered_map<std::string_view, int> ids_;
  std::deque<std::vector<uint32_t>> literals_;  // of the patterns that were added
  LiteralIndex index_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_PATTERN_SET_H_
