#include "cli/blocks_ahead.h"

namespace exdiag::cli {

BlocksAhead::BlocksAhead(input::ByteSource* source, input::Decoder* decoder, size_t block_size)
    : source_(source), decoder_(decoder), block_size_(block_size), reader_([this] { ReadAll(); }) {}

BlocksAhead::~BlocksAhead() {
  const std::lock_guard<std::mutex> lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

std::optional<std::string_view> BlocksAhead::Next() {
  std::unique_lock<std::mutex> lock(mutex_);
  if (handed_out_) {
    ++taken_;
    changed_.notify_all();
  }
  changed_.wait(lock, [this] { return filled_ > taken_ || at_end_; });
  handed_out_ = filled_ > taken_;
  if (!handed_out_) {
    if (problem_) std::rethrow_exception(problem_);
    return std::nullopt;
  }
  const Block& block = ring_[taken_ % ring_.size()];
  bytes_ += static_cast<int64_t>(block.size);
  return block.text;
}

void BlocksAhead::ReadAll() {
  std::exception_ptr problem;
  try {
    while (AwaitRoom() && Fill(&ring_[filled_ % ring_.size()])) {
      const std::lock_guard<std::mutex> lock(mutex_);
      ++filled_;
      changed_.notify_all();
    }
  } catch (...) {
    problem = std::current_exception();
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  problem_ = problem;
  at_end_ = true;
  changed_.notify_all();
}

// False if nobody wants more.
bool BlocksAhead::AwaitRoom() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return filled_ - taken_ < ring_.size() || stopped_; });
  return !stopped_;
}

bool BlocksAhead::Fill(Block* block) {
  block->bytes.resize(block_size_);
  block->size = source_->Read(block->bytes.data(), block_size_);
  if (block->size == 0) return false;
  block->text = decoder_->Decode(std::string_view(block->bytes).substr(0, block->size));
  const bool as_read =
      block->text.data() >= block->bytes.data() &&
      block->text.data() + block->text.size() <= block->bytes.data() + block->bytes.size();
  if (!as_read) {
    block->decoded = block->text;
    block->text = block->decoded;
  }
  return true;
}

}  // namespace exdiag::cli
