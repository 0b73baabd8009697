// Archives that libarchive reads and does not write, made by hand, and members that are no files.

#include <catch2/catch.hpp>

#include "input/archives.h"
#include "input/bytes.h"
#include "temporary_folder.h"

using exdiag::TemporaryFolder;
using namespace exdiag::input;

namespace {

// A cabinet of one file that is stored as it is.
std::string Cab(const std::string& name, const std::string& content) {
  const size_t data_at = 36 + 8 + 16 + name.size() + 1;
  Bytes cab;
  cab.Put("MSCF").Put(0, 4).Put(data_at + 8 + content.size(), 4).Put(0, 4).Put(44, 4).Put(0, 4);
  cab.Put(3, 1).Put(1, 1).Put(1, 2).Put(1, 2).Put(0, 2).Put(0, 2).Put(0, 2);
  cab.Put(data_at, 4).Put(1, 2).Put(0, 2);
  cab.Put(content.size(), 4).Put(0, 4).Put(0, 2).Put(0x5a21, 2).Put(0, 2).Put(0x20, 2);
  cab.Put(name).Put(0, 1);
  cab.Put(0, 4).Put(content.size(), 2).Put(content.size(), 2).Put(content);
  return cab.str();
}

std::string BytesOfHex(std::string_view hex) {
  std::string bytes;
  for (size_t at = 0; at < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

std::string RarBlock(const Bytes& fields) {
  return Bytes().Put(Crc32(fields.str()) & 0xffff, 2).Put(fields.str()).str();
}

std::string RarFile(const std::string& name, const std::string& content, bool encrypted) {
  Bytes fields;
  fields.Put(0x74, 1).Put(encrypted ? 0x8004 : 0x8000, 2).Put(32 + name.size(), 2);
  fields.Put(content.size(), 4).Put(content.size(), 4).Put(2, 1).Put(Crc32(content), 4);
  fields.Put(0x5a210000, 4).Put(20, 1).Put(0x30, 1).Put(name.size(), 2).Put(0x20, 4).Put(name);
  return RarBlock(fields) + content;
}

std::string Rar(const std::string& files) {
  Bytes head, end;
  head.Put(0x73, 1).Put(0, 2).Put(13, 2).Put(0, 6);
  end.Put(0x7b, 1).Put(0x4000, 2).Put(7, 2);
  return Bytes().Put("Rar!\x1a\x07").Put(0, 1).str() + RarBlock(head) + files + RarBlock(end);
}

// A 7z whose list of members is itself encrypted: what "encrypt file names" of its program gives.
std::string SevenZipWithHiddenNames() {
  const std::string packed(16, '\x5a');
  Bytes list;  // where the encrypted list stands, and by which coder
  list.Put(0x17, 1).Put(0x06, 1).Put(0, 1).Put(1, 1).Put(0x09, 1).Put(packed.size(), 1).Put(0, 1);
  list.Put(0x07, 1).Put(0x0b, 1).Put(1, 1).Put(0, 1);
  list.Put(1, 1).Put(0x24, 1).Put("\x06\xf1\x07\x01").Put(2, 1).Put(0x13, 1).Put(0, 1);
  list.Put(0x0c, 1).Put(packed.size(), 1).Put(0, 1).Put(0, 1);
  Bytes start;
  start.Put(packed.size(), 8).Put(list.str().size(), 8).Put(Crc32(list.str()), 4);
  Bytes all;
  all.Put("7z\xbc\xaf\x27\x1c").Put(0, 1).Put(4, 1).Put(Crc32(start.str()), 4).Put(start.str());
  return all.Put(packed).Put(list.str()).str();
}

// A tar of a folder, a file, and a second name of that file.
std::string TarWithLink() {
  std::string bytes(1 << 20, '\0');
  size_t used = 0;
  archive* a = archive_write_new();
  archive_write_set_format_ustar(a);
  archive_write_open_memory(a, bytes.data(), bytes.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "logs/");
  archive_entry_set_filetype(entry, AE_IFDIR);
  archive_write_header(a, entry);
  archive_entry_clear(entry);
  archive_entry_set_pathname(entry, "logs/a.log");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, 4);
  archive_write_header(a, entry);
  archive_write_data(a, "text", 4);
  archive_entry_clear(entry);
  archive_entry_set_pathname(entry, "logs/second-name.log");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_hardlink(entry, "logs/a.log");
  archive_write_header(a, entry);
  archive_entry_free(entry);
  archive_write_close(a);
  archive_write_free(a);
  bytes.resize(used);
  return bytes;
}

}  // namespace

TEST_CASE("a cabinet, as diagnostic tools of Windows make it, is read") {
  const TemporaryFolder folder;
  const std::string path = folder.Write("logs.cab", Cab("setup\\ExchangeSetup.log", "text"));
  const Visited visited = VisitAll(path);
  CHECK(visited.errors.empty());
  CHECK(visited.paths(path) == std::vector<std::string>{"setup/ExchangeSetup.log"});
  CHECK(visited.contents == std::vector<std::string>{"text"});
}

// Found by fuzzing: libarchive followed a null pointer from the damaged file to the next one.
TEST_CASE("a damaged cabinet is told") {
  const TemporaryFolder folder;
  const std::string damaged = BytesOfHex(
      "4d53434600000000d5000000000000002c0000000000030000020100010000000000000071000000fbff0000"
      "4e000000000000000000795757574d53434600000000d500f800000000ff575757575757575dad4c20006c6f"
      "67735cc4a292ccbc74cce4a2ff68002c000000000000006c0238324159010001000000000000007100000001"
      "0026535901004e000000000000000000795dad4c20006c6f67735cc4a292ccbc74d7d7d7d792920b00929292"
      "d7d7d7d700000000970b00");
  const Visited visited = VisitAll(folder.Write("logs.cab", damaged));
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].kind == InputError::Kind::kUnreadable);
  CHECK(visited.errors[0].message.find("new copy") != std::string::npos);
}

