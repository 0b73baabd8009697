#ifndef EXDIAG_CLI_WORKER_THREADS_H_
#define EXDIAG_CLI_WORKER_THREADS_H_

#include <cstddef>
#include <new>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "platform/heap.h"

namespace exdiag::cli {

// A thread that is joined at its end; std::jthread, which LLVM's library lacks.
class WorkerThread {
 public:
  WorkerThread() = default;
  template <typename Work>
  explicit WorkerThread(Work work) : thread_(std::move(work)) {}
  WorkerThread(WorkerThread&&) = default;
  WorkerThread& operator=(WorkerThread&& other) noexcept {
    Join();
    thread_ = std::move(other.thread_);
    return *this;
  }
  ~WorkerThread() { Join(); }

 private:
  void Join() {
    if (thread_.joinable()) thread_.join();
  }

  std::thread thread_;
};

// Starts `wanted` threads that run `work`, or as many as the system has room for; with one at least
// all work gets done. Throws if there is room for none.
template <typename Work>
void StartThreads(size_t wanted, const Work& work, std::vector<WorkerThread>* threads) {
  if (wanted > 1) platform::GiveThreadsHeaps(wanted);
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
