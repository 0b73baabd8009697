#ifndef EXDIAG_CLI_WORK_STREAM_H_
#define EXDIAG_CLI_WORK_STREAM_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "cli/worker_threads.h"

namespace exdiag::cli {

// Like RunInOrder, for work of which nobody knows beforehand how much there is: only a few pieces
// for each of `jobs` workers are in memory at a time.
//
// next() gives a piece of work or nothing at the end, work(piece) does it in some thread, and
// done(piece, result) takes the results in the order of the pieces; next and done run in the
// calling thread. An exception of work is thrown again in place of done.
template <typename Piece, typename Result>
class WorkStream {
 public:
  WorkStream(int jobs, std::function<Result(const Piece&)> work) : work_(std::move(work)) {
    workers_.reserve(static_cast<size_t>(jobs));
    StartThreads(
        static_cast<size_t>(jobs), [this] { WorkOff(); }, &workers_);
  }
  ~WorkStream() {
    const std::lock_guard<std::mutex> lock(mutex_);
    over_ = true;
    waiting_.clear();
    changed_.notify_all();
  }

  void Run(const std::function<std::optional<Piece>()>& next,
           const std::function<void(const Piece&, Result)>& done) {
    constexpr size_t kAhead = 4;  // pieces for each worker: enough to bridge one that takes longer
    std::deque<std::shared_ptr<Task>> running;
    bool at_end = false;
    while (true) {
      while (!at_end && running.size() < workers_.size() * kAhead) {
        std::optional<Piece> piece = next();
        at_end = !piece;
        if (piece) running.push_back(Start(std::move(*piece)));
      }
      if (running.empty()) return;
      const std::shared_ptr<Task> first = std::move(running.front());
      running.pop_front();
      Await(*first);
      if (first->problem) std::rethrow_exception(first->problem);
      done(first->piece, std::move(*first->result));
    }
  }

 private:
  struct Task {
    Piece piece;
    std::optional<Result> result;
    std::exception_ptr problem;
    bool finished = false;
  };

  std::shared_ptr<Task> Start(Piece piece) {
    auto task = std::make_shared<Task>(Task{std::move(piece), std::nullopt, nullptr, false});
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.push_back(task);
    changed_.notify_all();
    return task;
  }

  void Await(const Task& task) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return task.finished; });
  }

  void WorkOff() {
    while (const std::shared_ptr<Task> task = Take()) {
      std::exception_ptr problem;
      std::optional<Result> result;
      try {
        result = work_(task->piece);
      } catch (...) {
        problem = std::current_exception();
      }
      const std::lock_guard<std::mutex> lock(mutex_);
      task->result = std::move(result);
      task->problem = problem;
      task->finished = true;
      changed_.notify_all();
    }
  }

  std::shared_ptr<Task> Take() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return over_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    std::shared_ptr<Task> task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
  }

  std::function<Result(const Piece&)> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Task>> waiting_;
  bool over_ = false;
  std::vector<WorkerThread> workers_;  // last: joined before what they use is gone
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_WORK_STREAM_H_
