// Each code page gets points for what its languages write and loses some for what they do not: a
// symbol in the middle of a word, capitals within small letters, half a character. The best one
// wins; in a tie the one that is listed first. This is coarse, but Windows' code pages are few and
// a setup log has enough of one language; statistics of letter pairs would need tables larger than
// the code.

#include "input/code_page_guess.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "input/code_page_tables.h"

namespace exdiag::input {
namespace {

struct SingleBytePage {
  Encoding encoding;
  const CodePageTable* table;
  std::u16string_view usual;  // the letters beyond ASCII that its languages use often
  bool own_script;            // whole words are of these letters, as in Russian and Greek
};

constexpr std::u16string_view kWestern = u"äöüßÄÖÜéèêàâçîïôùûëÉÀœáíóúñåæøÅØãõÇ";
constexpr std::u16string_view kCentral = u"ąćęłńóśźżĄĆĘŁŃŚŹŻáčďéěíňřšťúůýžŠČŘŽőűŐŰăâîșțşţđäöüßÄÖÜ";
constexpr std::u16string_view kTurkish = u"ıİğĞşŞçÇöÖüÜâî";

const std::array kSingleBytePages = {
    SingleBytePage{Encoding::kWindows1252, &kCodePage1252, kWestern, false},
    SingleBytePage{Encoding::kWindows1251, &kCodePage1251, {}, true},
    SingleBytePage{Encoding::kWindows1250, &kCodePage1250, kCentral, false},
    SingleBytePage{Encoding::kWindows1253, &kCodePage1253, {}, true},
    SingleBytePage{Encoding::kWindows1254, &kCodePage1254, kTurkish, false},
    SingleBytePage{Encoding::kIbm850, &kCodePage850, kWestern, false},
    SingleBytePage{Encoding::kIbm437, &kCodePage437, kWestern, false},
};

bool IsScriptLetter(char16_t c) {
  return (c >= 0x0386 && c <= 0x03ce && c != 0x0387) || (c >= 0x0401 && c <= 0x045f) ||
         c == 0x0490 || c == 0x0491;
}

bool IsScriptCapital(char16_t c) {
  return (c >= 0x0386 && c <= 0x03ab && c != 0x0390) || (c >= 0x0401 && c <= 0x042f);
}

bool IsLatinLetter(char16_t c) { return c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7; }

bool IsLatinCapital(char16_t c) {
  if (c < 0x80) return std::isupper(c) != 0;
  if (c < 0x100) return c <= 0xde;
  return c != 0x131 && (c < 0x138 || c >= 0x14a ? c % 2 == 0 : c % 2 == 1);
}

class SingleByteScore {
 public:
  SingleByteScore(const SingleBytePage& page, std::string_view text) : page_(page), text_(text) {}

  int64_t Points() const {
    int64_t points = 0;
    for (size_t at = 0; at < text_.size(); ++at) {
      if (static_cast<unsigned char>(text_[at]) >= 0x80) points += PointsAt(at);
    }
    return points;
  }

 private:
  // The character at a place; a blank beyond the ends.
  char16_t At(size_t at) const {
    if (at >= text_.size()) return u' ';
    const auto byte = static_cast<unsigned char>(text_[at]);
    return byte < 0x80 ? byte : (*page_.table)[byte - 0x80];
  }

  static bool IsLetter(char16_t c) {
    return c < 0x80 ? std::isalpha(c) != 0 : IsLatinLetter(c) || IsScriptLetter(c);
  }

  // Typographic quotes where such stand: the same bytes are letters in the code pages of consoles.
  // U+201C opens in English and closes in German, where U+201E opens.
  static bool IsQuoteInPlace(char16_t c, char16_t before, char16_t after) {
    if (c == 0x2019 && IsLetter(before)) return true;
    const bool opens = !IsLetter(before) && after != u' ';
    const bool closes = before != u' ' && !IsLetter(after);
    if (c == 0x201c) return opens || closes;
    if (c == 0x201e || c == 0x2018) return opens;
    return (c == 0x201d || c == 0x2019) && closes;
  }

  int64_t PointsAt(size_t at) const {
    const char16_t c = At(at);
    const char16_t before = at == 0 ? u' ' : At(at - 1);
    const char16_t after = At(at + 1);
    if (c == 0) return -6;
    if (IsQuoteInPlace(c, before, after)) return 3;
    if (page_.own_script && IsScriptLetter(c)) return ScriptPoints(c, before, after);
    const bool in_word = IsLetter(before) && IsLetter(after);
    if (!IsLatinLetter(c) || page_.own_script)
      return in_word ? (c == 0x2019 ? 0 : -4) : (c < 0xa0 ? -4 : 0);
    if (IsLatinCapital(c) && IsLetter(before) && !IsLatinCapital(before)) return -4;
    return page_.usual.find(c) != std::u16string_view::npos ? 3 : -1;
  }

