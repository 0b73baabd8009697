#ifndef EXDIAG_TESTS_INPUT_ARCHIVES_H_
#define EXDIAG_TESTS_INPUT_ARCHIVES_H_

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/inputs.h"

namespace exdiag::input {

using Files = std::vector<std::pair<std::string, std::string>>;  // names and contents

using Setting = int (*)(archive*);

// An archive in memory, written by libarchive.
inline std::string Packed(Setting format, Setting filter, const Files& files,
                          const char* password = nullptr) {
  std::string bytes(std::size_t{96} << 20, '\0');
  size_t used = 0;
  archive* a = archive_write_new();
  format(a);
  if (filter != nullptr) filter(a);
  if (password != nullptr) {
    archive_write_set_options(a, "zip:encryption=zipcrypt");
    archive_write_set_passphrase(a, password);
  }
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open_memory(a, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  bytes.resize(used);
  return bytes;
}

inline std::string Zip(const Files& files) {
  return Packed(archive_write_set_format_zip, nullptr, files);
}
inline std::string SevenZip(const Files& files) {
  return Packed(archive_write_set_format_7zip, nullptr, files);
}
inline std::string TarGz(const Files& files) {
  return Packed(archive_write_set_format_ustar, archive_write_add_filter_gzip, files);
}
inline std::string Gz(const std::string& content) {
  return Packed(archive_write_set_format_raw, archive_write_add_filter_gzip, {{"x", content}});
}

struct Visited {
  std::vector<FoundFile> files;
  std::vector<std::string> contents;
  std::vector<InputError> errors;

  std::vector<std::string> paths(const std::string& below) const {
    std::vector<std::string> all;
    for (const auto& file : files) all.push_back(file.path.substr(below.size() + 1));
    return all;
  }
};

inline Visited VisitAll(const std::string& path, const ArchiveLimits& limits = {}) {
  Visited visited;
  VisitFiles(
      path, limits,
      [&](const FoundFile& file, ByteSource& bytes) {
        std::string content;
        char block[1000];
        while (const size_t got = bytes.Read(block, sizeof block)) content.append(block, got);
        visited.files.push_back(file);
        visited.contents.push_back(content);
        return true;
      },
      &visited.errors);
  return visited;
}

}  // namespace exdiag::input

#endif  // EXDIAG_TESTS_INPUT_ARCHIVES_H_
