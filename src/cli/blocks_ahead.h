#ifndef EXDIAG_CLI_BLOCKS_AHEAD_H_
#define EXDIAG_CLI_BLOCKS_AHEAD_H_

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "cli/worker_threads.h"
#include "input/byte_source.h"
#include "input/encoding.h"

namespace exdiag::cli {

// Reads and decodes a text in a thread of its own, a few blocks ahead of whoever takes them. What
// is handed out is what a single thread would see, in the same order. Splitting the text itself
// among threads was rejected: it needs a file that can be read in two places, while this serves
// archive members and pipes as well, whose decompression then runs beside the reading of records.
class BlocksAhead {
 public:
  // `source` and `decoder` must outlive the object and be left alone as long as it lives.
  BlocksAhead(input::ByteSource* source, input::Decoder* decoder, size_t block_size);
  ~BlocksAhead();
  BlocksAhead(const BlocksAhead&) = delete;
  BlocksAhead& operator=(const BlocksAhead&) = delete;

  // The next block of UTF-8, valid until the next call; nullopt at the end. Throws what the reading
  // thread threw. For one thread.
  std::optional<std::string_view> Next();

  // Bytes of the source that the blocks handed out so far come from.
  int64_t bytes() const { return bytes_; }

 private:
  struct Block {
    std::string bytes;
    std::string decoded;  // where the text is not `bytes` as they are
    std::string_view text;
    size_t size = 0;  // of what was read
  };

  void ReadAll();
  bool AwaitRoom();
  bool Fill(Block* block);

  input::ByteSource* source_;
  input::Decoder* decoder_;
  size_t block_size_;
  std::array<Block, 4> ring_;
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t filled_ = 0;  // blocks, since the beginning
  size_t taken_ = 0;   // of these, those that are done with
  bool at_end_ = false;
  bool stopped_ = false;
  std::exception_ptr problem_;
  bool handed_out_ = false;  // block number taken_ is with the caller
  int64_t bytes_ = 0;
  WorkerThread reader_;  // last: joined before what it uses is gone
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_BLOCKS_AHEAD_H_
