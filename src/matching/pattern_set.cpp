#include "matching/pattern_set.h"

#include <algorithm>

#include "rules/required_literals.h"

namespace exdiag::matching {
namespace {

constexpr size_t kLongestCapture = 300;
constexpr size_t kMostPlaces =
    64;  // with more places of its literals a text is searched as a whole

std::string Trimmed(std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  if (value.size() > kLongestCapture) {
    size_t end = kLongestCapture;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80)
      --end;  // not within a character
    value = value.substr(0, end);
  }
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  return std::string(value);
}

// Widens places by the length of a match, as far as the text goes, and joins those that then meet.
// A match holds one of the literals, so it lies within one of the results, and the first match in
// the first of them that has one is the leftmost of all.
std::vector<std::pair<size_t, size_t>> Widened(std::vector<std::pair<size_t, size_t>> places,
                                               size_t longest, size_t size) {
  std::sort(places.begin(), places.end());
  std::vector<std::pair<size_t, size_t>> windows;
  for (const auto& [begin, end] : places) {
    const size_t from = end > longest ? end - longest : 0;
    const size_t to = longest < size - begin ? begin + longest : size;
    if (!windows.empty() && from <= windows.back().second) {
      windows.back().first = std::min(windows.back().first, from);
      windows.back().second = std::max(windows.back().second, to);
    } else {
      windows.emplace_back(from, to);
    }
  }
  return windows;
}

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::unique_ptr<RE2> Compiled(std::string_view pattern, bool ascii) {
  auto re2 = rules::CompilePattern(
      pattern, ascii ? rules::PatternTexts::kAscii : rules::PatternTexts::kUtf8);
  // A code point that is written as \x{…} needs the other kind, which takes ASCII texts as well.
  return re2->ok() ? std::move(re2) : rules::CompilePattern(pattern);
}

size_t CharactersOf(const re2::StringPiece& piece) {
  return static_cast<size_t>(std::count_if(piece.begin(), piece.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// A gap on a branch that was not taken has none to keep.
bool KeepsBounds(const PatternMatch& match, const std::vector<rules::CountedGap>& gaps) {
  return std::all_of(gaps.begin(), gaps.end(), [&](const rules::CountedGap& gap) {
    const re2::StringPiece& piece = match.groups[static_cast<size_t>(gap.group)];
    return piece.data() == nullptr || CharactersOf(piece) <= gap.most;
  });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> PatternMatch::Named() const {
  std::vector<std::pair<std::string, std::string>> named;
  for (const auto& [index, name] : pattern->CapturingGroupNames()) {
    if (static_cast<size_t>(index) >= groups.size()) continue;
    const re2::StringPiece& piece = groups[static_cast<size_t>(index)];
    std::string value = Trimmed({piece.data(), piece.size()});
    if (!value.empty()) named.emplace_back(name, std::move(value));
  }
  return named;
}

PatternSet::PatternSet(const PackIndex& index)
    : entries_(index.patterns.size()), index_(LiteralIndex::Built(index.literals, index.tables)) {
  for (size_t id = 0; id < entries_.size(); ++id) {
    entries_[id].text = index.patterns[id];
    entries_[id].literals = index.pattern_literals[id];
  }
}

int PatternSet::Add(std::string_view pattern, const std::vector<std::string>& literals) {
  const auto [known, fresh] = ids_.emplace(pattern, static_cast<int>(entries_.size()));
  if (!fresh) return known->second;
  Entry& entry = entries_.emplace_back();
  entry.text = pattern;
  const bool searchable = std::all_of(
      literals.begin(), literals.end(),
      [](const std::string& literal) { return literal.size() >= LiteralIndex::kShortest; });
  if (searchable) {
    std::vector<uint32_t>& ids = literals_.emplace_back();
    for (const std::string& literal : literals) ids.push_back(index_.Add(literal));
    entry.literals = ids;
  }
  return known->second;
}

const PatternSet::Program& PatternSet::LooseProgram(const Entry& entry, bool ascii) {
  Programs& programs = ascii ? entry.for_ascii : entry.for_utf8;
  std::call_once(programs.has_loose, [&] {
    rules::LoosePattern loose = rules::LooseForm(entry.text);
    rules::PatternShape shape = rules::ShapeOf(entry.text);
    const bool bounded = shape.longest < rules::PatternShape::kUnbounded / 8;
    const size_t longest =
        bounded ? shape.longest * (ascii ? 1 : 4) : rules::PatternShape::kUnbounded;
    programs.loose = std::make_unique<Program>(Program{
        Compiled(loose.text, ascii), std::move(loose.gaps), longest, std::move(shape.prefix)});
  });
  return *programs.loose;
}

const PatternSet::Program& PatternSet::ExactProgram(const Entry& entry, bool ascii) {
  const Program& loose = LooseProgram(entry, ascii);
  Programs& programs = ascii ? entry.for_ascii : entry.for_utf8;
  std::call_once(programs.has_exact, [&] {
    programs.exact = std::make_unique<Program>(
        Program{Compiled(entry.text, ascii), {}, loose.longest, loose.prefix});
  });
  return *programs.exact;
}

// Where the literals of the pattern stand; false if none does.
bool PatternSet::LiteralsIn(const Entry& entry, std::string_view folded, Windows* places) const {
  for (const uint32_t id : entry.literals) {
    const std::string_view literal = index_.literal(id);
    size_t at = folded.find(literal);
    while (at != std::string_view::npos && places->size() <= kMostPlaces) {
      places->emplace_back(at, at + literal.size());
      at = folded.find(literal, at + 1);
    }
  }
  return entry.literals.empty() || !places->empty();
}

// Where the leftmost match begins that is known to be in a window; nullopt if the window is too
// long to ask. RE2 itself finds the beginning by a second program that runs backwards, which takes
// longer to compile than trying the few places of a short text.
std::optional<size_t> PatternSet::StartOfMatch(const Program& program, const SqueezedText& text,
                                               size_t begin, size_t end) {
  constexpr size_t kMostStarts = 1200;
  if (end - begin > kMostStarts) return std::nullopt;
  const std::string_view folded = text.folded();
  for (size_t at = folded.find(program.prefix, begin); at < end;
       at = folded.find(program.prefix, at + 1)) {
    if (program.re2->Match(Piece(text.text()), at, end, RE2::ANCHOR_START, nullptr, 0)) return at;
  }
  return std::nullopt;
}

// Where to search; nothing if a match is out of the question.
std::optional<PatternSet::Windows> PatternSet::WindowsIn(const Entry& entry,
                                                         const SqueezedText& text) const {
  Windows places;
  if (!LiteralsIn(entry, text.folded(), &places)) return std::nullopt;
  const size_t size = text.text().size();
  const size_t longest = LooseProgram(entry, text.is_ascii()).longest;
  const bool whole = entry.literals.empty() || places.size() > kMostPlaces || longest >= size;
  return whole ? Windows{{0, size}} : Widened(std::move(places), longest, size);
}

bool PatternSet::Matches(const Program& program, const SqueezedText& text, const Windows& windows) {
  const re2::StringPiece piece = Piece(text.text());
  return std::any_of(windows.begin(), windows.end(), [&](const auto& window) {
    return program.re2->Match(piece, window.first, window.second, RE2::UNANCHORED, nullptr, 0);
  });
}

std::optional<PatternMatch> PatternSet::FirstMatch(const Program& program, const SqueezedText& text,
                                                   const Windows& windows) {
  const re2::StringPiece piece = Piece(text.text());
  PatternMatch match;
  match.pattern = program.re2.get();
  const auto count = std::max(program.re2->NumberOfCapturingGroups(), 0) + 1;
  match.groups.resize(static_cast<size_t>(count));
  for (const auto& [begin, end] : windows) {
    if (!program.re2->Match(piece, begin, end, RE2::UNANCHORED, nullptr, 0)) continue;
    const std::optional<size_t> start = StartOfMatch(program, text, begin, end);
    const auto anchor = start ? RE2::ANCHOR_START : RE2::UNANCHORED;
    if (program.re2->Match(piece, start.value_or(begin), end, anchor, match.groups.data(), count))
      return match;
  }
  return std::nullopt;
}

std::optional<PatternMatch> PatternSet::Search(const Entry& entry, const SqueezedText& text,
                                               const Windows& windows) {
  const Program& loose = LooseProgram(entry, text.is_ascii());
  auto match = FirstMatch(loose, text, windows);
  if (!match || KeepsBounds(*match, loose.gaps)) return match;
  return FirstMatch(ExactProgram(entry, text.is_ascii()), text, windows);
}

bool PatternSet::Matches(int id, const SqueezedText& text) const {
  const Entry& entry = At(id);
  const std::optional<Windows> windows = WindowsIn(entry, text);
  if (!windows) return false;
  const Program& loose = LooseProgram(entry, text.is_ascii());
  if (!Matches(loose, text, *windows)) return false;
  return loose.gaps.empty() || Search(entry, text, *windows).has_value();
}

std::optional<PatternMatch> PatternSet::Search(int id, const SqueezedText& text) const {
  const Entry& entry = At(id);
  const std::optional<Windows> windows = WindowsIn(entry, text);
  return windows ? Search(entry, text, *windows) : std::nullopt;
}

}  // namespace exdiag::matching
