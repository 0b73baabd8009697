#ifndef EXDIAG_INPUT_ARCHIVE_READER_H_
#define EXDIAG_INPUT_ARCHIVE_READER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input/archive_kind.h"
#include "input/byte_source.h"
#include "input/seekable_source.h"
#include "input/zip_shortcut.h"

struct archive;
struct archive_entry;

namespace exdiag::input {

// Reads the members of an archive one after the other, by libarchive. Only the formats of its kind
// are switched on, and no external unpacker is ever run. Plain members of a zip file are unpacked
// by a shortcut, which shows in nothing but the time.
class ArchiveReader {
 public:
  enum class By { kFastest, kLibarchiveAlone };  // the latter to compare with

  // `packed` yields the archive from its first byte. `seekable`, if not null, is the
  // same archive, which can also be read out of order; its place need not be the start. Both must
  // outlive the reader.
  ArchiveReader(ArchiveKind kind, ByteSource& packed, SeekableSource* seekable,
                By by = By::kFastest);
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

  // Up to `size` bytes of the current member that lie in memory already, which need no copy; valid
  // until the next member. Empty if there are none: ReadData may give some.
  std::string_view DataInPlace(size_t size);

  // Whether the bytes of the current member come from the shortcut.
  bool by_shortcut() const { return data_.by_shortcut; }

  // Whether the archive as a whole cannot be listed without a password.
  bool HasHiddenNames() const;

  // How far into the archive was read.
  int64_t packed_bytes() const { return packed_bytes_; }
  std::string problem() const;  // of the last failure, libarchive's words

 private:
  struct Callbacks;

  // How the bytes of the current member come.
  struct Data {
    ZipShortcut::Place place;
    bool untried = false;      // the shortcut, and it may be tried
    bool by_shortcut = false;  // it was taken; `unpacked` is still to be handed out
    std::string_view unpacked;
    int64_t handed_out = 0;  // by libarchive
  };

  bool Open(ArchiveKind kind);
  void BeginData(const Member& member, archive_entry* entry, bool sound);
  void TryShortcut();

  ArchiveKind kind_;
  ByteSource& packed_;
  SeekableSource* seekable_;
  std::vector<char> buffer_;
  size_t next_read_;  // bytes that libarchive is given next, of those that fit into the buffer
  int64_t packed_bytes_ = 0;
  int64_t place_ = 0;
  archive* archive_ = nullptr;
  bool opened_ = false;
  bool ended_ = false;  // by damage after which nothing can be read
  std::string problem_;
  bool takes_shortcuts_ = false;
  int64_t members_ = 0;  // begun so far
  Data data_;
  std::unique_ptr<ZipShortcut> shortcut_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ARCHIVE_READER_H_
