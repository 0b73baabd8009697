#include "input/archive_kind.h"

#include <array>

namespace exdiag::input {
namespace {

struct Magic {
  std::string_view bytes;
  ArchiveKind kind;
};

using namespace std::string_view_literals;

constexpr std::array kMagics = {
    Magic{"PK\x03\x04"sv, ArchiveKind::kZip},
    Magic{"PK\x05\x06"sv, ArchiveKind::kZip},  // empty
    Magic{"PK\x07\x08PK\x03\x04"sv, ArchiveKind::kZip},
    Magic{"7z\xbc\xaf\x27\x1c"sv, ArchiveKind::kSevenZip},
    Magic{"MSCF\0\0\0\0"sv, ArchiveKind::kCab},
    Magic{"Rar!\x1a\x07"sv, ArchiveKind::kRar},
    Magic{"\x1f\x8b\x08"sv, ArchiveKind::kCompressed},
    Magic{"\x1f\x9d"sv, ArchiveKind::kCompressed},
    Magic{"\xfd\x37zXZ\0"sv, ArchiveKind::kCompressed},
    Magic{"\x28\xb5\x2f\xfd"sv, ArchiveKind::kCompressed},
    Magic{"\x04\x22\x4d\x18"sv, ArchiveKind::kCompressed},
};

bool IsBzip2(std::string_view head) {
  return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
         (head.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"sv ||
          head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

// The checksum in the header of a tar: the sum of its bytes, with blanks where the sum itself
// stands. Archives without "ustar" are known by that alone.
bool IsTar(std::string_view head) {
  if (head.size() < kArchiveHead || head[0] == '\0') return false;
  unsigned long sum = 0, written = 0;
  for (size_t at = 0; at < kArchiveHead; ++at) {
    sum += at >= 148 && at < 156 ? ' ' : static_cast<unsigned char>(head[at]);
  }
  size_t at = 148;
  while (at < 156 && head[at] == ' ') ++at;
  const size_t digits = at;
  for (; at < 156 && head[at] >= '0' && head[at] <= '7'; ++at) {
    written = written * 8 + static_cast<unsigned long>(head[at] - '0');
  }
  return at > digits && written == sum;
}

}  // namespace

ArchiveKind ArchiveKindOf(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.starts_with(magic.bytes)) return magic.kind;
  }
  if (IsBzip2(head)) return ArchiveKind::kCompressed;
  return IsTar(head) ? ArchiveKind::kTar : ArchiveKind::kNone;
}

}  // namespace exdiag::input
