#ifndef EXDIAG_SETUPLOG_TEXT_STORE_H_
#define EXDIAG_SETUPLOG_TEXT_STORE_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace exdiag::setuplog {

// Keeps copies of many short texts, such as the names of an attempt's thousand steps, in a few
// blocks of memory. They live as long as the store and stay where they are.
class TextStore {
 public:
  // A copy of the text.
  std::string_view Keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;  // in the last block
  size_t left_ = 0;       // bytes from there on
  size_t last_size_ = 0;
};

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_TEXT_STORE_H_