TEST_CASE("a rar is read, and a member of it that needs a password is passed over") {
  const TemporaryFolder folder;
  const std::string plain = RarFile("ExchangeSetup.log", "text", false);
  const std::string path = folder.Write("logs.rar", Rar(plain));
  const Visited visited = VisitAll(path);
  CHECK(visited.errors.empty());
  CHECK(visited.contents == std::vector<std::string>{"text"});

  // Longer than what is read at once, so that it is skipped by moving on in the file.
  const std::string secret = RarFile("secret.log", std::string(300000, 's'), true);
  const std::string mixed = folder.Write("mixed.rar", Rar(secret + plain));
  const Visited rest = VisitAll(mixed);
  CHECK(rest.paths(mixed) == std::vector<std::string>{"ExchangeSetup.log"});
  CHECK(rest.contents == std::vector<std::string>{"text"});
  REQUIRE(rest.errors.size() == 1);
  CHECK(rest.errors[0].message.find("password") != std::string::npos);
}

TEST_CASE("a 7z that hides the names of its members is told to need a password") {
  const TemporaryFolder folder;
  const Visited visited = VisitAll(folder.Write("secret.7z", SevenZipWithHiddenNames()));
  CHECK(visited.files.empty());
  REQUIRE(visited.errors.size() == 1);
  CHECK(visited.errors[0].kind == InputError::Kind::kUnreadable);
  CHECK(visited.errors[0].message.find("password") != std::string::npos);
}

TEST_CASE("folders and links of an archive are no files") {
  const TemporaryFolder folder;
  const std::string path = folder.Write("logs.tar", TarWithLink());
  const Visited visited = VisitAll(path);
  CHECK(visited.errors.empty());
  CHECK(visited.paths(path) == std::vector<std::string>{"logs/a.log"});
  CHECK(visited.contents == std::vector<std::string>{"text"});
}

// On Windows libarchive takes such a name for one in the system's code page.
#ifndef _WIN32

TEST_CASE("a name of a member in the code page of a console comes as UTF-8") {
  const TemporaryFolder folder;
  const std::string path = folder.Write("old.tar", Packed(archive_write_set_format_ustar, nullptr,
                                                          {{"Pr\x81"
                                                            "fung f\x81r Gr\x94\xe1"
                                                            "e.log",
                                                            "1"}}));
  CHECK(VisitAll(path).paths(path) == std::vector<std::string>{"Prüfung für Größe.log"});
}

#endif
