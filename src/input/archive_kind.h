#ifndef EXDIAG_INPUT_ARCHIVE_KIND_H_
#define EXDIAG_INPUT_ARCHIVE_KIND_H_

#include <cstddef>
#include <string_view>

namespace exdiag::input {

enum class ArchiveKind {
  kNone,
  kZip,
  kSevenZip,
  kTar,
  kCab,
  kRar,
  kCompressed,  // gzip, bzip2, xz, zstd, lz4 or compress, around a tar or a single file
};

// How many first bytes of a file tell its kind: those of tar stand at the end of its first block.
inline constexpr size_t kArchiveHead = 512;

// What a file is by its first bytes; its name does not count, as people rename what mail systems
// block.
ArchiveKind ArchiveKindOf(std::string_view head);

// Whether it is read from its end, so that a stream of it does not do.
inline bool NeedsSeeking(ArchiveKind kind) {
  return kind == ArchiveKind::kZip || kind == ArchiveKind::kSevenZip;
}

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ARCHIVE_KIND_H_
