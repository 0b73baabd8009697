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

constexpr int kAtOnce = 16 << 20;
constexpr size_t kProbe = 256 << 10;  // more than the C library has at the start
constexpr int kKeptBelow = 32 << 20;
constexpr size_t kHugePage = size_t{2} << 20;

// Bytes from a place to the next huge page.
size_t ToHugePage(const char* place) {
  return (kHugePage - reinterpret_cast<uintptr_t>(place) % kHugePage) % kHugePage;
}

// Lets the blocks to come lie in huge pages: what is free of the heap before the first of them is
// put aside, untouched, and so takes no memory. The allocator's mark behind it must lie before the
// huge page as well, as one page that is touched too early makes it 512 small ones.
void WantHugePages(char* first_free, const char* end) {
  constexpr size_t kMark = 64;
  const size_t touched = kProbe + kMark;
  const size_t skipped = ToHugePage(first_free + touched) + touched;
  if (static_cast<size_t>(end - first_free) < skipped + kHugePage) return;
  static void* volatile put_aside = nullptr;  // volatile: a compiler may drop what nobody reads
  put_aside = std::malloc(skipped - kMark);
  static_cast<void>(put_aside);
  char* const begin = first_free + skipped;
  const size_t length = static_cast<size_t>(end - begin) / kHugePage * kHugePage;
  // It is a wish: a system without huge pages goes on with small ones.
  static_cast<void>(madvise(begin, length, MADV_HUGEPAGE));
}

}  // namespace

void PrepareHeap() {
  mallopt(M_MMAP_THRESHOLD, kKeptBelow);
  mallopt(M_TRIM_THRESHOLD, kKeptBelow);
  mallopt(M_TOP_PAD, kAtOnce);
  // A thread that reads ahead would have a heap of its own, in small pages.
  mallopt(M_ARENA_MAX, 1);
  const char* const before = static_cast<char*>(sbrk(0));
  char* volatile block = static_cast<char*>(std::malloc(kProbe));
  char* const first_free = block;
  std::free(block);
  const char* const end = static_cast<char*>(sbrk(0));
  // Another allocator, as a sanitizer's, leaves the heap where it is.
  if (end > before && first_free != nullptr && first_free < end) WantHugePages(first_free, end);
}

void GiveThreadsHeaps(size_t threads) { mallopt(M_ARENA_MAX, static_cast<int>(threads) + 1); }
#else
void PrepareHeap() {}
void GiveThreadsHeaps(size_t) {}
#endif

}  // namespace exdiag::platform
