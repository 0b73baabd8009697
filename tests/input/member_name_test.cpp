#include "input/member_name.h"

#include <catch2/catch.hpp>

#include "input/utf8.h"

using namespace exdiag::input;
using exdiag::tests::Utf8;
using namespace std::string_view_literals;

TEST_CASE("drives, roots and parts that lead elsewhere are dropped") {
  CHECK(DisplayName("logs/a.log") == "logs/a.log");
  CHECK(DisplayName("C:\\ExchangeSetupLogs\\a.log") == "ExchangeSetupLogs/a.log");
  CHECK(DisplayName("\\\\server\\share\\a.log") == "server/share/a.log");
  CHECK(DisplayName("//a//b/") == "a/b");
  CHECK(DisplayName("./a/./b") == "a/b");
  CHECK(DisplayName("../../etc/passwd") == "etc/passwd");
  CHECK(DisplayName("a/../b") == "a/b");
  CHECK(DisplayName("...") == "...");
}

TEST_CASE("a name of which nothing is left has a stand-in") {
  for (const std::string_view name : {"", "/", "..", "./.", "C:", "C:\\"}) {
    CAPTURE(name);
    CHECK(DisplayName(name) == "?");
  }
}

TEST_CASE("characters that steer a terminal or turn the direction of writing are replaced") {
  CHECK(DisplayName("a\x1b[2Jb\x7f"
                    "c\nd\te\0f"sv) == "a?[2Jb?c?d?e?f");
  for (const uint32_t steering : {0x80u, 0x9bu, 0x9fu, 0x200bu, 0x200eu, 0x200fu, 0x2028u, 0x2029u,
                                  0x202au, 0x202eu, 0x2060u, 0x2066u, 0x2069u, 0x206fu, 0xfeffu}) {
    CAPTURE(steering);
    CHECK(DisplayName("a" + Utf8(steering) + "b") == "a?b");
  }
}

// The mark of Arabic letters was passed on: the only one of direction that has two bytes.
TEST_CASE("the mark of direction among the Arabic letters is replaced as the others are") {
  CHECK(DisplayName("a" + Utf8(0x61c) + "b") == "a?b");
  CHECK(DisplayName("a" + Utf8(0x61b) + Utf8(0x627)) == "a" + Utf8(0x61b) + Utf8(0x627));
}

TEST_CASE("letters and punctuation of any script stay as they are") {
  for (const uint32_t plain : {0xa0u, 0xe4u, 0x3b1u, 0x2007u, 0x200au, 0x2010u, 0x2026u, 0x202fu,
                               0x205fu, 0x2070u, 0x20acu, 0x2190u, 0x65e5u, 0xfefeu, 0x1f600u}) {
    CAPTURE(plain);
    const std::string name = "a" + Utf8(plain) + "b";
    CHECK(DisplayName(name) == name);
  }
}

TEST_CASE("bytes that are no UTF-8 are shown as such") {
  CHECK(DisplayName("a\xff"
                    "b") ==
        "a\xef\xbf\xbd"
        "b");
  CHECK(DisplayName("a\xe2\x80") == "a\xef\xbf\xbd");
}

TEST_CASE("a name has at most a kibibyte, and ends with a whole character") {
  CHECK(DisplayName(std::string(5000, 'a')) == std::string(1024, 'a'));
  const std::string shown = DisplayName(std::string(1023, 'a') + "\xc3\xa4 more");
  CHECK(shown == std::string(1023, 'a') + "\xc3\xa4");
  CHECK(ValidUtf8Length(shown) == shown.size());
}

TEST_CASE("an unpacked file loses the ending of its packer, in any case") {
  CHECK(UnpackedName("ldif.err.gz") == "ldif.err");
  CHECK(UnpackedName("ExchangeSetup.log.BZ2") == "ExchangeSetup.log");
  CHECK(UnpackedName("a.xz") == "a");
  CHECK(UnpackedName("a.Zst") == "a");
  CHECK(UnpackedName("a.lz4") == "a");
  CHECK(UnpackedName("a.Z") == "a");
  CHECK(UnpackedName("a.gz.gz") == "a.gz");
}

TEST_CASE("another name is that of the unpacked file, too") {
  for (const std::string_view name : {"ExchangeSetup.log", "gz", ".gz", "a.gzip", "agz", ""}) {
    CAPTURE(name);
    CHECK(UnpackedName(name) == name);
  }
}
