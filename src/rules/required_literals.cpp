#include "rules/required_literals.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "rules/plain_form.h"

namespace exdiag::rules {
namespace {

// The parser goes down the pattern once and knows of each part what its matches begin with, end
// with and contain. Where it is not sure it forgets: a literal too few costs time, one too many
// would lose matches. RE2's own FilteredRE2 was not used, since it compiles every pattern first,
// which is what literals are to avoid.

constexpr int kDeepest = 100;
constexpr size_t kMostAlternatives = 24;
constexpr size_t kLongest = 96;  // bytes of a literal; longer ones say no more

size_t Characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// What is known of all matches of a part. `exact`: they are all `prefix`, which then is `suffix`,
// too.
struct Known {
  bool exact = true;
  std::string prefix;
  std::string suffix;
  std::vector<std::string> any_of;  // each match contains one of these; empty: nothing known
  size_t longest = 0;               // characters
};

constexpr size_t kUnbounded = PatternShape::kUnbounded;

size_t Sum(size_t a, size_t b) { return a == kUnbounded || b == kUnbounded ? kUnbounded : a + b; }

size_t Product(size_t a, int times) {
  if (a == 0 || times == 0) return 0;
  if (times < 0 || a == kUnbounded || a > (size_t{1} << 20)) return kUnbounded;
  return a * static_cast<size_t>(times);
}

Known Anything(size_t longest) {
  Known known;
  known.exact = false;
  known.longest = longest;
  return known;
}

Known Exactly(std::string text) {
  Known known;
  known.prefix = known.suffix = text;
  known.longest = Characters(text);
  if (!text.empty()) known.any_of = {std::move(text)};
  return known;
}

// Characters of a literal beyond those that stand in nearly every log of setup.
size_t Worth(std::string_view literal) {
  constexpr std::array<std::string_view, 12> kCommon = {"microsoft.exchange.",
                                                        "microsoft",
                                                        "exchange",
                                                        "management",
                                                        "exception",
                                                        "system.",
                                                        "setup",
                                                        "server",
                                                        "error",
                                                        "mailbox",
                                                        "version=",
                                                        " the "};
  size_t worth = Characters(literal);
  for (const std::string_view common : kCommon) {
    const size_t at = literal.find(common);
    if (at == std::string_view::npos) continue;
    worth -= std::min(worth, common.size());
    literal = at < literal.size() - at - common.size() ? literal.substr(at + common.size())
                                                       : literal.substr(0, at);
  }
  return worth;
}

size_t LeastWorth(const std::vector<std::string>& literals) {
  size_t least = literals.empty() ? 0 : kUnbounded;
  for (const std::string& literal : literals) least = std::min(least, Worth(literal));
  return least;
}

bool Better(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr size_t kEnough = 6;
  const size_t of_a = std::min(ShortestLiteral(a), kEnough);
  const size_t of_b = std::min(ShortestLiteral(b), kEnough);
  if (of_a != of_b) return of_a > of_b;
  const size_t worth_of_a = LeastWorth(a);
  const size_t worth_of_b = LeastWorth(b);
  // From some length on a single literal is better than several longer ones.
  constexpr size_t kGood = 8;
  const bool both_good = worth_of_a >= kGood && worth_of_b >= kGood;
  if (both_good && a.size() != b.size()) return a.size() < b.size();
  return worth_of_a != worth_of_b ? worth_of_a > worth_of_b : a.size() < b.size();
}

void KeepBetter(std::vector<std::string> other, std::vector<std::string>* best) {
  if (Better(other, *best)) *best = std::move(other);
}

void Limit(Known* known) {
  if (known->prefix.size() <= kLongest && known->suffix.size() <= kLongest) return;
  if (known->exact) KeepBetter({known->prefix.substr(0, kLongest)}, &known->any_of);
  known->exact = false;
  if (known->prefix.size() > kLongest) known->prefix.resize(kLongest);
  if (known->suffix.size() > kLongest) known->suffix.erase(0, known->suffix.size() - kLongest);
}

Known Concatenated(const Known& a, const Known& b) {
  if (a.exact && b.exact) {
    Known both = Exactly(a.prefix + b.prefix);
    both.longest = Sum(a.longest, b.longest);
    Limit(&both);
    return both;
  }
  Known both = Anything(Sum(a.longest, b.longest));
  both.prefix = a.exact ? a.prefix + b.prefix : a.prefix;
  both.suffix = b.exact ? a.suffix + b.suffix : b.suffix;
  both.any_of = a.any_of;
  KeepBetter(b.any_of, &both.any_of);
  const std::string joint = a.suffix + b.prefix;
  if (!joint.empty()) KeepBetter({joint}, &both.any_of);
  Limit(&both);
  return both;
}

std::string CommonPrefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return std::string(a.begin(), end.first);
}

std::string CommonSuffix(std::string_view a, std::string_view b) {
  size_t length = 0;
  while (length < a.size() && length < b.size() &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length])
    ++length;
  return std::string(a.substr(a.size() - length));
}

