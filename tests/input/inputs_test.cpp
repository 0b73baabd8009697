#include "input/inputs.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "environment.h"
#include "input/archives.h"
#include "temporary_folder.h"

using exdiag::TemporaryFolder;
using namespace exdiag::input;

TEST_CASE(
    "a folder is walked in the order of names, files before folders, and links are left alone") {
  const TemporaryFolder folder;
  folder.Write("b.log", "b");
  folder.Write("a.log", "a");
  folder.Write("a/z.log", "z");
  folder.Write("a/deep/y.log", "y");
  std::error_code without_link;  // Windows lets not everybody make one
  std::filesystem::create_directory_symlink(folder.path(), folder.path() + "/a/loop", without_link);
  const Visited visited = VisitAll(folder.path());
  CHECK(visited.paths(folder.path()) ==
        std::vector<std::string>{"a.log", "b.log", "a/z.log", "a/deep/y.log"});
  CHECK(visited.files[2].container == folder.path() + "/a");
  CHECK(visited.files[2].name == "z.log");
  CHECK(visited.errors.empty());
}

TEST_CASE("an ordinary file comes byte for byte, short or long") {
  const TemporaryFolder folder;
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>('a' + i % 26);
  for (const size_t size : {0, 1, 511, 512, 513, 100000}) {
    const std::string path = folder.Write("x.log", bytes.substr(0, size));
    const Visited visited = VisitAll(path);
    REQUIRE(visited.contents == std::vector<std::string>{bytes.substr(0, size)});
    CHECK(visited.files[0].path == path);
    CHECK(visited.files[0].container == folder.path());
  }
}

TEST_CASE("archives are known by their content, whatever they are called") {
  const TemporaryFolder folder;
  const Files files = {{"logs/ExchangeSetup.log", "text"}, {"logs/ldif.err", "Entry DN"}};
  for (const std::string& bytes :
       {Zip(files), SevenZip(files), TarGz(files),
        Packed(archive_write_set_format_ustar, nullptr, files),
        Packed(archive_write_set_format_v7tar, nullptr, files),
        Packed(archive_write_set_format_pax, archive_write_add_filter_xz, files),
        Packed(archive_write_set_format_gnutar, archive_write_add_filter_bzip2, files),
        Packed(archive_write_set_format_ustar, archive_write_add_filter_zstd, files)}) {
    const std::string path = folder.Write("logs.renamed", bytes);
    const Visited visited = VisitAll(path);
    CHECK(visited.paths(path) ==
          std::vector<std::string>{"logs/ExchangeSetup.log", "logs/ldif.err"});
    CHECK(visited.contents == std::vector<std::string>{"text", "Entry DN"});
    CHECK(visited.files[0].container == path + "/logs");
    CHECK(visited.errors.empty());
  }
}

TEST_CASE("a compressed log goes by its own path and belongs to the folder it stands in") {
  const TemporaryFolder folder;
  const std::string path = folder.Write("ldif.err.gz", Gz("Entry DN"));
  const Visited visited = VisitAll(path);
  REQUIRE(visited.files.size() == 1);
  CHECK(visited.files[0].path == path);
  CHECK(visited.files[0].name == "ldif.err");
  CHECK(visited.files[0].container == folder.path());
  CHECK(visited.contents[0] == "Entry DN");
}

TEST_CASE("archives in archives are read to a depth of three") {
  const TemporaryFolder folder;
  const std::string inner = Zip({{"x.log", "deep"}});
  const std::string third = TarGz({{"3.zip", inner}});
  const std::string second = SevenZip({{"2.tgz", third}});
  const std::string path = folder.Write("case.zip", Zip({{"1.7z", second}, {"y.log", "flat"}}));
  const Visited visited = VisitAll(path);
  CHECK(visited.paths(path) == std::vector<std::string>{"1.7z/2.tgz/3.zip/x.log", "y.log"});
  CHECK(visited.contents == std::vector<std::string>{"deep", "flat"});
  CHECK(visited.errors.empty());

  const std::string deeper =
      folder.Write("deeper.zip", Zip({{"0.zip", Zip({{"1.7z", second}})}, {"y.log", "flat"}}));
  const Visited cut = VisitAll(deeper);
  CHECK(cut.contents == std::vector<std::string>{"flat"});
  REQUIRE(cut.errors.size() == 1);
  CHECK(cut.errors[0].kind == InputError::Kind::kLimit);
  CHECK(cut.errors[0].path == deeper + "/0.zip/1.7z/2.tgz/3.zip");
}

TEST_CASE("an archive bomb ends at the limits with one message and does not end the rest") {
  const TemporaryFolder folder;
  const std::string zeros(size_t{80} << 20, '0');
  folder.Write("a.tar.xz", Packed(archive_write_set_format_ustar, archive_write_add_filter_xz,
                                  {{"big", zeros}, {"more", "x"}}));
  folder.Write("b.log", "log");
  ArchiveLimits limits;
  SECTION("by ratio") {
    limits.ratio = 1000;
    const Visited visited = VisitAll(folder.path(), limits);
    CHECK(visited.contents.back() == "log");
    REQUIRE(visited.errors.size() == 1);
    CHECK(visited.errors[0].kind == InputError::Kind::kLimit);
    CHECK(visited.errors[0].message.find("1000 times") != std::string::npos);
  }
  SECTION("by size, though nobody reads the member") {
    limits.total_bytes = 1 << 20;
    std::vector<InputError> errors;
    std::vector<std::string> names;
    VisitFiles(
        folder.path(), limits,
        [&](const FoundFile& file, ByteSource&) {
          names.push_back(file.name);
          return true;
        },
        &errors);
    CHECK(names == std::vector<std::string>{"big", "b.log"});
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].kind == InputError::Kind::kLimit);
  }
  SECTION("by entries") {
    limits.entries = 1;
    limits.ratio = 1 << 20;
    const Visited visited = VisitAll(folder.path(), limits);
    CHECK(visited.paths(folder.path()) == std::vector<std::string>{"a.tar.xz/big", "b.log"});
    REQUIRE(visited.errors.size() == 1);
    CHECK(visited.errors[0].message.find("more than 1 files") != std::string::npos);
  }
}

