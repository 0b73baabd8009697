#include "platform/heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace exdiag::platform {

#ifdef __GLIBC__
namespace {

constexpr int kAtOnce = 4 << 20;
constexpr int kKeptBelow = 32 << 20;
constexpr size_t kHugePage = size_t{2} << 20;

// Of the heap's last `size` bytes, in which the next blocks will lie, as much as huge pages fill.
void WantHugePages(char* end, size_t size) {
  end -= reinterpret_cast<uintptr_t>(end) % kHugePage;
  const size_t length = size / kHugePage * kHugePage;
  // It is a wish: a system without huge pages goes on with small ones.
  static_cast<void>(madvise(end - length, length, MADV_HUGEPAGE));
}

}  // namespace

void PrepareHeap() {
  mallopt(M_MMAP_THRESHOLD, kKeptBelow);
  mallopt(M_TRIM_THRESHOLD, kKeptBelow);
  mallopt(M_TOP_PAD, kAtOnce);
  char* const before = static_cast<char*>(sbrk(0));
  void* volatile block = std::malloc(kAtOnce / 4);  // volatile: a compiler may drop the pair
  std::free(block);
  char* const end = static_cast<char*>(sbrk(0));
  if (end > before) WantHugePages(end, static_cast<size_t>(end - before));
}
#else
void PrepareHeap() {}
#endif

}  // namespace exdiag::platform
