#ifdef _WIN32

#include "platform/double_byte.h"
#include "platform/windows_api.h"

namespace exdiag::platform {

DoubleByteTable::DoubleByteTable(DoubleByteCodePage page) {
  switch (page) {
    case DoubleByteCodePage::kShiftJis:
      page_ = 932;
      break;
    case DoubleByteCodePage::kGbk:
      page_ = 936;
      break;
    case DoubleByteCodePage::kBig5:
      page_ = 950;
      break;
    case DoubleByteCodePage::kEucKr:
      page_ = 949;
      break;
  }
}

DoubleByteTable::~DoubleByteTable() = default;

uint32_t DoubleByteTable::CodePoint(unsigned char lead, int trail) const {
  const char bytes[2] = {static_cast<char>(lead), static_cast<char>(trail)};
  wchar_t unit[2] = {};
  const int got =
      MultiByteToWideChar(page_, MB_ERR_INVALID_CHARS, bytes, trail < 0 ? 1 : 2, unit, 2);
  return got == 1 ? unit[0] : 0;
}

}  // namespace exdiag::platform

#endif  // _WIN32
