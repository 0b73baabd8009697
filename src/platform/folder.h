#ifndef EXDIAG_PLATFORM_FOLDER_H_
#define EXDIAG_PLATFORM_FOLDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "platform/file.h"

namespace exdiag::platform {

// What a path leads to. A link to a file counts as the file; a link to a folder (a junction too) is
// kFolderLink, so that a walk can leave it alone and never runs in circles.
enum class PathKind { kMissing, kFile, kFolder, kFolderLink, kOther };

struct FolderEntry {
  std::string name;  // UTF-8, without the folder
  PathKind kind = PathKind::kOther;
};

PathKind KindOf(const std::string& path);

// Tells files apart whatever path leads to them; meaningful on one machine only.
struct FileId {
  uint64_t volume = 0;
  uint64_t file = 0;

  bool operator==(const FileId&) const = default;
  bool operator<(const FileId& other) const {
    return std::tie(volume, file) < std::tie(other.volume, other.file);
  }
};

// Of the file that a path leads to, links followed; nothing if there is no file.
std::optional<FileId> IdOf(const std::string& path);

// What stands in a folder, in the order of the names' bytes, without "." and "..". False and
// `error` filled if it cannot be listed.
bool ListFolder(const std::string& path, std::vector<FolderEntry>* entries, FileError* error);

// "folder" + separator + "name", with the system's separator unless the folder ends with one.
std::string JoinPath(std::string_view folder, std::string_view name);

// The part of a path before its last name, empty if there is none; and that name.
std::string_view FolderOf(std::string_view path);
std::string_view NameOf(std::string_view path);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_FOLDER_H_
