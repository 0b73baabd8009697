#include "input/text_converter.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "input/code_page_tables.h"
#include "input/utf8_text.h"
#include "platform/double_byte.h"

namespace exdiag::input {
namespace {

constexpr uint32_t kReplacementPoint = 0xfffd;

unsigned char ByteAt(std::string_view bytes, size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Room for the UTF-8 of `units` of three bytes at most, behind what `text` holds; Keep cuts it to
// size.
class Room {
 public:
  Room(std::string* text, size_t units) : text_(text) {
    const size_t before = text->size();
    text->resize(before + units * 3);
    out = text->data() + before;
  }
  ~Room() { text_->resize(static_cast<size_t>(out - text_->data())); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  char* out;

 private:
  std::string* text_;
};

// UTF-8 that is damaged or holds NUL bytes; sound text never comes here.
class Utf8Repair : public TextConverter {
 public:
  size_t Convert(std::string_view bytes, std::string* text) override {
    size_t at = 0;
    while (at < bytes.size()) {
      const std::string_view rest = bytes.substr(at);
      const size_t valid = ValidUtf8Length(rest);
      text->append(rest.substr(0, valid));
      at += valid;
      if (at == bytes.size()) break;
      const Utf8Character next = FirstCharacter(bytes.substr(at));
      if (next.state == Utf8Character::State::kCut) break;
      text->append(kReplacement);
      replaced_ += static_cast<int64_t>(next.length);
      at += next.length;
    }
    std::replace(text->begin(), text->end(), '\0', ' ');
    return at;
  }
};

class Utf16Converter : public TextConverter {
 public:
  explicit Utf16Converter(bool big_endian) : big_endian_(big_endian) {}

  size_t Convert(std::string_view bytes, std::string* text) override {
    Room room(text, bytes.size() / 2);
    size_t at = 0;
    while (at + 2 <= bytes.size()) {
      const uint32_t unit = UnitAt(bytes, at);
      if (unit < 0x80) {
        *room.out++ = unit == 0 ? ' ' : static_cast<char>(unit);
      } else if ((unit & 0xf800) != 0xd800) {
        room.out = PutUtf8(unit, room.out);
      } else if ((unit & 0xfc00) == 0xd800) {
        if (at + 4 > bytes.size()) break;
        const uint32_t low = UnitAt(bytes, at + 2);
        if ((low & 0xfc00) == 0xdc00) {
          room.out = PutUtf8(0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)), room.out);
          at += 2;
        } else {
          room.out = Replaced(room.out);
        }
      } else {
        room.out = Replaced(room.out);
      }
      at += 2;
    }
    return at;
  }

 private:
  uint32_t UnitAt(std::string_view bytes, size_t at) const {
    const uint32_t first = ByteAt(bytes, at);
    const uint32_t second = ByteAt(bytes, at + 1);
    return big_endian_ ? first << 8 | second : second << 8 | first;
  }

  char* Replaced(char* out) {
    replaced_ += 2;
    return PutUtf8(kReplacementPoint, out);
  }

  bool big_endian_;
};

class SingleByteConverter : public TextConverter {
 public:
  // `table` null: ISO 8859-1, whose bytes are the code points.
  explicit SingleByteConverter(const CodePageTable* table) : table_(table) {}

  size_t Convert(std::string_view bytes, std::string* text) override {
    Room room(text, bytes.size());
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) {
        *room.out++ = c == '\0' ? ' ' : c;
        continue;
      }
      uint32_t point = table_ == nullptr ? byte : (*table_)[byte - 0x80];
      if (point == 0) {
        ++replaced_;
        point = kReplacementPoint;
      }
      room.out = PutUtf8(point, room.out);
    }
    return bytes.size();
  }

 private:
  const CodePageTable* table_;
};

