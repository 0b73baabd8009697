#include "input/archive_reader.h"

#include <catch2/catch.hpp>

#include "input/archives.h"
#include "input/failing_source.h"
#include "input/zips.h"

using namespace exdiag::input;

namespace {

// Names and contents of all members, and how it ended.
struct Read {
  Files files;
  ArchiveReader::Next end = ArchiveReader::Next::kEnd;
  std::string problem;
  int by_shortcut = 0;

  bool operator==(const Read& other) const {
    return files == other.files && end == other.end && problem == other.problem;
  }
};

std::string ContentOf(ArchiveReader& reader, size_t most) {
  std::string content;
  char block[1000];
  bool failed = false;
  while (content.size() < most) {
    const size_t got = reader.ReadData(block, sizeof block, &failed);
    if (got == 0) break;
    content.append(block, got);
  }
  return failed ? content + "failed: " + reader.problem() : content;
}

Read ReadAll(ArchiveReader& reader, size_t most = size_t{1} << 30) {
  Read all;
  ArchiveReader::Member member;
  while ((all.end = reader.ReadMember(&member)) == ArchiveReader::Next::kMember) {
    std::string what = member.encrypted ? "encrypted" : member.is_file ? "" : "no file";
    if (what.empty()) what = ContentOf(reader, most);
    all.files.emplace_back(member.name, what);
    all.by_shortcut += reader.by_shortcut();
  }
  if (all.end == ArchiveReader::Next::kFailed) all.problem = reader.problem();
  return all;
}

Read ReadFrom(ArchiveKind kind, FailingSource source) {
  ArchiveReader reader(kind, source, &source);
  return ReadAll(reader);
}

std::string Tar(const Files& files) {
  return Packed(archive_write_set_format_ustar, nullptr, files);
}

// How many members of a zip come by the shortcut. All must be as libarchive alone reads them.
int ByShortcut(const std::string& zip, size_t most = size_t{1} << 30) {
  FailingSource source(zip, size_t{1} << 30, true);
  ArchiveReader fast(ArchiveKind::kZip, source, &source);
  const Read by_both = ReadAll(fast, most);
  ArchiveReader slow(ArchiveKind::kZip, source, &source, ArchiveReader::By::kLibarchiveAlone);
  const Read by_one = ReadAll(slow, most);
  CHECK(by_both.files == by_one.files);
  CHECK(by_both == by_one);
  CHECK(fast.packed_bytes() == slow.packed_bytes());
  CHECK(fast.HasHiddenNames() == slow.HasHiddenNames());
  CHECK(by_one.by_shortcut == 0);
  return by_both.by_shortcut;
}

std::string Noise(size_t size) {
  std::string text;
  for (uint32_t i = 1; text.size() < size; i = i * 1664525 + 1013904223)
    text += static_cast<char>(i >> 24);
  return text;
}

const Files kFiles = {{"a.log", "text"}, {"b.log", std::string(200000, 'b')}};

}  // namespace

TEST_CASE("members come in their order, of a file and of a pipe") {
  for (const bool seeks : {true, false}) {
    const Read tar = ReadFrom(ArchiveKind::kTar, {Tar(kFiles), size_t{1} << 30, seeks});
    CHECK(tar.files == kFiles);
    CHECK(tar.end == ArchiveReader::Next::kEnd);
    CHECK(ReadFrom(ArchiveKind::kZip, {Zip(kFiles), size_t{1} << 30, seeks}).files == kFiles);
  }
}

TEST_CASE("a source that fails is told as the reason, not taken for the archive's end") {
  const std::string bytes =
      Tar({{"a.log", "text"}, {"b.log", std::string(400000, 'b')}, {"c", ""}});
  const Read at_once = ReadFrom(ArchiveKind::kTar, {bytes, 0, true});
  CHECK(at_once.files.empty());
  CHECK(at_once.end == ArchiveReader::Next::kFailed);
  CHECK(at_once.problem.find("reading it failed") != std::string::npos);
  const Read later = ReadFrom(ArchiveKind::kTar, {bytes, size_t{128} << 10, true});
  REQUIRE(later.files.size() == 2);
  CHECK(later.files[0].second == "text");
  CHECK(later.files[1].second.ends_with("failed: reading it failed"));
  CHECK(later.end == ArchiveReader::Next::kFailed);
}

TEST_CASE("how far the archive was read counts once what is read twice") {
  const std::string bytes = Zip(kFiles);
  FailingSource source(bytes, size_t{1} << 30, true);
  ArchiveReader reader(ArchiveKind::kZip, source, &source);
  CHECK(ReadAll(reader).files == kFiles);
  CHECK(reader.packed_bytes() > 0);
  CHECK(reader.packed_bytes() <= static_cast<int64_t>(bytes.size()));
}

TEST_CASE("what is no archive has no members and says so") {
  const Read none = ReadFrom(ArchiveKind::kNone, {"text", 4, true});
  CHECK(none.end == ArchiveReader::Next::kFailed);
  CHECK(none.problem.find("cannot unpack that format") != std::string::npos);
  FailingSource text("PK\x03\x04 is no zip at all", size_t{1} << 30, true);
  ArchiveReader reader(ArchiveKind::kZip, text, &text);
  const Read zip = ReadAll(reader);
  CHECK(zip.end == ArchiveReader::Next::kFailed);
  CHECK_FALSE(zip.problem.empty());
  CHECK_FALSE(reader.HasHiddenNames());
}

