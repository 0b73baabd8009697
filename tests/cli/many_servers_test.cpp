// More logs in one folder than one server has: each is read by itself.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/found_logs.h"
#include "cli/program.h"
#include "input/zips.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace exdiag;

namespace {

// Names and texts of so many logs of setup, and of two beside them.
std::vector<std::pair<std::string, std::string>> Files(size_t logs) {
  const std::string log = tests::BytesOf(tests::SamplesFolder() / "cert-expired-cu.log");
  std::vector<std::pair<std::string, std::string>> files;
  for (size_t i = 0; i < logs; ++i) files.emplace_back(fmt::format("server{:03}.log", i), log);
  files.emplace_back("UpdateConfigFile.log",
                     "[17:41:29] * UpdateConfigFiles.ps1: 3/10/2026 5:41:29 PM\n"
                     "[17:41:31] ERROR: Access to the path 'C:\\web.config' is denied.\n");
  files.emplace_back("ldif.err",
                     "Entry DN: CN=x\nAdd error on entry starting on line 7: No Such Object\n"
                     "The server side error is: 0x208d Directory object not found.\n");
  return files;
}

// What the program says of each log, by the log's name.
std::vector<std::pair<std::string, std::string>> LogsIn(const std::string& path,
                                                        const std::string& jobs) {
  cli::TextOutput out, error;
  cli::Console console;
  console.out = &out;
  console.error = &error;
  cli::RunProgram({path, "--format", "json", "--jobs", jobs}, console);
  const nlohmann::json report = nlohmann::json::parse(out.text());
  std::vector<std::pair<std::string, std::string>> logs;
  for (const auto& log : report["logs"]) {
    const std::string log_path = log["path"];
    logs.emplace_back(log_path.substr(log_path.find_last_of("/\\!") + 1),
                      log["diagnoses"][0]["rule"].get<std::string>() + " " +
                          log["coverage"]["companions"].dump());
  }
  return logs;
}

std::string ZipOf(const std::vector<std::pair<std::string, std::string>>& files) {
  input::ZipByHand zip;
  for (const auto& [name, text] : files) zip.Add({.name = name, .content = text});
  return zip.Finish();
}

}  // namespace

TEST_CASE("Of an archive with the logs of many servers each is told once, whatever the jobs") {
  const TemporaryFolder folder;
  const auto files = Files(cli::kMostLogsOfServer + 21);
  const std::string zip = folder.Write("many.zip", ZipOf(files));
  const auto logs = LogsIn(zip, "1");
  CHECK(logs.size() == files.size());
  for (size_t i = 0; i + 2 < logs.size(); ++i) {
    CHECK(logs[i].first == files[i].first);
    CHECK(logs[i].second == "cert-expired []");
  }
  CHECK(LogsIn(zip, "3") == logs);
}

TEST_CASE("A folder with the logs of many servers is read as an archive of them is") {
  const TemporaryFolder folder;
  const auto files = Files(cli::kMostLogsOfServer + 1);
  for (const auto& [name, text] : files) folder.Write("logs/" + name, text);
  const std::string zip = folder.Write("many.zip", ZipOf(files));
  auto in_folder = LogsIn(folder.path() + "/logs", "2");
  auto in_zip = LogsIn(zip, "2");
  std::sort(in_folder.begin(), in_folder.end());
  std::sort(in_zip.begin(), in_zip.end());
  CHECK(in_folder == in_zip);
}

TEST_CASE("Logs beside those of one server join them and are not told by themselves") {
  const TemporaryFolder folder;
  const auto files = Files(cli::kMostLogsOfServer);
  const auto logs = LogsIn(folder.Write("one.zip", ZipOf(files)), "1");
  CHECK(logs.size() == files.size() - 2);
  for (const auto& [name, text] : logs) CHECK(name.starts_with("server"));
}
