#include "input/archive_kind.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

using namespace exdiag::input;
using namespace std::string_view_literals;

namespace {

// The first block of a tar without "ustar", as old programs write it.
std::string TarHead(std::string_view name) {
  std::string head(kArchiveHead, '\0');
  head.replace(0, name.size(), name);
  unsigned sum = 8 * ' ';
  for (const char c : name) sum += static_cast<unsigned char>(c);
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  head.replace(148, 7, digits, 7);
  head[155] = ' ';
  return head;
}

ArchiveKind KindOf(std::string_view start) {
  std::string head(start);
  head.resize(kArchiveHead, 'x');
  return ArchiveKindOf(head);
}

}  // namespace

TEST_CASE("each kind of archive is known by its first bytes") {
  CHECK(KindOf("PK\x03\x04") == ArchiveKind::kZip);
  CHECK(KindOf("PK\x05\x06") == ArchiveKind::kZip);
  CHECK(KindOf("PK\x07\x08PK\x03\x04") == ArchiveKind::kZip);
  CHECK(KindOf("7z\xbc\xaf\x27\x1c") == ArchiveKind::kSevenZip);
  CHECK(KindOf("MSCF\0\0\0\0"sv) == ArchiveKind::kCab);
  CHECK(KindOf("Rar!\x1a\x07\x01") == ArchiveKind::kRar);
  for (const std::string_view packed :
       {"\x1f\x8b\x08"sv, "\x1f\x9d"sv, "\xfd\x37zXZ\0"sv, "\x28\xb5\x2f\xfd"sv,
        "\x04\x22\x4d\x18"sv, "BZh9\x31\x41\x59\x26\x53\x59"sv, "BZh1\x17\x72\x45\x38\x50\x90"sv}) {
    CHECK(KindOf(packed) == ArchiveKind::kCompressed);
  }
}

TEST_CASE("only zip and 7z are read from their end") {
  CHECK(NeedsSeeking(ArchiveKind::kZip));
  CHECK(NeedsSeeking(ArchiveKind::kSevenZip));
  for (const ArchiveKind kind : {ArchiveKind::kNone, ArchiveKind::kTar, ArchiveKind::kCab,
                                 ArchiveKind::kRar, ArchiveKind::kCompressed}) {
    CHECK_FALSE(NeedsSeeking(kind));
  }
}

TEST_CASE("a log that begins like an archive by chance is none") {
  CHECK(KindOf("PK is a name") == ArchiveKind::kNone);
  CHECK(KindOf("MSCF is a cabinet") == ArchiveKind::kNone);
  CHECK(KindOf("BZh0\x31\x41\x59\x26\x53\x59") == ArchiveKind::kNone);
  CHECK(KindOf("BZh:\x31\x41\x59\x26\x53\x59") == ArchiveKind::kNone);
  CHECK(KindOf("BZh9 is no bzip2") == ArchiveKind::kNone);
  CHECK(ArchiveKindOf("BZh9") == ArchiveKind::kNone);
  CHECK(ArchiveKindOf("") == ArchiveKind::kNone);
}

TEST_CASE("a tar is known by its checksum alone") {
  const std::string head = TarHead("logs/ExchangeSetup.log");
  CHECK(ArchiveKindOf(head) == ArchiveKind::kTar);
  CHECK(ArchiveKindOf(head.substr(0, kArchiveHead - 1)) == ArchiveKind::kNone);
  std::string changed = head;
  changed[0] = 'k';
  CHECK(ArchiveKindOf(changed) == ArchiveKind::kNone);
}

TEST_CASE("a tar's checksum may be padded by blanks, but has digits") {
  std::string head = TarHead("a");
  for (size_t at = 148; head[at] == '0'; ++at) head[at] = ' ';
  CHECK(ArchiveKindOf(head) == ArchiveKind::kTar);
  for (size_t at = 148; at < 156; ++at) head[at] = ' ';
  CHECK(ArchiveKindOf(head) == ArchiveKind::kNone);
}

TEST_CASE("a block of zeros is no tar, though its checksum may fit") {
  std::string head = TarHead("");
  CHECK(head[0] == '\0');
  CHECK(ArchiveKindOf(head) == ArchiveKind::kNone);
  CHECK(ArchiveKindOf(std::string(kArchiveHead, '\0')) == ArchiveKind::kNone);
}
