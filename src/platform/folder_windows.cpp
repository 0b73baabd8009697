#ifdef _WIN32

#include <algorithm>

#include "platform/folder.h"
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"

namespace exdiag::platform {
namespace {

// Reparse points on files are cloud placeholders, deduplicated files and links: all are read as
// files.
PathKind KindOfAttributes(DWORD attributes) {
  if (attributes == INVALID_FILE_ATTRIBUTES) return PathKind::kMissing;
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) return PathKind::kFile;
  return (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 ? PathKind::kFolderLink
                                                          : PathKind::kFolder;
}

}  // namespace

PathKind KindOf(const std::string& path) {
  return KindOfAttributes(GetFileAttributesW(LongPath(path).c_str()));
}

std::optional<FileId> IdOf(const std::string& path) {
  const DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  const HANDLE file =
      CreateFileW(LongPath(path).c_str(), 0, shared, nullptr, OPEN_EXISTING, 0, nullptr);
  if (file == INVALID_HANDLE_VALUE) return std::nullopt;
  BY_HANDLE_FILE_INFORMATION about{};
  const bool told = GetFileInformationByHandle(file, &about) != 0;
  CloseHandle(file);
  if (!told) return std::nullopt;
  return FileId{about.dwVolumeSerialNumber,
                (uint64_t{about.nFileIndexHigh} << 32) | about.nFileIndexLow};
}

bool ListFolder(const std::string& path, std::vector<FolderEntry>* entries, FileError* error) {
  WIN32_FIND_DATAW found{};
  const std::wstring pattern = LongPath(JoinPath(path, "*"));
  const HANDLE search = FindFirstFileExW(pattern.c_str(), FindExInfoBasic, &found,
                                         FindExSearchNameMatch, nullptr, FIND_FIRST_EX_LARGE_FETCH);
  if (search == INVALID_HANDLE_VALUE) {
    *error = ErrorOf(GetLastError());
    return false;
  }
  do {
    const std::wstring_view name = found.cFileName;
    if (name == L"." || name == L"..") continue;
    entries->push_back({Utf8(name), KindOfAttributes(found.dwFileAttributes)});
  } while (FindNextFileW(search, &found));
  FindClose(search);
  std::sort(entries->begin(), entries->end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return true;
}

std::string JoinPath(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && path.back() != '\\' && path.back() != '/') path += '\\';
  return path.append(name);
}

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.find_last_of("\\/");
  if (slash == std::string_view::npos) return {};
  const bool root = slash == 0 || path[slash - 1] == ':';
  return path.substr(0, root ? slash + 1 : slash);
}

std::string_view NameOf(std::string_view path) {
  return path.substr(path.find_last_of("\\/:") + 1);
}

}  // namespace exdiag::platform

#endif  // _WIN32
