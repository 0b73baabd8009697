// Runs exdiag as its main() does, while one allocation after the other fails:
//
//   exdiag_out_of_memory [--stride N] ARGUMENT…
//
// First it counts the allocations of a run that succeeds, then runs again with the first, second …
// failing. The later ones succeed, and so do those of RE2's own code: its parser frees a pattern
// twice when an exception passes through it, which cannot be mended here. Nor is JSON tried:
// nlohmann's values do not survive a failure while they are made. Each run must come back
// with an exit status: that of the good run, where the failure did no harm, or another
// that tells of the trouble. A crash, an exception that escapes or a status of success for a log
// that failed ends this program.

#include <link.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "cli/output.h"
#include "cli/program.h"

namespace {

struct FailingHeap {
  bool counts = false;
  long allocations = 0;
  long fails_at = -1;
};
FailingHeap heap;  // read by operator new, hence global

// The code of RE2's library; empty where it is linked into the program.
struct CodeRange {
  uintptr_t begin = 0;
  uintptr_t end = 0;
};

int FindRe2(dl_phdr_info* library, size_t, void* found) {
  if (std::strstr(library->dlpi_name, "libre2.so") == nullptr) return 0;
  for (int i = 0; i < library->dlpi_phnum; ++i) {
    const auto& part = library->dlpi_phdr[i];
    if (part.p_type != PT_LOAD || (part.p_flags & PF_X) == 0) continue;
    const uintptr_t begin = library->dlpi_addr + part.p_vaddr;
    *static_cast<CodeRange*>(found) = {begin, begin + part.p_memsz};
  }
  return 1;
}

CodeRange Re2Code() {
  CodeRange range;
  dl_iterate_phdr(FindRe2, &range);
  return range;
}

bool IsRe2(const void* caller) {
  static const CodeRange code = Re2Code();
  const auto at = reinterpret_cast<uintptr_t>(caller);
  return at >= code.begin && at < code.end;
}

bool MustFail(const void* caller) {
  if (!heap.counts || IsRe2(caller)) return false;
  return heap.allocations++ == heap.fails_at;
}

void* Allocate(std::size_t size, const void* caller) {
  return MustFail(caller) ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void* AllocateOrThrow(std::size_t size, const void* caller) {
  void* memory = Allocate(size, caller);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return AllocateOrThrow(size, __builtin_return_address(0)); }
void* operator new[](std::size_t size) {
  return AllocateOrThrow(size, __builtin_return_address(0));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size, __builtin_return_address(0));
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size, __builtin_return_address(0));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

// Takes everything and keeps nothing, so that only the program allocates.
class NoOutput : public exdiag::cli::Output {
 public:
  void Write(std::string_view) override {}
};

int Run(const std::vector<std::string>& arguments) {
  NoOutput out;
  exdiag::cli::Console console;
  console.out = &out;
  console.error = &out;
  heap.allocations = 0;
  heap.counts = true;
  const auto status = exdiag::cli::RunProgram(arguments, console);
  heap.counts = false;
  return static_cast<int>(status);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  long stride = 1;
  if (arguments.size() > 2 && arguments[0] == "--stride") {
    stride = std::atol(arguments[1].c_str());
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  Run(arguments);  // what is made once for all, such as the unpacked rules
  const int good = Run(arguments);
  const long allocations = heap.allocations;
  long runs = 0;
  long told = 0;
  for (long number = 0; number < allocations; number += stride) {
    heap.fails_at = number;
    const int status = Run(arguments);
    ++runs;
    told += status != good;
    if (status == 0 && good != 0) {
      std::printf("allocation %ld: status 0 in place of %d\n", number, good);
      return 1;
    }
  }
  std::printf("%ld allocations, %ld runs with one failing: %ld told of it, %ld came to %d\n",
              allocations, runs, told, runs - told, good);
  return 0;
}
