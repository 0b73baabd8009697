#include "input/peeked_source.h"

#include <algorithm>
#include <cstring>

namespace exdiag::input {

PeekedSource::PeekedSource(ByteSource& inner, size_t head_size) : inner_(inner) {
  head_.resize(head_size);
  size_t filled = 0;
  while (filled < head_size) {
    const size_t got = inner_.Read(head_.data() + filled, head_size - filled);
    if (got == 0) break;
    filled += got;
  }
  head_.resize(filled);
  error_ = inner_.error();
}

size_t PeekedSource::Read(char* buffer, size_t size) {
  if (replayed_ == head_.size()) {
    const size_t got = inner_.Read(buffer, size);
    if (got == 0) error_ = inner_.error();
    return got;
  }
  // The rest of the block comes from the source at once, so that callers see few short blocks.
  const size_t replay = std::min(size, head_.size() - replayed_);
  std::memcpy(buffer, head_.data() + replayed_, replay);
  replayed_ += replay;
  if (replay == size) return replay;
  return replay + inner_.Read(buffer + replay, size - replay);
}

std::string_view PeekedSource::ReadInPlace(size_t size) {
  return replayed_ == head_.size() ? inner_.ReadInPlace(size) : std::string_view();
}

}  // namespace exdiag::input
