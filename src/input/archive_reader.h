#ifndef EXDIAG_INPUT_ARCHIVE_READER_H_
#define EXDIAG_INPUT_ARCHIVE_READER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "input/archive_kind.h"
#include "input/byte_source.h"
#include "input/seekable_source.h"

struct archive;

namespace exdiag::input {

// Reads the members of an archive one after the other, by libarchive. Only the formats of its kind
// are switched on, and no external unpacker is ever run.
class ArchiveReader {
 public:
  // `packed` yields the archive from its first byte. `seekable`, if not null, is the
  // same archive, which can also be read out of order; its place need not be the start. Both must
  // outlive the reader.
  ArchiveReader(ArchiveKind kind, ByteSource& packed, SeekableSource* seekable);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  enum class Next { kMember, kEnd, kFailed };

  struct Member {
    std::string name;  // UTF-8, as the archive has it; not fit for display
    bool encrypted = false;
    bool is_file = false;   // else a folder, a link or the like
    bool nameless = false;  // the single file of a .gz and the like, which has no name of its own
  };

  Next ReadMember(Member* member);

  // Bytes of the current member; 0 at its end or where it is damaged, which `failed` tells.
  size_t ReadData(char* buffer, size_t size, bool* failed);

  // Whether the archive as a whole cannot be listed without a password.
  bool HasHiddenNames() const;

  // How far into the archive was read.
  int64_t packed_bytes() const { return packed_bytes_; }
  std::string problem() const;  // of the last failure, libarchive's words

 private:
  struct Callbacks;

  bool Open(ArchiveKind kind);

  ByteSource& packed_;
  SeekableSource* seekable_;
  std::vector<char> buffer_;
  int64_t packed_bytes_ = 0;
  int64_t place_ = 0;
  archive* archive_ = nullptr;
  bool opened_ = false;
  std::string problem_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ARCHIVE_READER_H_
