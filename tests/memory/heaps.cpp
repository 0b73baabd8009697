// Whether threads share a heap or have their own: two workers of a triage once shared one and were
// no faster than a single worker.
//   exdiag_heaps shared|own
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "platform/heap.h"

namespace {

size_t HeapCount() {
  char* text = nullptr;
  size_t size = 0;
  std::FILE* stream = open_memstream(&text, &size);
  malloc_info(0, stream);
  std::fclose(stream);
  const std::string told(text, size);
  std::free(text);
  size_t count = 0;
  for (size_t at = told.find("<heap "); at != std::string::npos; at = told.find("<heap ", at + 1))
    ++count;
  return count;
}

// Two threads that allocate while both are there.
void WorkInTwoThreads() {
  std::promise<void> first_has, second_has;
  std::thread first([&] {
    const auto kept = std::make_unique<std::string>(1000, 'a');
    first_has.set_value();
    second_has.get_future().wait();
  });
  std::thread second([&] {
    first_has.get_future().wait();
    const auto kept = std::make_unique<std::string>(1000, 'b');
    second_has.set_value();
  });
  first.join();
  second.join();
}

}  // namespace

int main(int argc, char** argv) {
  const bool own = argc > 1 && std::string_view(argv[1]) == "own";
  exdiag::platform::PrepareHeap();
  if (own) exdiag::platform::GiveThreadsHeaps(2);
  WorkInTwoThreads();
  const size_t count = HeapCount();
  std::printf("%zu heaps\n", count);
  return (own ? count == 3 : count == 1) ? EXIT_SUCCESS : EXIT_FAILURE;
}