Known Alternatives(const Known& a, const Known& b) {
  if (a.exact && b.exact && a.prefix == b.prefix) return a;
  Known either = Anything(std::max(a.longest, b.longest));
  either.prefix = CommonPrefix(a.prefix, b.prefix);
  either.suffix = CommonSuffix(a.suffix, b.suffix);
  if (!a.any_of.empty() && !b.any_of.empty()) {
    either.any_of = a.any_of;
    for (const std::string& literal : b.any_of) {
      if (std::find(either.any_of.begin(), either.any_of.end(), literal) == either.any_of.end()) {
        either.any_of.push_back(literal);
      }
    }
    if (either.any_of.size() > kMostAlternatives) either.any_of.clear();
  }
  if (!either.prefix.empty()) KeepBetter({either.prefix}, &either.any_of);
  if (!either.suffix.empty()) KeepBetter({either.suffix}, &either.any_of);
  return either;
}

Known Repeated(const Known& once, int least, int most) {
  if (least == 0) return Anything(Product(once.longest, most));
  if (least == 1 && most == 1) return once;
  Known known = once;
  for (int i = 1; i < least && i < 32 && known.exact; ++i) known = Concatenated(known, once);
  const bool counted_out = most == least && least <= 32;
  if (!counted_out) known.exact = false;
  known.longest = Product(once.longest, most);
  return known;
}

