#ifndef EXDIAG_CLI_ORDERED_WORK_H_
#define EXDIAG_CLI_ORDERED_WORK_H_

#include <cstddef>
#include <functional>

namespace exdiag::cli {

// Calls work(0) … work(count - 1), `jobs` of them at a time, each in some thread, and done(i) in
// the calling thread, in the order of i, once work(i) is through. With one job everything runs in
// the calling thread. An exception of work(i) is thrown again in place of done(i).
void RunInOrder(size_t count, int jobs, const std::function<void(size_t)>& work,
                const std::function<void(size_t)>& done);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_ORDERED_WORK_H_
