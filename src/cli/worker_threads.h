#ifndef EXDIAG_CLI_WORKER_THREADS_H_
#define EXDIAG_CLI_WORKER_THREADS_H_

#include <cstddef>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace exdiag::cli {

// Starts `wanted` threads that run `work`, or as many as the system has room for; with one at least
// all work gets done. Throws if there is room for none.
template <typename Work>
void StartThreads(size_t wanted, const Work& work, std::vector<std::jthread>* threads) {
  try {
    while (threads->size() < wanted) threads->emplace_back(work);
  } catch (const std::system_error&) {
    if (threads->empty()) throw;
  } catch (const std::bad_alloc&) {
    if (threads->empty()) throw;
  }
}

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_WORKER_THREADS_H_
