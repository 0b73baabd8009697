#include "input/archive_walk.h"

#include <catch2/catch.hpp>

#include "input/archives.h"
#include "input/failing_source.h"
#include "input/zips.h"
#include "temporary_folder.h"

using exdiag::TemporaryFolder;
using namespace exdiag::input;

namespace {

constexpr size_t kWhole = size_t{1} << 30;

// What a walk over one source visits; of each file only so much is read.
Visited Walk(FailingSource source, size_t most_read = kWhole, const ArchiveLimits& limits = {}) {
  Visited visited;
  const FileVisitor visit = [&](const FoundFile& file, ByteSource& bytes) {
    std::string content;
    char block[1000];
    while (content.size() < most_read) {
      const size_t got = bytes.Read(block, std::min(sizeof block, most_read - content.size()));
      if (got == 0) break;
      content.append(block, got);
    }
    visited.files.push_back(file);
    visited.contents.push_back(content);
    return true;
  };
  ArchiveWalk walk(limits, visit, &visited.errors);
  CHECK(walk.Visit({"in", "in", ""}, source, &source));
  return visited;
}

}  // namespace

TEST_CASE(
    "an archive that comes through a pipe is read as well, one that is read from its end too") {
  const Files files = {{"a.log", "text"}, {"b.log", "more"}};
  for (const std::string& bytes : {Zip(files), SevenZip(files), TarGz(files)}) {
    const Visited visited = Walk({bytes, kWhole, false});
    CHECK(visited.errors.empty());
    CHECK(visited.paths("in") == std::vector<std::string>{"a.log", "b.log"});
    CHECK(visited.contents == std::vector<std::string>{"text", "more"});
  }
}

TEST_CASE("a pipe that breaks within an archive is told once, by its own words") {
  const std::string noise = [] {
    std::string text;
    for (uint32_t i = 1; text.size() < 400000; i = i * 1664525 + 1013904223)
      text += static_cast<char>(i >> 24);
    return text;
  }();
  const Files files = {{"a.log", "text"}, {"b.log", noise}, {"c.log", "more"}};
  for (const std::string& bytes : {Zip(files), SevenZip(files), TarGz(files)}) {
    const Visited visited = Walk({bytes, 200000, false});
    REQUIRE_FALSE(visited.errors.empty());
    int told = 0;
    for (const InputError& error : visited.errors) told += error.message == "the disk fails";
    CHECK(told == 1);
    for (const std::string& content : visited.contents) CHECK(content != "more");
  }
}

TEST_CASE("a file that cannot be read to its end is told, with what could be read") {
  const Visited visited = Walk({std::string(5000, 'x'), 3000, true});
  REQUIRE(visited.contents.size() == 1);
  CHECK(visited.contents[0].size() == 3000);
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].path == "in");
  CHECK(visited.errors[0].message == "the disk fails");
}

TEST_CASE("members come right although the visitor leaves those before them unread") {
  const Files files = {{"a.log", std::string(100000, 'a')},
                       {"b.log", std::string(100000, 'b')},
                       {"c.log", std::string(100000, 'c')}};
  for (const std::string& bytes : {Zip(files), SevenZip(files), TarGz(files)}) {
    const Visited visited = Walk({bytes, kWhole, true}, 600);
    CHECK(visited.errors.empty());
    REQUIRE(visited.contents.size() == 3);
    CHECK(visited.contents[0] == std::string(600, 'a'));
    CHECK(visited.contents[1] == std::string(600, 'b'));
    CHECK(visited.contents[2] == std::string(600, 'c'));
  }
}

TEST_CASE("of a member that is unpacked whole all but its beginning is read where it lies") {
  const std::string text = std::string(1000, 'a') + std::string(300000, 'b') + "end";
  FailingSource source(Zip({{"a.log", text}}), kWhole, true);
  std::vector<InputError> errors;
  std::string content;
  const FileVisitor visit = [&](const FoundFile&, ByteSource& bytes) {
    CHECK(bytes.ReadInPlace(10).empty());  // its first bytes were looked at, and are a copy
    std::string head(1000, '\0');
    head.resize(bytes.Read(head.data(), head.size()));
    content = head;
    for (;;) {
      const std::string_view more = bytes.ReadInPlace(70000);
      if (more.empty()) break;
      CHECK(more.size() <= 70000);
      content += more;
    }
    return true;
  };
  const ArchiveLimits limits;
  ArchiveWalk walk(limits, visit, &errors);
  CHECK(walk.Visit({"in", "in", ""}, source, &source));
  CHECK(content == text);
  CHECK(errors.empty());
}

