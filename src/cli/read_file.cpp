#include "cli/read_file.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include "cli/blocks_ahead.h"
#include "companion/parsers.h"
#include "setuplog/log_parser.h"

namespace exdiag::cli {
namespace {

constexpr size_t kHeadSize = size_t{64} << 10;
constexpr size_t kBlockSize = size_t{256} << 10;
// Less than the caches of a processor, as the text is read several times.
constexpr size_t kBlockInPlace = size_t{64} << 10;
// A shorter text is read before a thread has started.
constexpr int64_t kWorthThread = int64_t{2} << 20;

// Programs, databases and pictures, by their many control characters. A log that was cut by a power
// loss may end in NULs, hence the beginning decides.
bool IsBinary(std::string_view head) {
  const std::string_view start = head.substr(0, 4096);
  const auto controls = std::count_if(start.begin(), start.end(), [](unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b;
  });
  return static_cast<size_t>(controls) * 20 > start.size();
}

bool IsUtf16(input::Encoding encoding) {
  return encoding == input::Encoding::kUtf16Le || encoding == input::Encoding::kUtf16Be;
}

// A CR at the very end may be half of a CRLF.
bool EndsLinesWithReturns(std::string_view head) {
  return head.find('\n') == std::string_view::npos && head.find('\r') + 1 < head.size() &&
         head.find('\r') != std::string_view::npos;
}

}  // namespace

OpenedText::OpenedText(input::ByteSource* source, const ReadOptions& options)
    : source_(source), read_ahead_(options.read_ahead) {
  ReadHead();
  encoding_ = options.encoding ? *options.encoding : input::DetectEncoding(raw_head_);
  DecodeHead();
  binary_ = IsBinary(IsUtf16(encoding_) ? head_ : raw_head_);
}

void OpenedText::ReadHead() {
  // make_unique would fill it with zeros first.
  raw_head_room_ = std::unique_ptr<char[]>(new char[kHeadSize]);
  size_t size = 0;
  while (size < kHeadSize) {
    const size_t read = source_->Read(raw_head_room_.get() + size, kHeadSize - size);
    if (read == 0) break;
    size += read;
  }
  raw_head_ = {raw_head_room_.get(), size};
}

void OpenedText::DecodeHead() {
  input::Decoder decoder(encoding_);
  head_ = decoder.Decode(raw_head_);
  only_returns_ = EndsLinesWithReturns(head_);
  const bool as_read = !only_returns_ && head_.data() == raw_head_.data();
  if (as_read) return;
  decoded_head_ = head_;
  if (only_returns_) std::replace(decoded_head_.begin(), decoded_head_.end(), '\r', '\n');
  head_ = decoded_head_;
}

std::string_view OpenedText::WithNewlines(std::string_view text) {
  if (!only_returns_) return text;
  converted_ = text;
  std::replace(converted_.begin(), converted_.end(), '\r', '\n');
  return converted_;
}

template <typename Parser>
void OpenedText::FeedAll(Parser* parser, ReadText* read) {
  input::Decoder decoder(encoding_);
  std::unique_ptr<char[]> room;
  std::string_view block = raw_head_;
  while (!block.empty()) {
    read->bytes += static_cast<int64_t>(block.size());
    parser->Feed(WithNewlines(decoder.Decode(block)));
    if (read_ahead_ && read->bytes >= kWorthThread) {
      BlocksAhead rest(source_, &decoder, kBlockSize);
      while (const auto text = rest.Next()) parser->Feed(WithNewlines(*text));
      read->bytes += rest.bytes();
      break;
    }
    block = source_->ReadInPlace(kBlockInPlace);
    if (!block.empty()) continue;
    if (!room) room = std::unique_ptr<char[]>(new char[kBlockSize]);
    block = {room.get(), source_->Read(room.get(), kBlockSize)};
  }
  parser->Feed(WithNewlines(decoder.Finish()));
  read->replaced_bytes = decoder.replaced_bytes();
  read->error = source_->error();
}

void OpenedText::ForEachBlock(const std::function<void(std::string_view)>& take) {
  struct Taker {
    void Feed(std::string_view block) { take(block); }
    const std::function<void(std::string_view)>& take;
  };
  Taker taker{take};
  ReadText read;
  FeedAll(&taker, &read);
}

ReadText OpenedText::Read(const std::string& path, std::optional<companion::Kind> kind) {
  ReadText read;
  read.encoding = encoding_;
  read.binary = binary_;
  if (binary_) return read;
  if (kind) {
    const auto parser = companion::MakeParser(*kind, path);
    FeedAll(parser.get(), &read);
    read.companion = parser->Finish();
  } else {
    setuplog::LogParser parser;
    FeedAll(&parser, &read);
    read.log = parser.Finish();
  }
  return read;
}

}  // namespace exdiag::cli
