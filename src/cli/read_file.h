#ifndef EXDIAG_CLI_READ_FILE_H_
#define EXDIAG_CLI_READ_FILE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "companion/companion_log.h"
#include "input/byte_source.h"
#include "input/encoding.h"
#include "setuplog/setup_log.h"

namespace exdiag::cli {

struct ReadOptions {
  std::optional<input::Encoding> encoding;  // none: found out from the text
  // Read and decode a long text in a thread of its own; the result is the same.
  bool read_ahead = false;
  // Called with the path of each file before it is read, for progress; from any thread.
  std::function<void(const std::string& path)> on_file;
};

// What a file says: a setup log or a companion log.
struct ReadText {
  std::optional<companion::CompanionLog> companion;
  setuplog::SetupLog log;  // if it is no companion
  input::Encoding encoding = input::Encoding::kUtf8;
  int64_t bytes = 0;
  int64_t replaced_bytes = 0;
  bool binary = false;      // no text at all; not read on
  input::InputError error;  // what stopped reading early, if anything
};

// A text being read whose beginning was looked at to learn what it is.
class OpenedText {
 public:
  // Reads the first 64 KiB. `source` must outlive the object.
  OpenedText(input::ByteSource* source, const ReadOptions& options);
  OpenedText(const OpenedText&) = delete;
  OpenedText& operator=(const OpenedText&) = delete;

  std::string_view head() const { return head_; }  // UTF-8; valid as long as the object
  bool empty() const { return raw_head_.empty(); }
  bool binary() const { return binary_; }

  // Hands out the whole text, once, in blocks of UTF-8, in the calling thread. Lines that end with
  // CR alone, as old tools write them, end with LF.
  void ForEachBlock(const std::function<void(std::string_view)>& take);

  // Reads the whole text, once, as a companion log or a setup log.
  ReadText Read(const std::string& path, std::optional<companion::Kind> kind);

 private:
  void ReadHead();
  void DecodeHead();
  std::string_view WithNewlines(std::string_view text);
  template <typename Parser>
  void FeedAll(Parser* parser, ReadText* read);

  input::ByteSource* source_;
  std::unique_ptr<char[]> raw_head_room_;
  std::string_view raw_head_;
  std::string decoded_head_;  // where it is not as it was read
  std::string_view head_;
  input::Encoding encoding_ = input::Encoding::kUtf8;
  bool read_ahead_;
  bool binary_ = false;
  bool only_returns_ = false;  // lines end with CR alone
  std::string converted_;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_READ_FILE_H_