TEST_CASE("plain members of a zip come by the shortcut, whatever wrote it") {
  CHECK(ByShortcut(Zip(kFiles)) == 2);
  ZipByHand zip;
  zip.Add({.name = "a.log", .content = "text"});
  zip.Add({.name = "b.log", .content = std::string(300000, 'b'), .sizes_behind = true});
  zip.Add({.name = "c.log", .content = Noise(100000), .flags = 0x806, .system = 3});
  zip.Add({.name = "d.log", .content = "more", .extra = std::string("UT\5\0\1abcd", 9)});
  CHECK(ByShortcut(zip.Finish()) == 4);
  CHECK(ByShortcut(zip.Finish("a comment")) == 4);
  CHECK(ByShortcut(zip.Finish("", "what unpacks by itself")) == 4);
}

TEST_CASE("members come right by the shortcut although those before them are left unread") {
  ZipByHand zip;
  for (const char* name : {"a", "b", "c", "d"})
    zip.Add({.name = name, .content = name + Noise(200000), .method = *name == 'b' ? 0 : 8});
  CHECK(ByShortcut(zip.Finish(), 500) == 3);
  CHECK(ByShortcut(zip.Finish(), 0) == 0);
}

TEST_CASE("of a large member the rest comes by the shortcut, of a very large one nothing") {
  const std::string large = Noise(size_t{3} << 20), very_large = std::string(size_t{9} << 20, 'x');
  const std::string zip = ZipByHand()
                              .Add({.name = "a", .content = large})
                              .Add({.name = "b", .content = very_large})
                              .Add({.name = "c", .content = "text"})
                              .Finish();
  CHECK(ByShortcut(zip) == 2);
  CHECK(ByShortcut(zip, 60000) == 1);
}

TEST_CASE("folders, links, what is stored and what is encrypted go by libarchive") {
  ZipByHand zip;
  zip.Add({.name = "logs/", .content = "", .method = 0});
  zip.Add({.name = "folder", .content = "", .method = 0, .attributes = 0x10});
  zip.Add({.name = "link", .content = "a.log", .method = 0, .system = 3, .attributes = 0xa1ff0000});
  zip.Add({.name = "packed-link", .content = "a.log", .system = 3, .attributes = 0xa1ff0000});
  zip.Add({.name = "stored", .content = "text", .method = 0});
  zip.Add({.name = "empty", .content = ""});
  zip.Add({.name = "secret", .content = "text", .flags = 1});
  zip.Add({.name = "odd", .content = "text", .method = 77});
  CHECK(ByShortcut(zip.Finish()) == 0);
  CHECK(ByShortcut(zip.Add({.name = "a.log", .content = "text"}).Finish()) == 1);
  CHECK(ByShortcut(Packed(archive_write_set_format_zip, nullptr, kFiles, "pw")) == 0);
}

TEST_CASE("names of members are libarchive's, by the shortcut too") {
  ZipByHand zip;
  for (const char* name : {"Gr\xc3\xb6\xc3\x9f"
                           "e.log",
                           "Pr\x81"
                           "fung.log",
                           "logs\\a.log", "/abs", "../up", "a\nb", "", "\xff"}) {
    zip.Add({.name = name, .content = "text"});
    zip.Add({.name = name, .content = "text", .flags = 0x800});
  }
  CHECK(ByShortcut(zip.Finish()) > 8);
}

TEST_CASE("a wrong checksum or size is told by libarchive's words") {
  for (const uint32_t error : {1u, 0x80000000u}) {
    for (const bool behind : {false, true}) {
      const std::string text(100000, 'x');
      CHECK(
          ByShortcut(
              ZipByHand()
                  .Add({.name = "a", .content = text, .sizes_behind = behind, .crc_error = error})
                  .Add({.name = "b", .content = text, .sizes_behind = behind, .size_error = error})
                  .Add({.name = "c",
                        .content = text,
                        .sizes_behind = behind,
                        .directory_error = error})
                  .Finish()) == 0);
      CHECK(ByShortcut(
                ZipByHand().Add({.name = "d", .content = text, .header_error = error}).Finish()) ==
            0);
    }
  }
}

TEST_CASE("a directory that is not in the order of its members is libarchive's") {
  ZipByHand zip;
  for (const char* name : {"a", "b", "c"}) zip.Add({.name = name, .content = name});
  CHECK(ByShortcut(zip.TurnDirectory().Finish()) == 1);  // the one in the middle
  CHECK(ByShortcut(zip.RepeatLast().Finish()) <= 1);
  CHECK(ByShortcut(ZipByHand()
                       .Add({.name = "a", .content = "text"})
                       .RepeatLast()
                       .Add({.name = "b", .content = "text"})
                       .Finish()) == 1);
}

TEST_CASE("a zip that is cut or damaged anywhere reads the same with the shortcut and without") {
  ZipByHand zip;
  zip.Add({.name = "a.log", .content = "some text of some length"});
  zip.Add({.name = "b.log", .content = std::string(200, 'b'), .sizes_behind = true});
  zip.Add({.name = "c.log", .content = "text", .method = 0});
  zip.Add(
      {.name = "d.log", .content = "the end", .extra = std::string("\x01\0\x08\0abcdefgh", 12)});
  const std::string whole = zip.Finish("comment");
  CHECK(ByShortcut(whole) == 3);
  for (size_t at = 0; at < whole.size(); ++at) {
    ByShortcut(whole.substr(0, at));
    for (const int change : {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      ByShortcut(damaged);
    }
  }
}

TEST_CASE("a zip in a zip that unpacks without end costs no more by the shortcut") {
  // Small when packed, and all entries of the directory stand for the same data.
  ZipByHand zip;
  zip.Add({.name = "a", .content = std::string(size_t{1} << 20, '0')});
  for (int i = 0; i < 50; ++i) zip.RepeatLast();
  CHECK(ByShortcut(zip.Finish()) == 1);
}