TEST_CASE("the limits hold for what is read where it lies") {
  FailingSource source(Zip({{"a.log", std::string(300000, 'a')}}), kWhole, true);
  ArchiveLimits limits;
  limits.total_bytes = 100000;
  std::vector<InputError> errors;
  const FileVisitor visit = [&](const FoundFile&, ByteSource& bytes) {
    std::string head(1000, '\0');
    CHECK(bytes.Read(head.data(), head.size()) == 1000);
    CHECK_FALSE(bytes.ReadInPlace(50000).empty());
    CHECK(bytes.ReadInPlace(50000).empty());
    CHECK(bytes.ReadInPlace(50000).empty());
    CHECK(bytes.Read(head.data(), head.size()) == 0);
    return true;
  };
  ArchiveWalk walk(limits, visit, &errors);
  CHECK(walk.Visit({"in", "in", ""}, source, &source));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].kind == InputError::Kind::kLimit);
}

TEST_CASE("an archive that ends between two members is told with libarchive's reason") {
  const TemporaryFolder folder;
  std::string bytes = Packed(archive_write_set_format_ustar, nullptr,
                             {{"a.log", std::string(512, 'a')}, {"b.log", "text"}});
  bytes.resize(1024 + 100);  // within the head of the second
  const std::string path = folder.Write("cut.tar", bytes);
  const Visited visited = VisitAll(path);
  CHECK(visited.contents == std::vector<std::string>{std::string(512, 'a')});
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].path == path);
  CHECK(visited.errors[0].message.find("cannot be read further (") != std::string::npos);
  CHECK(visited.errors[0].message.find("make a new copy") != std::string::npos);
}

TEST_CASE("members with a password are passed over and told once, wherever they stand") {
  const auto member = [](const std::string& name, int flags) {
    return ZipByHand::Entry{.name = name, .content = "text of " + name, .flags = flags};
  };
  ZipByHand zip;
  zip.Add(member("a.log", 1)).Add(member("b.log", 0)).Add(member("c.log", 1));
  zip.Add(member("d.log", 0));
  const Visited visited = Walk({zip.Finish(), kWhole, true});
  CHECK(visited.paths("in") == std::vector<std::string>{"b.log", "d.log"});
  CHECK(visited.contents == std::vector<std::string>{"text of b.log", "text of d.log"});
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].message.find("password") != std::string::npos);
}

TEST_CASE("a text that only begins like an archive is told as a damaged one") {
  const TemporaryFolder folder;
  const Visited visited = VisitAll(folder.Write("x.zip", "PK\x03\x04 and then nothing of a zip"));
  CHECK(visited.files.empty());
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].kind == InputError::Kind::kUnreadable);
}

TEST_CASE("a zip without end that comes through a pipe is left out at the limit of what is held") {
  class Endless : public ByteSource {
   public:
    size_t Read(char* buffer, size_t size) override {
      std::memset(buffer, 0, size);
      if (!begun_) std::memcpy(buffer, "PK\x03\x04", 4);
      begun_ = true;
      return size;
    }

   private:
    bool begun_ = false;
  };
  Endless endless;
  std::vector<InputError> errors;
  const FileVisitor visit = [](const FoundFile&, ByteSource&) { return true; };
  const ArchiveLimits limits;
  ArchiveWalk walk(limits, visit, &errors);
  CHECK(walk.Visit({"in", "in", ""}, endless, nullptr));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].kind == InputError::Kind::kLimit);
  CHECK(errors[0].message.find("more than 256 MB") != std::string::npos);
}

TEST_CASE("a bomb of many members in a zip ends at the limits") {
  ZipByHand zip;
  const ZipByHand::Entry zeros = {.name = "zeros", .content = std::string(size_t{2} << 20, '0')};
  for (int i = 0; i < 40; ++i) zip.Add(zeros);
  const FailingSource source(zip.Finish(), kWhole, true);
  const auto error_of = [](const Visited& visited) {
    REQUIRE(visited.errors.size() == 1);
    CHECK(visited.errors[0].kind == InputError::Kind::kLimit);
    return visited.errors[0].message;
  };
  const Visited by_ratio = Walk(source);
  CHECK(error_of(by_ratio).find("500 times") != std::string::npos);
  CHECK(by_ratio.contents.size() == 32);
  ArchiveLimits limits;
  limits.total_bytes = 3 << 20;
  const Visited by_size = Walk(source, kWhole, limits);
  CHECK(error_of(by_size).find("more than 3 MB") != std::string::npos);
  CHECK(by_size.contents.size() == 2);
  limits = {};
  limits.entries = 3;
  CHECK(error_of(Walk(source, 1000, limits)).find("more than 3 files") != std::string::npos);
}
