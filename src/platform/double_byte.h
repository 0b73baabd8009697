#ifndef EXDIAG_PLATFORM_DOUBLE_BYTE_H_
#define EXDIAG_PLATFORM_DOUBLE_BYTE_H_

#include <cstdint>

namespace exdiag::platform {

// The East Asian code pages, whose tables are the system's: they would add 200 KB to the program.
enum class DoubleByteCodePage { kShiftJis, kGbk, kBig5, kEucKr };

// Tells the characters of one code page. Not thread-safe; one object per text.
class DoubleByteTable {
 public:
  explicit DoubleByteTable(DoubleByteCodePage page);
  ~DoubleByteTable();
  DoubleByteTable(const DoubleByteTable&) = delete;
  DoubleByteTable& operator=(const DoubleByteTable&) = delete;

  // The code point of a character of one byte (`trail` < 0) or two; 0 if there is none, or if the
  // system lacks the code page.
  uint32_t CodePoint(unsigned char lead, int trail) const;

 private:
  void* converter_ = nullptr;
  [[maybe_unused]] unsigned page_ = 0;  // on Windows
};

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_DOUBLE_BYTE_H_
