#ifndef EXDIAG_SETUPLOG_PHRASE_H_
#define EXDIAG_SETUPLOG_PHRASE_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace exdiag::setuplog {

// text.starts_with(prefix), which for nearly all texts the first byte denies. REQUIRES: `prefix` is
// not empty.
inline bool StartsWith(std::string_view text, std::string_view prefix) {
  return !text.empty() && text.front() == prefix.front() && text.starts_with(prefix);
}

// A text to look for in many others. It is found by its two rarest letters, as a search for its
// first one would stop at every word, and by vectors of 16 bytes, which every x86-64 processor has.
class Phrase {
 public:
  // REQUIRES: `text` is not empty and outlives the phrase.
  constexpr explicit Phrase(std::string_view text) : text_(text) {
    for (size_t at = 1; at < text.size(); ++at) {
      if (Commonness(text[at]) < Commonness(text[rarest_])) rarest_ = at;
    }
    other_ = rarest_ == 0 ? text.size() - 1 : 0;
    for (size_t at = 0; at < text.size(); ++at) {
      if (at != rarest_ && Commonness(text[at]) < Commonness(text[other_])) other_ = at;
    }
  }

  constexpr std::string_view text() const { return text_; }
  constexpr size_t size() const { return text_.size(); }

  // Where the phrase begins in `text` first; npos if it does not stand there.
  size_t In(std::string_view text) const {
    if (text.size() < text_.size()) return std::string_view::npos;
    const size_t places = text.size() - text_.size() + 1;
#ifdef __SSE2__
    if (places >= kAtOnce) return InMany(text.data(), places);
#endif
    for (size_t at = 0; at < places; ++at) {
      if (text[at + rarest_] == text_[rarest_] && StandsAt(text.data() + at)) return at;
    }
    return std::string_view::npos;
  }

  // Where the phrase begins in `text` last; npos if it does not stand there.
  size_t LastIn(std::string_view text) const {
    size_t last = std::string_view::npos;
    for (size_t next = In(text); next != std::string_view::npos; next = In(text.substr(last + 1)))
      last += 1 + next;  // from npos, which is -1, too
    return last;
  }

  bool IsIn(std::string_view text) const { return In(text) != std::string_view::npos; }

 private:
  // How common a character is in logs of setup, roughly: only the order matters.
  static constexpr size_t Commonness(char c) {
    constexpr std::string_view kByRarity = "qzj[~=|%{}Z;XQKJkxyvWYHbVBgGwUL():f'UMORNF.-ADPESTIC";
    const size_t rank = kByRarity.find(c);
    return rank == std::string_view::npos ? kByRarity.size() : rank;
  }

  bool StandsAt(const char* place) const {
    return std::memcmp(place, text_.data(), text_.size()) == 0;
  }

#ifdef __SSE2__
  static constexpr size_t kAtOnce = sizeof(__m128i);

  // REQUIRES: kAtOnce places or more, of which the last ones are looked at with some before them.
  size_t InMany(const char* text, size_t places) const {
    const size_t last = places - kAtOnce;
    for (size_t at = 0;; at = std::min(at + kAtOnce, last)) {
      for (unsigned may_be = PlacesFrom(text + at); may_be != 0; may_be &= may_be - 1) {
        const size_t place = at + static_cast<size_t>(std::countr_zero(may_be));
        if (StandsAt(text + place)) return place;
      }
      if (at == last) return std::string_view::npos;
    }
  }

  // A bit for each of the 16 places from `text` on where both letters stand. REQUIRES: the phrase
  // fits into the text at each of them.
  unsigned PlacesFrom(const char* text) const {
    const __m128i both = _mm_and_si128(Equal(text, rarest_), Equal(text, other_));
    return static_cast<unsigned>(_mm_movemask_epi8(both));
  }

  __m128i Equal(const char* text, size_t letter) const {
    const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + letter));
    return _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(text_[letter]));
  }
#endif

  std::string_view text_;
  size_t rarest_ = 0;
  size_t other_ = 0;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_PHRASE_H_
