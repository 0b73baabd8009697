#include "platform/output_file.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "temporary_folder.h"

using exdiag::platform::OutputFile;
using exdiag::platform::WriteWholeFile;

namespace {

std::string ContentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("an output file that is not finished leaves the old one and nothing else") {
  const exdiag::TemporaryFolder folder;
  const std::string path = folder.Write("report.json", "old");
  {
    OutputFile file;
    REQUIRE(file.Open(path));
    REQUIRE(file.Write("half of the new"));
  }
  CHECK(ContentOf(path) == "old");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a finished output file takes the place of the old one") {
  const exdiag::TemporaryFolder folder;
  const std::string path = folder.Write("report.json", "old");
  std::string error;
  REQUIRE(WriteWholeFile(path, "new\n", &error));
  CHECK(ContentOf(path) == "new\n");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("an output file that cannot be made says why, with its path") {
  const exdiag::TemporaryFolder folder;
  std::string error;
  CHECK_FALSE(WriteWholeFile(folder.path() + "/none/report.json", "x", &error));
  CHECK(error.find("none/report.json") != std::string::npos);
  CHECK_FALSE(WriteWholeFile(folder.path(), "x", &error));
  CHECK(error.find("folder") != std::string::npos);
}
