#ifndef EXDIAG_PLATFORM_HEAP_H_
#define EXDIAG_PLATFORM_HEAP_H_

#include <cstddef>

namespace exdiag::platform {

// Has the C library keep a short-lived program's memory instead of asking the system for each large
// block anew, and take it in huge pages where there are some: on a usual log more than half of the
// time was the system's, most of it for first touches of pages. All threads share one heap then.
// Costs up to 2 MB and about a millisecond. Does nothing where the C library is not glibc. To be
// called before the first thread starts, at best before anything large is allocated; again has no
// use. libexdiag leaves its caller's heap alone.
void PrepareHeap();

// Lets so many threads have heaps of their own again, for workers that allocate all the time: with
// a shared one they wait for each other more than they work. To be called before the first thread
// starts, later it has no effect.
void GiveThreadsHeaps(size_t threads);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_HEAP_H_
