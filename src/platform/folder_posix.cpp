#ifndef _WIN32

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "platform/folder.h"
#include "platform/system_error_posix.h"

namespace exdiag::platform {
namespace {

PathKind KindOfMode(mode_t mode) {
  if (S_ISREG(mode)) return PathKind::kFile;
  if (S_ISDIR(mode)) return PathKind::kFolder;
  return PathKind::kOther;
}

PathKind EntryKind(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return PathKind::kMissing;
  if (!S_ISLNK(status.st_mode)) return KindOfMode(status.st_mode);
  if (stat(path.c_str(), &status) != 0) return PathKind::kMissing;
  const PathKind target = KindOfMode(status.st_mode);
  return target == PathKind::kFolder ? PathKind::kFolderLink : target;
}

}  // namespace

PathKind KindOf(const std::string& path) { return EntryKind(path); }

std::optional<FileId> IdOf(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileId{status.st_dev, status.st_ino};
}

bool ListFolder(const std::string& path, std::vector<FolderEntry>* entries, FileError* error) {
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) {
    *error = ErrorOf(errno);
    return false;
  }
  while (const dirent* entry = readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    entries->push_back({std::string(name), EntryKind(JoinPath(path, name))});
  }
  closedir(folder);
  std::sort(entries->begin(), entries->end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return true;
}

std::string JoinPath(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && path.back() != '/') path += '/';
  return path.append(name);
}

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::string_view NameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace exdiag::platform

#endif  // _WIN32
