#include "input/archive_reader.h"

#include <catch2/catch.hpp>

#include "input/archives.h"
#include "input/failing_source.h"

using namespace exdiag::input;

namespace {

// Names and contents of all members, and how it ended.
struct Read {
  Files files;
  ArchiveReader::Next end = ArchiveReader::Next::kEnd;
  std::string problem;
};

Read ReadAll(ArchiveReader& reader) {
  Read all;
  ArchiveReader::Member member;
  while ((all.end = reader.ReadMember(&member)) == ArchiveReader::Next::kMember) {
    std::string content;
    char block[1000];
    bool failed = false;
    while (const size_t got = reader.ReadData(block, sizeof block, &failed))
      content.append(block, got);
    all.files.emplace_back(member.name, failed ? "failed" : content);
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
  CHECK(later.files[1].second == "failed");
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