class DoubleByteConverter : public TextConverter {
 public:
  explicit DoubleByteConverter(platform::DoubleByteCodePage page)
      : shift_jis_(page == platform::DoubleByteCodePage::kShiftJis),
        table_(page),
        known_(65536, kUnasked) {}

  size_t Convert(std::string_view bytes, std::string* text) override {
    Room room(text, bytes.size());
    size_t at = 0;
    while (at < bytes.size()) {
      const unsigned char lead = ByteAt(bytes, at);
      if (lead < 0x80) {
        *room.out++ = lead == 0 ? ' ' : static_cast<char>(lead);
        ++at;
      } else if (IsSingle(lead)) {
        room.out = Put(table_.CodePoint(lead, -1), 1, room.out);
        ++at;
      } else {
        if (at + 1 == bytes.size()) break;
        const unsigned char trail = ByteAt(bytes, at + 1);
        const uint32_t point = Pair(lead, trail);
        // An ASCII byte after a broken lead is more likely itself: a quote, a newline.
        const size_t length = point == 0 && trail < 0x80 ? 1 : 2;
        room.out = Put(point, length, room.out);
        at += length;
      }
    }
    return at;
  }

 private:
  static constexpr uint32_t kUnasked = 0xffffffff;

  bool IsSingle(unsigned char byte) const {
    if (byte == 0x80 || byte == 0xff) return true;
    return shift_jis_ && (byte == 0xa0 || (byte > 0xa0 && byte < 0xe0) || byte > 0xfc);
  }

  uint32_t Pair(unsigned char lead, unsigned char trail) {
    uint32_t& known = known_[static_cast<size_t>(lead) << 8 | trail];
    if (known == kUnasked) known = table_.CodePoint(lead, trail);
    return known;
  }

  char* Put(uint32_t point, size_t length, char* out) {
    if (point == 0) {
      replaced_ += static_cast<int64_t>(length);
      point = kReplacementPoint;
    }
    return PutUtf8(point, out);
  }

  bool shift_jis_;
  platform::DoubleByteTable table_;
  std::vector<uint32_t> known_;  // code points by both bytes, asked of the system once
};

std::unique_ptr<TextConverter> SingleByte(const CodePageTable& table) {
  return std::make_unique<SingleByteConverter>(&table);
}

std::unique_ptr<TextConverter> DoubleByte(platform::DoubleByteCodePage page) {
  return std::make_unique<DoubleByteConverter>(page);
}

}  // namespace

std::unique_ptr<TextConverter> MakeConverter(Encoding encoding) {
  using platform::DoubleByteCodePage;
  switch (encoding) {
    case Encoding::kUtf8:
      return std::make_unique<Utf8Repair>();
    case Encoding::kUtf16Le:
      return std::make_unique<Utf16Converter>(false);
    case Encoding::kUtf16Be:
      return std::make_unique<Utf16Converter>(true);
    case Encoding::kWindows1250:
      return SingleByte(kCodePage1250);
    case Encoding::kWindows1251:
      return SingleByte(kCodePage1251);
    case Encoding::kWindows1252:
      return SingleByte(kCodePage1252);
    case Encoding::kWindows1253:
      return SingleByte(kCodePage1253);
    case Encoding::kWindows1254:
      return SingleByte(kCodePage1254);
    case Encoding::kIbm437:
      return SingleByte(kCodePage437);
    case Encoding::kIbm850:
      return SingleByte(kCodePage850);
    case Encoding::kShiftJis:
      return DoubleByte(DoubleByteCodePage::kShiftJis);
    case Encoding::kGbk:
      return DoubleByte(DoubleByteCodePage::kGbk);
    case Encoding::kBig5:
      return DoubleByte(DoubleByteCodePage::kBig5);
    case Encoding::kEucKr:
      return DoubleByte(DoubleByteCodePage::kEucKr);
    case Encoding::kLatin1:
      break;
  }
  return std::make_unique<SingleByteConverter>(nullptr);
}

}  // namespace exdiag::input