TEST_CASE("what needs a password is reported once and the rest is read") {
  const TemporaryFolder folder;
  const std::string path = folder.Write(
      "secret.zip", Packed(archive_write_set_format_zip, nullptr, {{"a", "1"}, {"b", "2"}}, "pw"));
  const Visited visited = VisitAll(path);
  CHECK(visited.files.empty());
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].message.find("password") != std::string::npos);
}

TEST_CASE("a damaged archive is reported and what could be unpacked is used") {
  const TemporaryFolder folder;
  std::string bytes = TarGz({{"a.log", "first"}, {"b.log", std::string(300000, 'b')}});
  bytes.resize(bytes.size() - 30);
  const std::string path = folder.Write("cut.tgz", bytes);
  const Visited visited = VisitAll(path);
  REQUIRE(visited.contents.size() >= 1);
  CHECK(visited.contents[0] == "first");
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].kind == InputError::Kind::kUnreadable);
}

TEST_CASE("an empty folder and an empty archive are no errors; what is not there is one") {
  const TemporaryFolder folder;
  CHECK(VisitAll(folder.path()).errors.empty());
  CHECK(VisitAll(folder.Write("empty.zip", Zip({}))).errors.empty());
  const Visited missing = VisitAll(folder.path() + "/none.log");
  REQUIRE(missing.errors.size() == 1);
  CHECK(missing.errors[0].kind == InputError::Kind::kNotFound);
}

TEST_CASE("names of members cannot steer a terminal or leave the archive") {
  const TemporaryFolder folder;
  const std::string path = folder.Write(
      "x.tar",
      Packed(archive_write_set_format_ustar, nullptr,
             {{"../../etc/\x1b[31mpasswd", "1"}, {"C:\\logs\\a.log", "2"}, {"/abs\n.log", "3"}}));
  const Visited visited = VisitAll(path);
  CHECK(visited.paths(path) ==
        std::vector<std::string>{"etc/?[31mpasswd", "logs/a.log", "abs?.log"});
}

TEST_CASE("names of members outside ASCII come as UTF-8, whatever the locale") {
  const TemporaryFolder folder;
  exdiag::tests::SetVariable("LC_ALL", "C.UTF-8");
  const std::string path = folder.Write("x.tar", Packed(archive_write_set_format_ustar, nullptr,
                                                        {{"Gr\xc3\xb6\xc3\x9f"
                                                          "e.log",
                                                          "1"}}));
  CHECK(VisitAll(path).paths(path) == std::vector<std::string>{"Größe.log"});
}

TEST_CASE("a visitor that has enough ends the walk") {
  const TemporaryFolder folder;
  folder.Write("a.zip", Zip({{"1", "1"}, {"2", "2"}}));
  folder.Write("b.log", "b");
  int calls = 0;
  std::vector<InputError> errors;
  VisitFiles(
      folder.path(), {}, [&](const FoundFile&, ByteSource&) { return ++calls < 2; }, &errors);
  CHECK(calls == 2);
}

TEST_CASE("a visitor that has enough in a folder below ends the walk, too") {
  const TemporaryFolder folder;
  folder.Write("a/1.log", "1");
  folder.Write("a/2.log", "2");
  folder.Write("b/3.log", "3");
  std::vector<std::string> names;
  std::vector<InputError> errors;
  VisitFiles(
      folder.path(), {},
      [&](const FoundFile& file, ByteSource&) {
        names.push_back(file.name);
        return false;
      },
      &errors);
  CHECK(names == std::vector<std::string>{"1.log"});
}

TEST_CASE("a link to a folder is followed where the user names it") {
  const TemporaryFolder folder;
  folder.Write("logs/a.log", "a");
  const std::string link = folder.path() + "/link";
  std::error_code without_link;
  std::filesystem::create_directory_symlink(folder.path() + "/logs", link, without_link);
  if (without_link) return;
  const Visited visited = VisitAll(link);
  CHECK(visited.paths(link) == std::vector<std::string>{"a.log"});
  CHECK(visited.errors.empty());
}

TEST_CASE("a folder more than 200 deep is told, and those above it are walked") {
  const TemporaryFolder folder;
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "d/";
  std::error_code too_long;  // for the system
  std::filesystem::create_directories(folder.path() + "/" + deep + "deeper", too_long);
  if (too_long) return;
  folder.Write(deep + "in-time.log", "1");
  folder.Write(deep + "deeper/too-late.log", "2");
  const Visited visited = VisitAll(folder.path());
  REQUIRE(visited.files.size() == 1);
  CHECK(visited.files[0].name == "in-time.log");
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].kind == InputError::Kind::kLimit);
  CHECK(visited.errors[0].path == folder.path() + "/" + deep + "deeper");
}
