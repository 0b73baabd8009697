#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "cli/program.h"
#include "cli/triage_source.h"
#include "cli/work_stream.h"
#include "temporary_folder.h"

namespace exdiag::cli {
namespace {

using Catch::Contains;

struct Ran {
  ExitStatus status;
  std::string out;
  std::string error;
};

Ran Run(std::vector<std::string> arguments) {
  TextOutput out, error;
  Console console;
  console.out = &out;
  console.error = &error;
  const ExitStatus status = RunProgram(arguments, console);
  return {status, out.text(), error.text()};
}

std::string LogOf(const std::string& message) {
  return "[03/10/2026 17:00:00.0000] [0] **********************************************\n"
         "[03/10/2026 17:00:00.0001] [0] Starting Microsoft Exchange Server 2016 Setup\n"
         "[03/10/2026 17:00:00.0002] [0] **********************************************\n"
         "[03/10/2026 17:00:01.0000] [0] Setup version: 15.1.2507.6.\n"
         "[03/10/2026 17:00:02.0000] [0] Setup will run the task 'install-bridgeheadrole'\n"
         "[03/10/2026 17:01:00.0000] [1] [ERROR] The following error was generated when "
         "\"$error.Clear();\n"
         "          Set-Thing -Name $RoleName\n"
         "        \" was run: \"System." +
         message + "Exception: " + message +
         " failed\".\n"
         "[03/10/2026 17:01:00.0001] [1] [ERROR] " +
         message +
         " failed\n"
         "[03/10/2026 17:01:00.0002] [0] The Exchange Server setup operation didn't complete.\n"
         "[03/10/2026 17:01:00.0004] [0] End of Setup\n";
}

// Twelve servers with one of three failures each.
void WriteLogs(const TemporaryFolder& folder) {
  const std::string failures[] = {"Alpha", "Beta", "Gamma"};
  for (int i = 0; i < 12; ++i) {
    folder.Write("logs/s" + std::to_string(i) + "/ExchangeSetup.log", LogOf(failures[i % 3]));
  }
}

std::string BytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

size_t LinesOf(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("Work comes out in the order in which it went in, however many do it") {
  for (const int jobs : {1, 3, 16}) {
    int next = 0;
    std::vector<int> results;
    WorkStream<int, int> stream(jobs, [](const int& n) { return n * n; });
    stream.Run([&] { return next < 200 ? std::optional<int>(next++) : std::nullopt; },
               [&](const int& n, int square) {
                 CHECK(square == n * n);
                 results.push_back(n);
               });
    CHECK(results.size() == 200);
    CHECK(std::is_sorted(results.begin(), results.end()));
  }
}

TEST_CASE("An exception of the work comes out of the stream and ends it") {
  WorkStream<int, int> stream(2, [](const int& n) -> int {
    if (n == 5) throw std::runtime_error("five");
    return n;
  });
  int next = 0;
  CHECK_THROWS_WITH(stream.Run([&] { return std::optional<int>(next++); }, [](const int&, int) {}),
                    "five");
}

TEST_CASE("Each log is in one shard, and the shards are of about the same size") {
  std::vector<int> sizes(4);
  for (int i = 0; i < 4000; ++i)
    ++sizes[StableHash("/srv/logs/server" + std::to_string(i) + "/ExchangeSetup.log") % 4];
  for (const int size : sizes) CHECK((size > 850 && size < 1150));
  CHECK(StableHash("logs/a") ==
        0x6669d37a8360f4au);  // never changes: parts of one fleet may be of two versions
  CHECK(StableHash("logs\\a") == StableHash("logs/a"));
}

TEST_CASE("A triage is the same with any number of jobs") {
  const TemporaryFolder folder;
  WriteLogs(folder);
  const std::string logs = folder.path() + "/logs";
  const Ran one = Run({"triage", logs, "--format", "json", "--jobs", "1"});
  const Ran many = Run({"triage", logs, "--format", "json", "--jobs", "8"});
  CHECK(one.status == ExitStatus::kUnknownCause);
  CHECK(one.out == many.out);
  CHECK(Run({"triage", logs, "--format", "ndjson", "--jobs", "1"}).out ==
        Run({"triage", logs, "--format", "ndjson", "--jobs", "8"}).out);
}

TEST_CASE("The merged shards are what one process makes") {
  const TemporaryFolder folder;
  WriteLogs(folder);
  const std::string logs = folder.path() + "/logs";
  std::vector<std::string> merge = {"triage", "--merge", "--format", "json"};
  size_t lines = 0;
  for (int i = 3; i >= 1; --i) {
    const std::string part = folder.path() + "/part" + std::to_string(i);
    const Ran ran =
        Run({"triage", logs, "--shard", std::to_string(i) + "/3", "--format", "ndjson"});
    lines += LinesOf(ran.out);
    folder.Write("part" + std::to_string(i), ran.out);
    merge.push_back(part);
  }
  CHECK(lines == 12);
  merge.push_back(merge.back());  // a part given twice counts once
  const Ran merged = Run(merge);
  CHECK(merged.out == Run({"triage", logs, "--format", "json"}).out);
  CHECK(merged.status == ExitStatus::kUnknownCause);
}

TEST_CASE("A text that is written while logs are read is that of the whole triage") {
  const TemporaryFolder folder;
  WriteLogs(folder);
  const std::string logs = folder.path() + "/logs";
  const std::string part = folder.path() + "/all.ndjson";
  Run({"triage", logs, "--format", "ndjson", "-o", part});
  const Ran streamed = Run({"triage", logs, "--jobs", "3"});
  CHECK(streamed.out.find("\nCauses\n") != std::string::npos);
  CHECK(streamed.out == Run({"triage", "--merge", part}).out);
}

TEST_CASE("A triage goes on where a file ends, even one that was cut") {
  const TemporaryFolder folder;
  WriteLogs(folder);
  const std::string logs = folder.path() + "/logs";
  const std::string part = folder.path() + "/part.ndjson";
  const std::string whole = Run({"triage", logs, "--format", "json"}).out;
  // By the name of the folder, which is another each time, a shard may have none of the logs.
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    Run({"triage", logs, "--shard", shard, "--resume", part, "--format", "ndjson"});
    if (LinesOf(BytesOf(part)) > 0) break;
  }
  REQUIRE(LinesOf(BytesOf(part)) > 0);
  const std::string text = BytesOf(part);
  folder.Write("part.ndjson", text + text.substr(0, 40));
  CHECK(Run({"triage", logs, "--resume", part, "--format", "json"}).out == whole);
  CHECK(LinesOf(BytesOf(part)) == 12);
  CHECK(Run({"triage", logs, "--resume", part, "--format", "json"}).out == whole);
  CHECK(LinesOf(BytesOf(part)) == 12);
}

TEST_CASE("Files that are no part of a triage are refused with their line") {
  const TemporaryFolder folder;
  const std::string file = folder.Write("other.ndjson", "{\"a\": 1}\n");
  const Ran ran = Run({"triage", "--merge", file});
  CHECK(ran.status == ExitStatus::kUnreadable);
  CHECK_THAT(ran.error, Contains("other.ndjson:1:"));
  CHECK(Run({"triage", "x", "--shard", "4/3"}).status == ExitStatus::kUsage);
  CHECK(Run({"triage", "x", "--shard", "2"}).status == ExitStatus::kUsage);
}

TEST_CASE("The logs of a folder find their companions, and companions alone speak for themselves") {
  const TemporaryFolder folder;
  folder.Write("logs/a/ExchangeSetup.log", LogOf("Alpha"));
  folder.Write("logs/a/ServiceControl.log", "[20:31:29] ServiceControl.ps1: Save\n");
  folder.Write("logs/b/ServiceControl.log", "[20:31:29] ServiceControl.ps1: Save\n");
  folder.Write("logs/c/picture.png", std::string("\x89PNG\0\0\0\0\0", 9));
  std::set<std::string> paths;
  for (uint64_t number = 1; number <= 5; ++number) {
    TriageSource source({folder.path() + "/logs"}, {}, {number, 5});
    TriageUnit unit;
    while (source.Next(&unit)) {
      const std::string path =
          std::filesystem::path(unit.path.substr(folder.path().size())).generic_string();
      CHECK(paths.insert(path).second);
      CHECK(unit.paths.size() == (path.find("/a/") != std::string::npos ? 2u : 1u));
    }
  }
  CHECK(paths == std::set<std::string>{"/logs/a/ExchangeSetup.log", "/logs/b/ServiceControl.log"});
}

TEST_CASE("Copies are written in a folder of the same shape, with names replaced there too") {
  const TemporaryFolder folder;
  folder.Write("logs/EX07/ExchangeSetup.log",
               LogOf("Alpha") + "[03/10/2026 17:02:00.0000] [0] Server Name=EX07\n");
  folder.Write("logs/EX07/notes.bin", std::string("\0\1\2\3", 4));
  const Ran ran =
      Run({"redact", folder.path() + "/logs", "-o", folder.path() + "/copy/x", "--list"});
  CHECK(ran.status == ExitStatus::kSucceeded);
  // One log of a folder still keeps its place.
  CHECK_THAT(BytesOf(folder.path() + "/copy/x/EX-1/ExchangeSetup.log"),
             Contains("Server Name=EX-1"));
  CHECK_THAT(ran.out, Contains("EX07 -> EX-1"));
  CHECK(Run({"redact", folder.path() + "/none"}).status == ExitStatus::kUnreadable);
}

TEST_CASE("The copy of one log goes to a file or to standard output") {
  const TemporaryFolder folder;
  const std::string log =
      folder.Write("a.log", LogOf("Alpha") + "[03/10/2026 17:02:00.0000] [0] Server Name=EX07\n");
  CHECK_THAT(Run({"redact", log}).out, Contains("Server Name=EX-1"));
  CHECK(Run({"redact", log, "-o", folder.path() + "/b.md"}).status == ExitStatus::kSucceeded);
  CHECK_THAT(BytesOf(folder.path() + "/b.md"), Contains("Server Name=EX-1"));
}

}  // namespace exdiag::cli
