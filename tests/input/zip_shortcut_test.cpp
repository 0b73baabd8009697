#include "input/zip_shortcut.h"

#include <catch2/catch.hpp>

#include "input/failing_source.h"
#include "input/zips.h"

using namespace exdiag::input;

namespace {

constexpr size_t kWhole = size_t{1} << 30;

// A zip of one member, and where that is.
struct OneMember {
  explicit OneMember(const ZipByHand::Entry& entry, size_t good = kWhole)
      : source(ZipByHand().Add(entry).Finish(), good, true) {
    const auto member = ZipDirectory(source).Member(0);
    if (member) place = {0, member->data_at, member->size};
  }

  FailingSource source;
  ZipShortcut::Place place;
};

bool IsUnpacked(const ZipByHand::Entry& entry) {
  OneMember zip(entry);
  return ZipShortcut(zip.source).Unpack(zip.place);
}

std::string Lines(size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += "line " + std::to_string(i) + "\r\n";
  text.resize(size);
  return text;
}

}  // namespace

TEST_CASE("a plain member is unpacked whole, short or long") {
  for (const size_t size : {size_t{1}, size_t{100}, size_t{300000}, size_t{5} << 20}) {
    OneMember zip({.name = "a.log", .content = Lines(size)});
    ZipShortcut shortcut(zip.source);
    REQUIRE(shortcut.Unpack(zip.place));
    CHECK(shortcut.unpacked() == Lines(size));
  }
}

TEST_CASE("members are unpacked one after the other into the same buffer") {
  FailingSource source(ZipByHand()
                           .Add({.name = "a", .content = Lines(3000)})
                           .Add({.name = "b", .content = Lines(2000000)})
                           .Add({.name = "c", .content = "text"})
                           .Finish(),
                       kWhole, true);
  ZipDirectory directory(source);
  ZipShortcut shortcut(source);
  for (const int64_t number : {0, 1, 2}) {
    const auto member = directory.Member(number);
    REQUIRE(member);
    REQUIRE(shortcut.Unpack({number, member->data_at, member->size}));
    CHECK(Crc32(shortcut.unpacked()) == member->crc);
  }
  CHECK(shortcut.unpacked() == "text");
}

TEST_CASE("a member that is damaged, stored, empty or large is left to libarchive") {
  CHECK(IsUnpacked({.name = "a", .content = "text"}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = "text", .crc_error = 1}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = "text", .size_error = 1}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = "text", .size_error = 0xffffffff}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = "text", .method = 0}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = "text", .flags = 1}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = ""}));
  CHECK_FALSE(IsUnpacked({.name = "a", .content = std::string(size_t{9} << 20, 'x')}));
}

TEST_CASE("a member of which libarchive says otherwise than the directory is left to it") {
  OneMember zip({.name = "a.log", .content = "text"});
  const auto [number, data_at, size] = zip.place;
  CHECK_FALSE(ZipShortcut(zip.source).Unpack({number + 1, data_at, size}));
  CHECK_FALSE(ZipShortcut(zip.source).Unpack({number, data_at + 1, size}));
  CHECK_FALSE(ZipShortcut(zip.source).Unpack({number, data_at, size + 1}));
  CHECK(ZipShortcut(zip.source).Unpack(zip.place));
}

TEST_CASE("a disk that fails within the data is no reason to hand out half of it") {
  OneMember zip({.name = "a.log", .content = Lines(300000)});
  FailingSource& source = zip.source;
  ZipShortcut shortcut(source);
  source.FailFrom(static_cast<size_t>(zip.place.data_at) + 20);
  CHECK_FALSE(shortcut.Unpack(zip.place));
}

TEST_CASE("all shortcuts together take little memory, and give it back") {
  OneMember zip({.name = "a.log", .content = std::string(3700000, 'x')});
  for (int round = 0; round < 3; ++round) {
    ZipShortcut first(zip.source), second(zip.source);
    CHECK(first.Unpack(zip.place));
    CHECK(second.Unpack(zip.place));
    CHECK_FALSE(ZipShortcut(zip.source).Unpack(zip.place));
  }
}

TEST_CASE("of a large member so much is left to libarchive that its reader knows what it is") {
  CHECK(ZipShortcut::WorthAfter(1000000) == 0);
  CHECK(ZipShortcut::WorthAfter(5000000) == 64 << 10);
}
