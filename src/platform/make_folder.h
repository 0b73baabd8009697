#ifndef EXDIAG_PLATFORM_MAKE_FOLDER_H_
#define EXDIAG_PLATFORM_MAKE_FOLDER_H_

#include <string>

namespace exdiag::platform {

// Makes a folder and those above it, as far as they are missing. False and `error` filled, in one
// sentence with the path, if that cannot be done. `path` is UTF-8.
bool MakeFolders(const std::string& path, std::string* error);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_MAKE_FOLDER_H_
