#ifndef EXDIAG_TESTS_INPUT_FAILING_SOURCE_H_
#define EXDIAG_TESTS_INPUT_FAILING_SOURCE_H_

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "input/seekable_source.h"

namespace exdiag::input {

// A source that gives up after some bytes: a disk that fails, or a share that is gone.
class FailingSource : public SeekableSource {
 public:
  FailingSource(std::string bytes, size_t good, bool seeks)
      : bytes_(std::move(bytes)), good_(good), seeks_(seeks) {}

  size_t Read(char* buffer, size_t size) override {
    const size_t end = std::min(good_, bytes_.size());
    const size_t count = std::min(size, end - std::min(place_, end));
    std::memcpy(buffer, bytes_.data() + place_, count);
    place_ += count;
    if (count == 0 && good_ < bytes_.size())
      error_ = {InputError::Kind::kUnreadable, "x", "the disk fails"};
    return count;
  }

  // From now on, only so many bytes are good.
  void FailFrom(size_t good) { good_ = good; }

  int64_t Seek(int64_t offset) override {
    if (!seeks_) return -1;
    place_ = offset < 0 ? bytes_.size() : std::min(static_cast<size_t>(offset), bytes_.size());
    return static_cast<int64_t>(place_);
  }

 private:
  std::string bytes_;
  size_t good_;
  bool seeks_;
  size_t place_ = 0;
};

}  // namespace exdiag::input

#endif  // EXDIAG_TESTS_INPUT_FAILING_SOURCE_H_
