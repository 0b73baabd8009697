#ifndef EXDIAG_INPUT_ENCODING_H_
#define EXDIAG_INPUT_ENCODING_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace exdiag::input {

enum class Encoding {
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kWindows1250,
  kWindows1251,
  kWindows1252,
  kWindows1253,
  kWindows1254,
  kShiftJis,
  kGbk,
  kBig5,
  kEucKr,
  kLatin1,
  kIbm437,
  kIbm850,
};

std::string_view EncodingName(Encoding encoding);  // "utf-8", "utf-16le", "windows-1252" …
std::optional<Encoding> EncodingFromName(
    std::string_view name);   // also aliases: "cp1252", "ansi" …
std::string EncodingNames();  // all of them, for messages: "utf-8, utf-16le, …"

// The encoding of a text by its first bytes (64 KiB are enough): a byte-order mark, else the
// pattern of NUL bytes, else valid UTF-8, else the Windows code page whose letters fit best.
Encoding DetectEncoding(std::string_view head);

class TextConverter;

// Turns bytes of an encoding into UTF-8, block by block. Bytes that are invalid become U+FFFD and
// are counted; NUL bytes become spaces; a byte-order mark at the start is dropped.
class Decoder {
 public:
  explicit Decoder(Encoding encoding);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // The UTF-8 text of the next bytes, valid until the next call. Returns a view of `bytes` itself
  // where nothing has to change. A character cut at the end of the block waits for the next one.
  std::string_view Decode(std::string_view bytes);

  // What is left at the end of the text.
  std::string_view Finish();

  int64_t replaced_bytes() const { return replaced_; }

 private:
  Encoding encoding_;
  std::string pending_;
  std::string output_;
  int64_t replaced_ = 0;
  bool at_start_ = true;
  std::unique_ptr<TextConverter> converter_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ENCODING_H_
