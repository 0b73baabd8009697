// Memory that runs out, and memory that hostile logs would like to have. A program of its own,
// since it replaces the global operator new.
//
//   exdiag_memory_tests [EVERY]     fails each EVERY-th allocation of a run, instead of a selection

#include <malloc.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "companion/parsers.h"
#include "setuplog/log_parser.h"

namespace {

std::atomic<int64_t> g_held{0};
std::atomic<int64_t> g_most_held{0};

void* Allocate(size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) return nullptr;
  const int64_t held = g_held += static_cast<int64_t>(malloc_usable_size(memory));
  int64_t most = g_most_held;
  while (held > most && !g_most_held.compare_exchange_weak(most, held)) continue;
  return memory;
}

void Release(void* memory) {
  if (memory != nullptr) g_held -= static_cast<int64_t>(malloc_usable_size(memory));
  std::free(memory);
}

}  // namespace

void* operator new(size_t size) {
  if (void* memory = Allocate(size)) return memory;
  throw std::bad_alloc();
}
void* operator new[](size_t size) { return operator new(size); }
void* operator new(size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void* operator new[](size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void operator delete(void* memory) noexcept { Release(memory); }
void operator delete[](void* memory) noexcept { Release(memory); }
void operator delete(void* memory, size_t) noexcept { Release(memory); }
void operator delete[](void* memory, size_t) noexcept { Release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { Release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { Release(memory); }

namespace exdiag::tests {

namespace {

int g_failures = 0;

void Check(bool holds, const std::string& what) {
  if (holds) return;
  std::printf("FAILED: %s\n", what.c_str());
  ++g_failures;
}

// The most that is held while `feed` gives some text over and over.
template <typename Parser>
int64_t MostHeld(Parser* parser, const std::function<std::string(int)>& block, int blocks) {
  g_most_held = g_held.load();
  const int64_t before = g_held;
  for (int i = 0; i < blocks; ++i) parser->Feed(block(i));
  parser->Finish();
  return g_most_held - before;
}

struct Flood {
  const char* name;
  std::function<std::string(int)> block;
  int blocks;
};

std::string Lines(int number, const std::string& text) {
  std::string lines;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = std::to_string(number * 1000 + i);
    lines += "[03/10/2026 17:00:00.0000] " + text + id + " of it.\r\n";
  }
  return lines;
}

std::string UnstampedLines(int number, const std::string& text) {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += text + std::to_string(number * 1000 + i) + "' of it.\r\n";
  return lines;
}

// What the parsers of companion logs keep something of. What one compared with all others would
// take hours here.
constexpr const char* kCompanionLines[] = {
    "MSI (s) (34:B4) [20:31:14:000]: Error 1603. Note: 1: 2203 Return value 3. '",
    "Property(S): NAME = '",
    "=== Verbose logging started: 3/10/2026  17:00:00 === '",
    "[20:31:14] Stopping service '",
    "[20:31:14] [Error] System.Exception: no '",
    "Entry DN: CN=a,DC=b\r\nAdd error on entry starting on line 7: 0x20bb '",
    "error code is 0x20bb '",
    "# Default Tasks for '",
    "and more text of it '",
};

std::vector<Flood> Floods() {
  const std::string line_part(size_t{1} << 20, 'x');
  return {
      {"a line of a gigabyte", [=](int) { return line_part; }, 1024},
      {"a million errors",
       [](int i) { return Lines(i, "[1] [ERROR] The mailbox is missing, number "); }, 1000},
      {"a million informational records",
       [](int i) { return Lines(i, "[2] Something that setup found worth a word, "); }, 1000},
      {"a million failed checks",
       [](int i) { return Lines(i, "[0] [REQUIRED] A check says no, the one with the number "); },
       1000},
      {"a hundred thousand components with long descriptions",
       [](int i) {
         return Lines(i, "[1] Processing component 'Name' (" + std::string(3000, 'x') + "), ");
       },
       100},
      {"a million settings",
       [](int i) {
         return Lines(i, "[0] Evaluated [Setting:Name] [HasException:False] [Value:\"x\"] ");
       },
       1000},
      {"a million tasks", [](int i) { return Lines(i, "[1] Setup will run the task 'install-"); },
       1000},
      {"a million cmdlets", [](int i) { return Lines(i, "[2] Beginning processing Get-Thing"); },
       1000},
      {"a record of two million lines",
       [](int i) {
         return i == 0 ? Lines(i, "[1] [ERROR] Begin ") : std::string(200000, '\n') + "x";
       },
       100},
      {"a million failed rules",
       [](int i) {
         return Lines(i,
                      "[0] Failed [Rule:Name] [Message:no]\r\n[03/10/2026 17:00:00.0000] [0] "
                      "Failed [Rule:R");
       },
       300},
      {"half a million errors that setup survives",
       [](int i) {
         return Lines(
             i, "[1] Executing: Get-Thing\r\n[03/10/2026 17:00:00.0000] [1] [ERROR] Trouble ");
       },
       500},
      {"a million cmdlets with an error each",
       [](int i) {
         const std::string stamp = "\r\n[03/10/2026 17:00:00.0000] ";
         return Lines(i, "[2] Ending processing Get-Thing" + stamp + "[1] Executing: Get-Thing" +
                             stamp + "[2] Beginning processing Get-Thing" + stamp +
                             "[2] [ERROR] Trouble ");
       },
       1000},
      {"ten thousand errors of 60 KB",
       [](int i) {
         return "[03/10/2026 17:00:00.0000] [1] Executing: Get-Thing\r\n[03/10/2026 17:00:00.0000] "
                "[1] [ERROR] Trouble " +
                std::to_string(i) + std::string(60000, 'x') + "\r\n";
       },
       10000},
      {"half a million parameters",
       [](int i) { return Lines(i, "[0] Command Line Parameter Name='x', Value='y"); }, 500},
      {"half a million certificates",
       [](int i) {
         return Lines(
             i,
             "[2] Installing certificate signed by 'CN=x' for site 'y'.  Certificate is valid "
             "from 3/1/2024 1:00:00 AM until 3/1/2026 12:59:59 AM. ");
       },
       500},
      {"a million runs",
       [](int i) { return Lines(i, "[0] Starting Microsoft Exchange Server 2016 Setup"); }, 100},
  };
}

// A log of any size costs 64 MB at most. What it says that matters is kept, but not without end.
void CheckFloods() {
  constexpr int64_t kMost = int64_t{64} << 20;
  const std::string start =
      "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\r\n";
  for (const Flood& flood : Floods()) {
    setuplog::LogParser parser;
    parser.Feed(start);
    const int64_t most = MostHeld(&parser, flood.block, flood.blocks);
    std::printf("%s: %.1f MB held\n", flood.name, static_cast<double>(most) / (1 << 20));
    Check(most < kMost, std::string(flood.name) + " takes too much memory");
  }
  for (const char* line : kCompanionLines) {
    for (int kind = 0; kind <= static_cast<int>(companion::Kind::kOther); ++kind) {
      const auto parser = companion::MakeParser(static_cast<companion::Kind>(kind), "x.log");
      const auto block = [line](int i) { return UnstampedLines(i, line); };
      const int64_t most = MostHeld(parser.get(), block, 200);
      Check(most < kMost,
            "a companion log of 200,000 lines takes too much memory: " + std::string(line));
    }
  }
}

}  // namespace
}  // namespace exdiag::tests

int main() {
  exdiag::tests::CheckFloods();
  if (exdiag::tests::g_failures == 0) std::printf("all passed\n");
  return exdiag::tests::g_failures == 0 ? 0 : 1;
}
