#ifndef EXDIAG_INPUT_PEEKED_SOURCE_H_
#define EXDIAG_INPUT_PEEKED_SOURCE_H_

#include <string>
#include <string_view>

#include "input/byte_source.h"

namespace exdiag::input {

// A source whose first bytes have been looked at and are handed out again. `inner` must outlive it.
class PeekedSource : public ByteSource {
 public:
  PeekedSource(ByteSource& inner, size_t head_size);

  // The first bytes; fewer than asked for if the source is shorter. Valid until the first Read.
  std::string_view head() const { return head_; }

  size_t Read(char* buffer, size_t size) override;
  std::string_view ReadInPlace(size_t size) override;

 private:
  ByteSource& inner_;
  std::string head_;
  size_t replayed_ = 0;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_PEEKED_SOURCE_H_
