#include "platform/make_folder.h"

#include <filesystem>
#include <system_error>

namespace exdiag::platform {

bool MakeFolders(const std::string& path, std::string* error) {
  if (path.empty()) return true;
  std::error_code code;
  std::filesystem::create_directories(std::u8string(path.begin(), path.end()), code);
  if (!code) return true;
  *error = "cannot make the folder " + path + ": " + code.message();
  return false;
}

}  // namespace exdiag::platform
