#ifndef EXDIAG_PLATFORM_FILE_NAMES_H_
#define EXDIAG_PLATFORM_FILE_NAMES_H_

#include <cstdio>
#include <string>

namespace exdiag::platform {

// The primitives of OutputFile. Paths are UTF-8.

// A name in the same folder that no other process uses.
std::string TemporaryNameFor(const std::string& path);

// A new or emptied file, in binary; null and errno set if it cannot be opened.
std::FILE* OpenForWriting(const std::string& path);

// Renames `from` to `to`, which may exist; keeps the permissions of an existing `to`.
bool ReplaceFile(const std::string& from, const std::string& to, std::string* reason);

void RemoveFile(const std::string& path);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_FILE_NAMES_H_
