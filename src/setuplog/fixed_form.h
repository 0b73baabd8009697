#ifndef EXDIAG_SETUPLOG_FIXED_FORM_H_
#define EXDIAG_SETUPLOG_FIXED_FORM_H_

#include <array>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace exdiag::setuplog {

// What the first 30 bytes of a text look like: '0' is any digit, '?' any byte, everything else
// itself. Every line of a log is asked for its stamp, hence the vectors of 16 bytes, which every
// x86-64 processor has.
class FixedForm {
 public:
  static constexpr size_t kSize = 30;

  constexpr explicit FixedForm(const char (&form)[kSize + 1]) {
    for (size_t at = 0; at < kSize; ++at) {
      expected_[at] = form[at] == '?' ? '\0' : form[at];
      farthest_[at] = form[at] == '0' ? 9 : form[at] == '?' ? 255 : 0;
    }
  }

  bool IsAtStartOf(std::string_view text) const {
    if (text.size() < kSize) return false;
    const char* bytes = text.data();
#ifdef __SSE2__
    const __m128i differences =
        _mm_or_si128(Differences(bytes, 0), Differences(bytes, kSize - sizeof(__m128i)));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(differences, _mm_setzero_si128())) == 0xffff;
#else
    bool fits = true;
    for (size_t at = 0; at < kSize; ++at)
      fits &= static_cast<unsigned char>(bytes[at] ^ expected_[at]) <= farthest_[at];
    return fits;
#endif
  }

 private:
#ifdef __SSE2__
  static __m128i Sixteen(const void* bytes) {
    return _mm_loadu_si128(static_cast<const __m128i*>(bytes));
  }

  // By how much the bytes from `at` on are farther from the expected ones than they may be.
  __m128i Differences(const char* bytes, size_t at) const {
    const __m128i apart = _mm_xor_si128(Sixteen(bytes + at), Sixteen(expected_.data() + at));
    return _mm_subs_epu8(apart, Sixteen(farthest_.data() + at));
  }
#endif

  std::array<char, kSize> expected_{};
  // How far a byte may be from the expected one, by exclusive or: digits are '0' to '0' ^ 9.
  std::array<unsigned char, kSize> farthest_{};
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_FIXED_FORM_H_
