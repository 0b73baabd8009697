#include "cli/ordered_work.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace exdiag::cli {
namespace {

TEST_CASE("Results come in order though later work is done first") {
  std::vector<size_t> order;
  RunInOrder(
      6, 3, [](size_t i) { std::this_thread::sleep_for(std::chrono::milliseconds(6 - i)); },
      [&](size_t i) { order.push_back(i); });
  CHECK(order == std::vector<size_t>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("All work is done once with more jobs than work and with none") {
  for (const int jobs : {1, 4, 50}) {
    std::atomic<int> count{0};
    RunInOrder(
        3, jobs, [&](size_t) { ++count; }, [](size_t) {});
    CHECK(count == 3);
  }
  RunInOrder(
      0, 4, [](size_t) { FAIL(); }, [](size_t) { FAIL(); });
}

TEST_CASE("What goes wrong in a thread is met where the result is awaited") {
  const auto work = [](size_t i) {
    if (i == 1) throw std::runtime_error("bad");
  };
  CHECK_THROWS_WITH(RunInOrder(3, 2, work, [](size_t) {}), "bad");
  CHECK_THROWS_WITH(RunInOrder(3, 1, work, [](size_t) {}), "bad");
}

}  // namespace
}  // namespace exdiag::cli