  // A letter of another script counts among its like only: a lone one is a Latin letter misread.
  static int64_t ScriptPoints(char16_t c, char16_t before, char16_t after) {
    if (!IsScriptLetter(before) && !IsScriptLetter(after)) return -3;
    if (IsScriptCapital(c) && IsScriptLetter(before) && !IsScriptCapital(before)) return -4;
    return c < 0x0400 || (c >= 0x0410 && c <= 0x044f) ? 4 : 0;
  }

  const SingleBytePage& page_;
  std::string_view text_;
};

// What one pair of bytes is worth in a code page of two bytes; `trail` 0x20 at the end of the text.
using PairPoints = int (*)(unsigned char lead, unsigned char trail);

int ShiftJisPoints(unsigned char lead, unsigned char trail) {
  if (trail < 0x40 || trail == 0x7f || trail > 0xfc) return -8;
  if (lead == 0x82 && trail >= 0x9f && trail <= 0xf1) return 8;  // hiragana
  if (lead == 0x83 && trail <= 0x96) return 8;                   // katakana
  if (lead == 0x81) return 4;                                    // punctuation
  if (lead >= 0x88 && lead <= 0x97) return 6;                    // common kanji
  return lead <= 0xea ? 1 : -4;
}

int GbkPoints(unsigned char lead, unsigned char trail) {
  if (trail < 0x40 || trail == 0x7f || trail == 0xff) return -8;
  if (trail < 0xa1) return lead >= 0xb0 && lead <= 0xf7 ? -1 : 0;
  if (lead >= 0xb0 && lead <= 0xd7) return 7;  // common characters, by pronunciation
  return lead == 0xa1 || lead == 0xa3 ? 4 : 1;
}

int Big5Points(unsigned char lead, unsigned char trail) {
  const bool valid = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
  if (!valid || lead < 0xa1 || lead > 0xf9) return -8;
  if (lead >= 0xa4 && lead <= 0xc6) return 7;  // common characters
  return lead == 0xa1 ? 4 : 0;
}

int EucKrPoints(unsigned char lead, unsigned char trail) {
  if (trail < 0xa1 || trail == 0xff) return trail < 0x41 ? -8 : -2;
  if (lead >= 0xb0 && lead <= 0xc8) return 8;  // hangul
  return lead == 0xa1 || lead == 0xa3 ? 4 : 0;
}

struct DoubleBytePage {
  Encoding encoding;
  PairPoints points;
};

constexpr std::array kDoubleBytePages = {
    DoubleBytePage{Encoding::kShiftJis, ShiftJisPoints},
    DoubleBytePage{Encoding::kGbk, GbkPoints},
    DoubleBytePage{Encoding::kEucKr, EucKrPoints},
    DoubleBytePage{Encoding::kBig5, Big5Points},
};

// A lone byte between Latin letters is a letter with an accent, not half a character.
bool IsWithinLatinWord(std::string_view text, size_t at, bool after_pair) {
  const auto is_letter = [&](size_t place) {
    return std::isalpha(static_cast<unsigned char>(text[place])) != 0;
  };
  return at > 0 && !after_pair && is_letter(at - 1) && is_letter(at + 1);
}

int64_t DoubleByteScore(const DoubleBytePage& page, std::string_view text) {
  int64_t points = 0;
  bool after_pair = false;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto trail = static_cast<unsigned char>(text[at + 1]);
    const bool half_width = page.encoding == Encoding::kShiftJis && lead >= 0xa0 && lead < 0xe0;
    if (lead < 0x80 || lead == 0x80 || lead == 0xff || half_width) {
      if (lead >= 0x80) points -= half_width ? 1 : 8;
      after_pair = false;
      continue;
    }
    points += IsWithinLatinWord(text, at, after_pair) ? -4 : page.points(lead, trail);
    after_pair = trail >= 0x40;
    if (after_pair) ++at;
  }
  return points;
}

}  // namespace

Encoding GuessCodePage(std::string_view head) {
  Encoding best = Encoding::kWindows1252;
  int64_t most = SingleByteScore(kSingleBytePages[0], head).Points();
  const auto offer = [&](Encoding encoding, int64_t points) {
    if (points <= most) return;
    best = encoding;
    most = points;
  };
  for (const SingleBytePage& page : kSingleBytePages)
    offer(page.encoding, SingleByteScore(page, head).Points());
  for (const DoubleBytePage& page : kDoubleBytePages)
    offer(page.encoding, DoubleByteScore(page, head));
  return best;
}

}  // namespace exdiag::input
