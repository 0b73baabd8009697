#ifndef EXDIAG_TESTS_INPUT_BYTES_H_
#define EXDIAG_TESTS_INPUT_BYTES_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace exdiag::input {

// Bytes in little-endian order, for archives that are made by hand.
class Bytes {
 public:
  Bytes& Put(uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xff);
    return *this;
  }
  Bytes& Put(std::string_view text) {
    bytes_ += text;
    return *this;
  }
  const std::string& str() const { return bytes_; }

 private:
  std::string bytes_;
};

inline uint32_t Crc32(std::string_view bytes) {
  uint32_t crc = 0xffffffff;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

}  // namespace exdiag::input

#endif  // EXDIAG_TESTS_INPUT_BYTES_H_
