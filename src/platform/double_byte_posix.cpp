#ifndef _WIN32

#include <iconv.h>

#include "platform/double_byte.h"

namespace exdiag::platform {
namespace {

const char* NameOfPage(DoubleByteCodePage page) {
  switch (page) {
    case DoubleByteCodePage::kShiftJis:
      return "CP932";
    case DoubleByteCodePage::kGbk:
      return "CP936";
    case DoubleByteCodePage::kBig5:
      return "CP950";
    case DoubleByteCodePage::kEucKr:
      return "CP949";
  }
  return "";
}

// What iconv_open gives where it knows no such code page.
const iconv_t kNoConverter = reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)

iconv_t Opened(DoubleByteCodePage page) {
  const iconv_t converter = iconv_open("UTF-32LE", NameOfPage(page));
  if (converter != kNoConverter || page != DoubleByteCodePage::kBig5) return converter;
  return iconv_open("UTF-32LE", "BIG5");  // the C library knows CP950 by this name only
}

}  // namespace

DoubleByteTable::DoubleByteTable(DoubleByteCodePage page) {
  const iconv_t converter = Opened(page);
  if (converter != kNoConverter) converter_ = converter;
}

DoubleByteTable::~DoubleByteTable() {
  if (converter_ != nullptr) iconv_close(converter_);
}

uint32_t DoubleByteTable::CodePoint(unsigned char lead, int trail) const {
  if (converter_ == nullptr) return 0;
  char bytes[2] = {static_cast<char>(lead), static_cast<char>(trail)};
  unsigned char unit[8] = {};
  char* in = bytes;
  char* out = reinterpret_cast<char*>(unit);
  size_t in_left = trail < 0 ? 1 : 2;
  size_t out_left = sizeof unit;
  iconv(converter_, nullptr, nullptr, nullptr, nullptr);
  if (iconv(converter_, &in, &in_left, &out, &out_left) == static_cast<size_t>(-1)) return 0;
  if (in_left != 0 || out_left != sizeof unit - 4) return 0;
  return static_cast<uint32_t>(unit[0]) | static_cast<uint32_t>(unit[1]) << 8 |
         static_cast<uint32_t>(unit[2]) << 16;
}

}  // namespace exdiag::platform

#endif  // _WIN32
