#include <catch2/catch.hpp>
#include <string>

#include "input/encoding.h"

using exdiag::input::Decoder;
using exdiag::input::Encoding;

namespace {

struct Decoded {
  std::string text;
  int64_t replaced = 0;
};

Decoded DecodeInBlocks(Encoding encoding, std::string_view bytes, size_t block) {
  Decoder decoder(encoding);
  Decoded decoded;
  for (size_t at = 0; at < bytes.size(); at += block)
    decoded.text += decoder.Decode(bytes.substr(at, block));
  decoded.text += decoder.Finish();
  decoded.replaced = decoder.replaced_bytes();
  return decoded;
}

void RequireAtEveryBlockSize(Encoding encoding, std::string_view bytes, const std::string& text,
                             int64_t replaced) {
  for (size_t block = 1; block <= bytes.size() + 1; ++block) {
    CAPTURE(block);
    const Decoded decoded = DecodeInBlocks(encoding, bytes, block);
    REQUIRE(decoded.text == text);
    REQUIRE(decoded.replaced == replaced);
  }
}

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("characters cut at the ends of blocks come out whole, in every encoding") {
  RequireAtEveryBlockSize(Encoding::kUtf8, "\xef\xbb\xbfGröße 日本 😀 ende", "Größe 日本 😀 ende", 0);
  RequireAtEveryBlockSize(Encoding::kUtf16Le,
                          "\xff\xfe"
                          "a\0\xe4\0\xe5\x65\x3d\xd8\x00\xde.\0"sv,
                          "aä日😀.", 0);
  RequireAtEveryBlockSize(Encoding::kUtf16Be, "\xfe\xff\0a\0\xe4\x65\xe5\xd8\x3d\xde\x00\0."sv,
                          "aä日😀.", 0);
  RequireAtEveryBlockSize(Encoding::kShiftJis, "[1] \x83\x54\x81\x5b\x83\x72\x83\x58 \xb1 C:\\",
                          "[1] サービス ｱ C:\\", 0);
  RequireAtEveryBlockSize(Encoding::kGbk, "\xb7\xfe\xce\xf1\xc6\xf7.", "服务器.", 0);
  RequireAtEveryBlockSize(Encoding::kEucKr, "\xbc\xad\xb9\xf6.", "서버.", 0);
  RequireAtEveryBlockSize(Encoding::kBig5, "\xa6\xf8\xaa\x41\xbe\xb9.", "伺服器.", 0);
}

TEST_CASE("what is invalid becomes one replacement character per broken sequence and is counted") {
  RequireAtEveryBlockSize(Encoding::kUtf8, "a\xffz", "a\xef\xbf\xbdz", 1);
  RequireAtEveryBlockSize(Encoding::kUtf8, "a\xe2\x82z", "a\xef\xbf\xbdz", 2);
  RequireAtEveryBlockSize(Encoding::kUtf8, "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd", 2);  // overlong
  RequireAtEveryBlockSize(Encoding::kUtf8, "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
                          3);  // surrogate
  RequireAtEveryBlockSize(Encoding::kUtf8, "cut \xf0\x9f\x98", "cut \xef\xbf\xbd", 3);
  RequireAtEveryBlockSize(Encoding::kUtf16Le,
                          "\x00\xdc"
                          "a\0"sv,
                          "\xef\xbf\xbd"
                          "a",
                          2);
  RequireAtEveryBlockSize(Encoding::kUtf16Le,
                          "\x3d\xd8"
                          "a\0"sv,
                          "\xef\xbf\xbd"
                          "a",
                          2);
  RequireAtEveryBlockSize(Encoding::kUtf16Le, "a\0b"sv, "a\xef\xbf\xbd", 1);
  RequireAtEveryBlockSize(Encoding::kWindows1252, "\x81", "\xef\xbf\xbd", 1);
  RequireAtEveryBlockSize(Encoding::kShiftJis, "\x83\"\n", "\xef\xbf\xbd\"\n", 1);
}

TEST_CASE("NUL bytes become blanks, as in the holes that a crash leaves in a log") {
  RequireAtEveryBlockSize(Encoding::kUtf8, "a\0\0b"sv, "a  b", 0);
  RequireAtEveryBlockSize(Encoding::kUtf16Le, "a\0\0\0"sv, "a ", 0);
  RequireAtEveryBlockSize(Encoding::kWindows1252, "\xfc\0"sv, "ü ", 0);
}

TEST_CASE("sound UTF-8 is handed back without a copy") {
  const std::string block(100000, 'x');
  Decoder decoder(Encoding::kUtf8);
  REQUIRE(decoder.Decode(block).data() == block.data());
  const std::string marked = "\xef\xbb\xbfäöü";
  Decoder other(Encoding::kUtf8);
  REQUIRE(other.Decode(marked).data() == marked.data() + 3);
}

TEST_CASE("a byte-order mark is dropped at the start only") {
  RequireAtEveryBlockSize(Encoding::kUtf8,
                          "\xef\xbb\xbf"
                          "a\xef\xbb\xbf",
                          "a\xef\xbb\xbf", 0);
}

TEST_CASE("code pages of one byte decode by their tables") {
  REQUIRE(DecodeInBlocks(Encoding::kWindows1250, "\x9c\xb3", 9).text == "śł");
  REQUIRE(DecodeInBlocks(Encoding::kWindows1251, "\xd1\xeb\xf3\xe6\xe1\xe0", 9).text == "Служба");
  REQUIRE(DecodeInBlocks(Encoding::kWindows1252, "\x80\xdf", 9).text == "€ß");
  REQUIRE(DecodeInBlocks(Encoding::kWindows1253, "\xe1", 9).text == "α");
  REQUIRE(DecodeInBlocks(Encoding::kWindows1254, "\xfd", 9).text == "ı");
  REQUIRE(DecodeInBlocks(Encoding::kIbm850, "\x81", 9).text == "ü");
  REQUIRE(DecodeInBlocks(Encoding::kIbm437, "\x9d", 9).text == "¥");
  REQUIRE(DecodeInBlocks(Encoding::kLatin1, "\xe9", 9).text == "é");
}

TEST_CASE("pairs and bytes that an East Asian code page lacks are replaced and counted") {
  RequireAtEveryBlockSize(Encoding::kGbk, "a\xff.", "a\xef\xbf\xbd.", 1);
  RequireAtEveryBlockSize(Encoding::kEucKr, "a\xc9\xa1\xfe\xfe.", "a\xef\xbf\xbd\xef\xbf\xbd.", 4);
  RequireAtEveryBlockSize(Encoding::kShiftJis, "a\x85\xa0.", "a\xef\xbf\xbd.", 2);
  RequireAtEveryBlockSize(Encoding::kShiftJis, "a\x85\x80.", "a\xef\xbf\xbd.", 2);
  RequireAtEveryBlockSize(Encoding::kBig5, "cut \xa6", "cut \xef\xbf\xbd", 1);
}

TEST_CASE("bytes of Shift JIS that stand alone do not take the next character with them") {
  for (const char lone : {'\xa0', '\xfd', '\xfe', '\xff', '\x80'}) {
    CAPTURE(static_cast<int>(lone));
    const std::string bytes = std::string("a") + lone + "\x83\x54.";
    const std::string text = DecodeInBlocks(Encoding::kShiftJis, bytes, 100).text;
    CHECK(text.starts_with("a"));
    CHECK(text.ends_with("サ."));
  }
}
