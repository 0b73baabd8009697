#include "input/encoding.h"
#include "input/text_converter.h"
#include "input/utf8_text.h"

namespace exdiag::input {
namespace {

bool HoldsNul(std::string_view bytes) { return bytes.find('\0') != std::string_view::npos; }

// The length of a text that can stand as it is; what follows it is at most a cut character. npos:
// something has to be repaired.
size_t SoundLength(std::string_view bytes) {
  const size_t plain = PlainAsciiLength(bytes);
  if (plain == bytes.size()) return plain;
  if (HoldsNul(bytes.substr(plain))) return std::string_view::npos;
  const size_t valid = plain + ValidUtf8Length(bytes.substr(plain));
  if (valid == bytes.size()) return valid;
  const bool cut = FirstCharacter(bytes.substr(valid)).state == Utf8Character::State::kCut;
  return cut ? valid : std::string_view::npos;
}

std::string_view WithoutByteOrderMark(std::string_view text, bool* at_start) {
  if (!*at_start || text.empty()) return text;
  *at_start = false;
  if (text.starts_with(kUtf8ByteOrderMark)) text.remove_prefix(kUtf8ByteOrderMark.size());
  return text;
}

}  // namespace

Decoder::Decoder(Encoding encoding) : encoding_(encoding), converter_(MakeConverter(encoding)) {}

Decoder::~Decoder() = default;

std::string_view Decoder::Decode(std::string_view bytes) {
  output_.clear();
  if (encoding_ == Encoding::kUtf8 && pending_.empty()) {
    const size_t sound = SoundLength(bytes);
    if (sound != std::string_view::npos) {
      pending_ = bytes.substr(sound);
      return WithoutByteOrderMark(bytes.substr(0, sound), &at_start_);
    }
  }
  if (pending_.empty()) {
    pending_ = bytes.substr(converter_->Convert(bytes, &output_));
  } else {
    pending_.append(bytes);
    pending_.erase(0, converter_->Convert(pending_, &output_));
  }
  replaced_ = converter_->replaced_bytes();
  return WithoutByteOrderMark(output_, &at_start_);
}

std::string_view Decoder::Finish() {
  if (pending_.empty()) return {};
  replaced_ += static_cast<int64_t>(pending_.size());
  pending_.clear();
  return kReplacement;
}

}  // namespace exdiag::input