class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::optional<Known> Read() {
    Known known = ReadAlternatives();
    if (!rest_.empty()) failed_ = true;
    if (failed_) return std::nullopt;
    return known;
  }

 private:
  bool Take(std::string_view prefix) {
    if (rest_.substr(0, prefix.size()) != prefix) return false;
    rest_.remove_prefix(prefix.size());
    return true;
  }

  Known ReadAlternatives() {
    if (++depth_ > kDeepest) failed_ = true;
    Known known = ReadConcatenation();
    while (!failed_ && Take("|")) known = Alternatives(known, ReadConcatenation());
    --depth_;
    return known;
  }

  Known ReadConcatenation() {
    Known known;
    while (!failed_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      known = Concatenated(known, ReadRepeated());
    }
    return known;
  }

  Known ReadRepeated() {
    Known known = ReadAtom();
    int least = 0;
    int most = 0;
    while (!failed_ && ReadCount(&least, &most)) known = Repeated(known, least, most);
    return known;
  }

  // "*", "+", "?", "{2}", "{2,}", "{2,5}", each perhaps followed by "?". A brace that counts
  // nothing is a character.
  bool ReadCount(int* least, int* most) {
    if (Take("*")) {
      *least = 0;
      *most = -1;
    } else if (Take("+")) {
      *least = 1;
      *most = -1;
    } else if (Take("?")) {
      *least = 0;
      *most = 1;
    } else if (!ReadBraces(least, most)) {
      return false;
    }
    Take("?");
    return true;
  }

  bool ReadBraces(int* least, int* most) {
    const std::string_view before = rest_;
    if (!Take("{")) return false;
    bool good = ReadNumber(least);
    *most = *least;
    if (good && Take(",") && !ReadNumber(most)) *most = -1;
    good = good && Take("}");
    if (!good) rest_ = before;
    return good;
  }

  bool ReadNumber(int* number) {
    size_t digits = 0;
    *number = 0;
    while (digits < rest_.size() && digits < 5 &&
           std::isdigit(static_cast<unsigned char>(rest_[digits]))) {
      *number = *number * 10 + (rest_[digits] - '0');
      ++digits;
    }
    rest_.remove_prefix(digits);
    return digits > 0;
  }

  Known ReadAtom() {
    if (Take("(")) return ReadGroup();
    if (Take("[")) return ReadClass();
    if (Take(".")) return Anything(1);
    if (Take("^") || Take("$")) return Known();
    if (Take("\\")) return ReadEscape();
    return Character(TakeCodePoint());
  }

  Known ReadGroup() {
    if (Take("?P<")) {
      SkipThrough('>');
    } else if (Take("?")) {
      // Flags never make a literal of FoldCase wrong: with or without case it must be there.
      const size_t end = rest_.find_first_not_of("imsU-");
      if (end == std::string_view::npos || (rest_[end] != ':' && rest_[end] != ')')) {
        failed_ = true;
        return Anything(1);
      }
      const bool flags_alone = rest_[end] == ')';
      rest_.remove_prefix(end + 1);
      if (flags_alone) return Known();
    }
    Known known = ReadAlternatives();
    if (!Take(")")) failed_ = true;
    return known;
  }

  // A class of one character, in both cases perhaps, is that character; any other is unknown.
  Known ReadClass() {
    const bool negated = Take("^");
    std::string members;  // the one character, folded
    bool many = negated;
    bool first = true;
    while (!rest_.empty() && (first || rest_.front() != ']')) {
      first = false;
      if (Take("[:")) {
        const size_t end = rest_.find(":]");
        if (end == std::string_view::npos) break;
        rest_.remove_prefix(end + 2);
        many = true;
        continue;
      }
      const Known member = Take("\\") ? ReadEscape() : Character(TakeCodePoint());
      many = many || !member.exact || (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']');
      if (members.empty()) members = member.prefix;
      many = many || member.prefix != members || members.empty();
    }
    if (!Take("]")) failed_ = true;
    return many ? Anything(1) : Exactly(members);
  }

  Known ReadEscape() {
    if (rest_.empty()) {
      failed_ = true;
      return Anything(1);
    }
    if (Take("Q")) return ReadQuoted();
    const auto c = static_cast<unsigned char>(rest_.front());
    if (c >= 0x80 || std::ispunct(c)) return Character(TakeCodePoint());
    rest_.remove_prefix(1);
    if (c == 'b' || c == 'B' || c == 'A' || c == 'z') return Known();
    if (c == 'p' || c == 'P') return ReadProperty();
    if (c == 'x') return ReadHex();
    if (std::isdigit(c)) {
      while (!rest_.empty() && std::isdigit(static_cast<unsigned char>(rest_.front())))
        rest_.remove_prefix(1);
    }
    return Anything(1);
  }

  Known ReadQuoted() {
    Known known;
    while (!rest_.empty() && !Take("\\E")) known = Concatenated(known, Character(TakeCodePoint()));
    // A count behind it is for its last character alone; nobody writes that.
    const bool counted =
        !rest_.empty() && std::string_view("*+?{").find(rest_.front()) != std::string_view::npos;
    return counted ? Anything(kUnbounded) : known;
  }

  // "\pL", "\p{Greek}".
  Known ReadProperty() {
    if (!SkipBraces() && !rest_.empty()) rest_.remove_prefix(1);
    return Anything(1);
  }

  // "\x41", "\x{2019}": rare enough to be left unknown.
  Known ReadHex() {
    if (!SkipBraces()) rest_.remove_prefix(std::min<size_t>(2, rest_.size()));
    return Anything(1);
  }

  bool SkipBraces() {
    if (!Take("{")) return false;
    SkipThrough('}');
    return true;
  }

  void SkipThrough(char last) {
    const size_t end = rest_.find(last);
    failed_ = end == std::string_view::npos;
    rest_.remove_prefix(failed_ ? rest_.size() : end + 1);
  }

  char32_t TakeCodePoint() {
    const auto lead = static_cast<unsigned char>(rest_.front());
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code_point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t i = 1; i < length && i < rest_.size(); ++i) {
      code_point = (code_point << 6) | (static_cast<unsigned char>(rest_[i]) & 0x3Fu);
    }
    taken_ = rest_.substr(0, length);
    rest_.remove_prefix(std::min(length, rest_.size()));
    return code_point;
  }

  Known Character(char32_t code_point) {
    if (code_point < 0x20 || HasUnfoldedCase(code_point)) return Anything(1);
    return Exactly(FoldCase(taken_));
  }

  std::string_view rest_;
  std::string_view taken_;  // bytes of the last code point
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

PatternShape ShapeOf(std::string_view pattern) {
  const std::string plain = PlainForm(pattern);
  auto known = PatternReader(plain).Read();
  if (!known) return {};
  return {std::move(known->any_of), std::move(known->prefix), known->longest};
}

std::vector<std::string> RequiredLiterals(std::string_view pattern) {
  return ShapeOf(pattern).literals;
}

size_t ShortestLiteral(const std::vector<std::string>& literals) {
  size_t shortest = 0;
  for (const std::string& literal : literals) {
    const size_t length = Characters(literal);
    if (shortest == 0 || length < shortest) shortest = length;
  }
  return shortest;
}

}  // namespace exdiag::rules
