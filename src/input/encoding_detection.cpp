#include <algorithm>

#include "input/code_page_guess.h"
#include "input/encoding.h"
#include "input/utf8_text.h"

namespace exdiag::input {
namespace {

bool IsPlainAscii(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\r' || byte == '\n';
}

// What the bytes at even and at odd places tell.
struct ByteCounts {
  int64_t even_nul = 0;
  int64_t odd_nul = 0;
  int64_t other = 0;  // bytes that are not NUL
  int64_t ascii = 0;  // of these, those that a plain ASCII text has
};

ByteCounts CountBytes(std::string_view head) {
  ByteCounts counts;
  for (size_t at = 0; at < head.size(); ++at) {
    const auto byte = static_cast<unsigned char>(head[at]);
    if (byte == 0) {
      ++(at % 2 == 0 ? counts.even_nul : counts.odd_nul);
    } else {
      ++counts.other;
      if (IsPlainAscii(byte)) ++counts.ascii;
    }
  }
  return counts;
}

bool HasOnlyWholeSurrogates(std::string_view head, bool big_endian) {
  bool open = false;
  for (size_t at = 0; at + 2 <= head.size(); at += 2) {
    const auto high = static_cast<unsigned char>(head[at + (big_endian ? 0 : 1)]);
    const bool low_surrogate = (high & 0xfc) == 0xdc;
    if (low_surrogate != open) return false;
    open = (high & 0xfc) == 0xd8;
  }
  return true;
}

// UTF-16 without a mark. Latin letters, digits, spaces and newlines have a NUL on one side; even a
// Japanese log has its stamps and newlines. A few stray NULs in an ASCII text are told from that by
// the other bytes, which are printable there and are not in UTF-16 of another script.
std::optional<Encoding> Utf16ByNuls(std::string_view head) {
  if (head.find('\0') == std::string_view::npos) return std::nullopt;
  const ByteCounts counts = CountBytes(head);
  const int64_t most = std::max(counts.even_nul, counts.odd_nul);
  const int64_t least = std::min(counts.even_nul, counts.odd_nul);
  const auto units = static_cast<int64_t>(head.size() / 2);
  if (most * 200 < units || least * 4 > most) return std::nullopt;
  const bool mostly_latin = most * 2 > units;
  const bool other_script = counts.ascii * 10 < counts.other * 9;
  if (!mostly_latin && !other_script) return std::nullopt;
  const bool big_endian = counts.even_nul > counts.odd_nul;
  if (!HasOnlyWholeSurrogates(head, big_endian)) return std::nullopt;
  return big_endian ? Encoding::kUtf16Be : Encoding::kUtf16Le;
}

// Valid UTF-8, but for characters cut at either end. Where there are many valid characters, a few
// invalid bytes are damage or the output of a foreign program, not another encoding. In a text of a
// code page one sequence in three is valid by chance at most: where half of many are, two encodings
// were put together.
bool IsUtf8(std::string_view head) {
  for (int cut = 0; cut < 3 && !head.empty() && (head[0] & 0xc0) == 0x80; ++cut)
    head.remove_prefix(1);
  int64_t valid = 0, invalid = 0;
  head.remove_prefix(PlainAsciiLength(head));
  while (!head.empty()) {
    const Utf8Character next = FirstCharacter(head);
    if (next.state == Utf8Character::State::kCut) break;
    if (next.state == Utf8Character::State::kInvalid)
      ++invalid;
    else if (next.length > 1)
      ++valid;
    head.remove_prefix(next.length);
  }
  constexpr int64_t kMoreThanChance = 8;
  if (valid >= kMoreThanChance) return invalid <= valid * 5 / 4;
  return invalid == 0 || invalid * 10 < valid;
}

}  // namespace

Encoding DetectEncoding(std::string_view head) {
  if (head.starts_with(kUtf8ByteOrderMark)) return Encoding::kUtf8;
  if (head.starts_with("\xff\xfe")) return Encoding::kUtf16Le;
  if (head.starts_with("\xfe\xff")) return Encoding::kUtf16Be;
  if (const auto found = Utf16ByNuls(head)) return *found;
  return IsUtf8(head) ? Encoding::kUtf8 : GuessCodePage(head);
}

}  // namespace exdiag::input
