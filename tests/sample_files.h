#ifndef EXDIAG_TESTS_SAMPLE_FILES_H_
#define EXDIAG_TESTS_SAMPLE_FILES_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "source_folder.h"

namespace exdiag::tests {

inline std::filesystem::path SamplesFolder() { return SourceFolder() / "samples"; }

inline std::string BytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The samples that are one setup log, in UTF-8.
inline std::vector<std::filesystem::path> SampleLogs() {
  std::vector<std::filesystem::path> logs;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SamplesFolder())) {
    const std::string name = entry.path().filename().string();
    const bool setup_log = entry.path().extension() == ".log" &&
                           name.find("Update") == std::string::npos &&
                           name != "ServiceControl.log" && name.find("utf16") == std::string::npos;
    if (entry.is_regular_file() && setup_log) logs.push_back(entry.path());
  }
  std::sort(logs.begin(), logs.end());
  return logs;
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_SAMPLE_FILES_H_
