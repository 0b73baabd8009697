// Runs exdiag as its main() does, while one allocation after the other fails:
//
//   exdiag_out_of_memory [--stride N] ARGUMENT…
//
// First it counts the allocations of a run that succeeds, then runs again with the first, second …
// failing. The later ones succeed: RE2 writes to its log while an exception passes through it, and
// ends the program if that finds no memory, which cannot be mended here. Nor is JSON tried:
// nlohmann's values do not survive a failure while they are made. Each run must come back
// with an exit status: that of the good run, where the failure did no harm, or another
// that tells of the trouble. A crash, an exception that escapes or a status of success for a log
// that failed ends this program.

#include <cstdio>
#include <cstdlib>
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

bool MustFail() {
  if (!heap.counts) return false;
  return heap.allocations++ == heap.fails_at;
}

void* Allocate(std::size_t size) {
  return MustFail() ? nullptr : std::malloc(size == 0 ? 1 : size);
}

}  // namespace

void* operator new(std::size_t size) {
  void* memory = Allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
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
