#include "setuplog/text_store.h"

#include <algorithm>
#include <cstring>

namespace exdiag::setuplog {
namespace {

// Most attempts of a long log are short; those that are not have their blocks grow.
constexpr size_t kFirstBlock = size_t{2} << 10;
constexpr size_t kLargestBlock = size_t{32} << 10;

}  // namespace

std::string_view TextStore::Keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    last_size_ = std::clamp(last_size_ * 2, kFirstBlock, kLargestBlock);
    left_ = std::max(last_size_, text.size());
    blocks_.emplace_back(new char[left_]);
    free_ = blocks_.back().get();
  }
  std::memcpy(free_, text.data(), text.size());
  const std::string_view kept(free_, text.size());
  free_ += text.size();
  left_ -= text.size();
  return kept;
}

}  // namespace exdiag::setuplog
