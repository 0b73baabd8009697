#ifndef EXDIAG_INPUT_SEEKABLE_SOURCE_H_
#define EXDIAG_INPUT_SEEKABLE_SOURCE_H_

#include <cstdint>

#include "input/byte_source.h"

namespace exdiag::input {

// A source that can be read out of order, as some archives want.
class SeekableSource : public ByteSource {
 public:
  // Moves to `offset` from the start (-1: to the end); the new place, or -1 where it is a pipe.
  virtual int64_t Seek(int64_t offset) = 0;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_SEEKABLE_SOURCE_H_
