#include "input/zip_directory.h"

#include <catch2/catch.hpp>

#include "input/failing_source.h"
#include "input/zips.h"

using namespace exdiag::input;

namespace {

constexpr size_t kWhole = size_t{1} << 30;

std::optional<ZipMember> Member(const std::string& bytes, int64_t number = 0) {
  FailingSource source(bytes, kWhole, true);
  ZipDirectory directory(source);
  return directory.Member(number);
}

std::string OneMember(const ZipByHand::Entry& entry) { return ZipByHand().Add(entry).Finish(); }

}  // namespace

TEST_CASE("a zip's directory tells where a member's data is, its sizes and its checksum") {
  const std::string content(5000, 'x');
  for (const bool sizes_behind : {false, true}) {
    const std::string bytes =
        ZipByHand()
            .Add({.name = "a.log", .content = "text"})
            .Add({.name = "b.log", .content = content, .sizes_behind = sizes_behind})
            .Finish();
    const auto member = Member(bytes, 1);
    REQUIRE(member);
    CHECK(member->plain);
    CHECK(member->size == 5000);
    CHECK(member->crc == Crc32(content));
    const std::string packed = Deflated(content);
    CHECK(member->packed_size == static_cast<int64_t>(packed.size()));
    CHECK(bytes.compare(static_cast<size_t>(member->data_at), packed.size(), packed) == 0);
  }
}

TEST_CASE("the data is found in a zip with something before it or a long comment behind it") {
  const ZipByHand zip = ZipByHand().Add({.name = "a.log", .content = "text"});
  const auto alone = Member(zip.Finish());
  const auto moved = Member(zip.Finish(std::string(40000, '-'), std::string(100, '#')));
  REQUIRE(alone);
  REQUIRE(moved);
  CHECK(moved->data_at == alone->data_at + 100);
}

TEST_CASE("only a deflated member without a password or other peculiarities is plain") {
  const auto plain = [](const ZipByHand::Entry& entry) {
    const auto member = Member(OneMember(entry));
    return member && member->plain;
  };
  CHECK(plain({.name = "a", .content = "text"}));
  CHECK(plain({.name = "a", .content = "text", .flags = 0x806}));  // UTF-8, packed hard
  CHECK_FALSE(plain({.name = "a", .content = "text", .method = 0}));
  CHECK_FALSE(plain({.name = "a", .content = "text", .method = 9}));
  for (const int flag : {0x1, 0x10, 0x20, 0x40, 0x2000})
    CHECK_FALSE(plain({.name = "a", .content = "text", .flags = flag}));
}

TEST_CASE("a member whose header and whose entry in the directory differ is not told") {
  CHECK_FALSE(Member(OneMember({.name = "a", .content = "text", .header_error = 1})));
  CHECK_FALSE(Member(OneMember({.name = "a", .content = "text", .directory_error = 1})));
}

TEST_CASE("members are told in their order, and none behind the last or before one that was told") {
  ZipByHand zip;
  for (int i = 0; i < 5; ++i)
    zip.Add({.name = std::to_string(i), .content = std::string(static_cast<size_t>(i + 1), 'x')});
  FailingSource source(zip.Finish(), kWhole, true);
  ZipDirectory directory(source);
  CHECK(directory.Member(1)->size == 2);
  CHECK(directory.Member(3)->size == 4);
  CHECK(directory.Member(3)->size == 4);
  CHECK_FALSE(directory.Member(2));
  CHECK_FALSE(directory.Member(5));
  CHECK_FALSE(directory.Member(6));
}

TEST_CASE("what is no zip, or the beginning of one, has no members") {
  const std::string whole = OneMember({.name = "a.log", .content = "text"});
  for (size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(Member(whole.substr(0, length)));
  CHECK_FALSE(Member("PK\x05\x06"));
  CHECK_FALSE(Member(ZipByHand().Finish()));
  FailingSource broken(whole, 40, true);
  CHECK_FALSE(ZipDirectory(broken).Member(0));
}
