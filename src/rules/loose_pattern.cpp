#include "rules/loose_pattern.h"

#include <cctype>
#include <optional>
#include <utility>

namespace exdiag::rules {
namespace {

constexpr size_t kMany = 12;  // times from which on a gap is worth a group

struct Counts {
  size_t least = 0;
  size_t most = 0;
  size_t length = 0;  // of "{1,300}"
};

// A place of the pattern where a gap stands.
struct Place {
  size_t begin = 0;  // of what is repeated
  size_t end = 0;    // behind it
  Counts counts;
  int groups_before = 0;  // that have a number
};

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

size_t NumberAt(std::string_view text, size_t* at) {
  size_t number = 0;
  while (*at < text.size() && IsDigit(text[*at]) && number < 10000)
    number = number * 10 + static_cast<size_t>(text[(*at)++] - '0');
  return number;
}

// What "{1,300}" at a place says; nothing for all other text, "{3}" and "{3,}" among it.
std::optional<Counts> CountsAt(std::string_view text, size_t at) {
  const size_t begin = at;
  if (at >= text.size() || text[at] != '{' || ++at >= text.size() || !IsDigit(text[at])) return {};
  Counts counts;
  counts.least = NumberAt(text, &at);
  if (at >= text.size() || text[at] != ',' || ++at >= text.size() || !IsDigit(text[at])) return {};
  counts.most = NumberAt(text, &at);
  if (at >= text.size() || text[at] != '}') return {};
  counts.length = at + 1 - begin;
  return counts;
}

// Goes over a pattern once and finds its gaps. What it does not know ends it: nothing is loosened
// then.
class GapFinder {
 public:
  explicit GapFinder(std::string_view pattern) : pattern_(pattern) {}

  // In order of their places; empty also if the pattern is not understood.
  std::vector<Place> Find() {
    while (at_ < pattern_.size() && !failed_) Step();
    if (failed_ || !open_.empty()) return {};
    return std::move(places_);
  }

 private:
  void Step() {
    switch (pattern_[at_]) {
      case '(':
        return OpenGroup();
      case ')':
        return CloseGroup();
      case '[':
        return TakeGap(EndOfClass());
      case '.':
        return TakeGap(at_ + 1);
      case '\\':
        return TakeEscape();
      default:
        ++at_;
    }
  }

  void OpenGroup() {
    open_.push_back(places_.size());
    ++at_;
    const bool numbered = pattern_.substr(at_, 1) != "?" || pattern_.substr(at_, 3) == "?P<";
    if (numbered) ++groups_;
  }

  // Of a group that is repeated only the last round could be measured.
  void CloseGroup() {
    ++at_;
    if (open_.empty()) return Fail();
    if (IsRepeatedAt(at_)) places_.resize(open_.back());
    open_.pop_back();
  }

  bool IsRepeatedAt(size_t at) const {
    return at < pattern_.size() &&
           std::string_view("*+{").find(pattern_[at]) != std::string_view::npos;
  }

  void TakeEscape() {
    if (at_ + 1 >= pattern_.size()) return Fail();
    const char kind = pattern_[at_ + 1];
    if (kind == 'Q' || kind == 'C') return Fail();
    if (std::string_view("dDsSwW").find(kind) != std::string_view::npos) return TakeGap(at_ + 2);
    at_ += 2;
    const bool braced = std::string_view("xpP").find(kind) != std::string_view::npos;
    if (!braced || at_ >= pattern_.size() || pattern_[at_] != '{') return;
    const size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos) return Fail();
    at_ = end + 1;
  }

  // Behind the class that begins here; npos: it has no end.
  size_t EndOfClass() const {
    size_t at = at_ + 1;
    if (pattern_.substr(at, 1) == "^") ++at;
    if (pattern_.substr(at, 1) == "]") ++at;
    while (at < pattern_.size() && pattern_[at] != ']') {
      if (pattern_.substr(at, 2) == "[:") {
        at = pattern_.find(":]", at + 2);
        if (at == std::string_view::npos) return at;
        at += 2;
      } else {
        at += pattern_[at] == '\\' ? 2 : 1;
      }
    }
    return at < pattern_.size() ? at + 1 : std::string_view::npos;
  }

  void TakeGap(size_t end) {
    if (end == std::string_view::npos) return Fail();
    const size_t begin = std::exchange(at_, end);
    const std::optional<Counts> counts = CountsAt(pattern_, end);
    if (!counts) return;
    at_ += counts->length;
    if (IsRepeatedAt(at_)) return Fail();
    if (counts->most >= kMany && counts->least <= 1)
      places_.push_back({begin, end, *counts, groups_});
  }

  void Fail() { failed_ = true; }

  std::string_view pattern_;
  size_t at_ = 0;
  bool failed_ = false;
  int groups_ = 0;
  std::vector<size_t> open_;  // for each open group, how many gaps stand before it
  std::vector<Place> places_;
};

}  // namespace

LoosePattern LooseForm(std::string_view pattern) {
  LoosePattern loose;
  size_t done = 0;
  for (const Place& place : GapFinder(pattern).Find()) {
    const int group = place.groups_before + static_cast<int>(loose.gaps.size()) + 1;
    loose.gaps.push_back({group, place.counts.most});
    loose.text += pattern.substr(done, place.begin - done);
    done = place.end + place.counts.length;
    const bool lazy = pattern.substr(done, 1) == "?";
    if (lazy) ++done;
    loose.text += '(';
    loose.text += pattern.substr(place.begin, place.end - place.begin);
    loose.text += place.counts.least == 0 ? "*" : "+";
    loose.text += lazy ? "?)" : ")";
  }
  loose.text += pattern.substr(done);
  return loose;
}

}  // namespace exdiag::rules
