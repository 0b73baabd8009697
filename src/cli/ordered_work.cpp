#include "cli/ordered_work.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <vector>

#include "cli/worker_threads.h"

namespace exdiag::cli {
namespace {

// Takes the next piece of work until none is left.
void WorkOff(std::atomic<size_t>* next, const std::function<void(size_t)>& work,
             std::vector<std::promise<void>>* finished) {
  for (size_t i = (*next)++; i < finished->size(); i = (*next)++) {
    try {
      work(i);
      (*finished)[i].set_value();
    } catch (...) {
      (*finished)[i].set_exception(std::current_exception());
    }
  }
}

}  // namespace

void RunInOrder(size_t count, int jobs, const std::function<void(size_t)>& work,
                const std::function<void(size_t)>& done) {
  if (jobs <= 1 || count <= 1) {
    for (size_t i = 0; i < count; ++i) {
      work(i);
      done(i);
    }
    return;
  }
  std::atomic<size_t> next{0};
  std::vector<std::promise<void>> finished(count);
  std::vector<std::future<void>> results;
  results.reserve(finished.size());
  for (auto& promise : finished) results.push_back(promise.get_future());
  std::vector<WorkerThread> threads;
  const size_t wanted = std::min(count, static_cast<size_t>(jobs));
  threads.reserve(wanted);
  StartThreads(
      wanted, [&] { WorkOff(&next, work, &finished); }, &threads);
  for (size_t i = 0; i < count; ++i) {
    results[i].get();
    done(i);
  }
}

}  // namespace exdiag::cli
