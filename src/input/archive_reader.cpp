#include "input/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>  // SEEK_CUR
#include <initializer_list>

#include "input/encoding.h"
#include "input/utf8_text.h"

namespace exdiag::input {
namespace {

constexpr size_t kBlock = size_t{64} << 10;
// Where libarchive has gone to another place, it often wants no more than the header there.
constexpr size_t kFirstBlock = size_t{4} << 10;

using Support = int (*)(archive*);

// ARCHIVE_WARN would mean that libarchive lacks the library and would run a program instead.
bool SwitchOn(archive* a, std::initializer_list<Support> supports) {
  for (const Support support : supports) {
    if (support(a) != ARCHIVE_OK) return false;
  }
  return true;
}

bool SwitchOnFormats(archive* a, ArchiveKind kind) {
  switch (kind) {
    case ArchiveKind::kZip:
      return SwitchOn(a, {archive_read_support_format_zip});
    case ArchiveKind::kSevenZip:
      return SwitchOn(a, {archive_read_support_format_7zip});
    case ArchiveKind::kTar:
      return SwitchOn(a, {archive_read_support_format_tar});
    case ArchiveKind::kCab:
      return SwitchOn(a, {archive_read_support_format_cab});
    case ArchiveKind::kRar:
      return SwitchOn(a, {archive_read_support_format_rar, archive_read_support_format_rar5});
    case ArchiveKind::kCompressed:
      return SwitchOn(a, {archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
                          archive_read_support_filter_xz, archive_read_support_filter_zstd,
                          archive_read_support_filter_lz4, archive_read_support_filter_compress,
                          archive_read_support_format_tar, archive_read_support_format_raw,
                          archive_read_support_format_empty});
    case ArchiveKind::kNone:
      break;
  }
  return false;
}

bool HasUtf8Letters(std::string_view bytes) {
  const bool ascii = std::all_of(bytes.begin(), bytes.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return !ascii && ValidUtf8Length(bytes) == bytes.size();
}

// The name as UTF-8. Old zip programs write names in the code page of their console. What is UTF-8
// already is not given to libarchive, which on Windows takes it for the system's code page.
std::string NameOfEntry(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  const std::string_view bytes = raw == nullptr ? "" : raw;
  if (HasUtf8Letters(bytes)) return std::string(bytes);
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  Decoder decoder(DetectEncoding(bytes));
  std::string name(decoder.Decode(bytes));
  return name.append(decoder.Finish());
}

}  // namespace

// What libarchive calls for more of the packed bytes.
struct ArchiveReader::Callbacks {
  static ArchiveReader* Reader(void* self) { return static_cast<ArchiveReader*>(self); }

  static la_ssize_t Read(archive* a, void* self, const void** block) {
    ArchiveReader* reader = Reader(self);
    ByteSource& from = reader->seekable_ != nullptr ? *reader->seekable_ : reader->packed_;
    const size_t got = from.Read(reader->buffer_.data(), reader->next_read_);
    reader->next_read_ = std::min(reader->next_read_ * 2, kBlock);
    if (got == 0 && from.error().kind != InputError::Kind::kNone) {
      archive_set_error(a, EIO, "reading it failed");
      return ARCHIVE_FATAL;
    }
    // Of an archive that has the same bytes read over and over they count once.
    reader->place_ += static_cast<int64_t>(got);
    reader->packed_bytes_ = std::max(reader->packed_bytes_, reader->place_);
    *block = reader->buffer_.data();
    return static_cast<la_ssize_t>(got);
  }

  static la_int64_t Seek(archive*, void* self, la_int64_t offset, int whence) {
    ArchiveReader* reader = Reader(self);
    int64_t target = offset;
    if (whence == SEEK_CUR) target += reader->place_;
    if (whence == SEEK_END) target += reader->seekable_->Seek(-1);
    if (target < 0) return ARCHIVE_FATAL;
    reader->place_ = reader->seekable_->Seek(target);
    reader->next_read_ = kFirstBlock;
    return reader->place_ < 0 ? ARCHIVE_FATAL : reader->place_;
  }

  static la_int64_t Skip(archive*, void* self, la_int64_t request) {
    ArchiveReader* reader = Reader(self);
    const int64_t before = reader->place_;
    const int64_t size = reader->seekable_->Seek(-1);
    const int64_t after = reader->seekable_->Seek(std::min<int64_t>(size, before + request));
    if (after < 0) return ARCHIVE_FATAL;
    reader->place_ = after;
    reader->next_read_ = kFirstBlock;
    return after - before;
  }
};

ArchiveReader::ArchiveReader(ArchiveKind kind, ByteSource& packed, SeekableSource* seekable, By by)
    : kind_(kind),
      packed_(packed),
      seekable_(seekable),
      buffer_(kBlock),
      next_read_(kBlock),
      archive_(archive_read_new()) {
  opened_ = archive_ != nullptr && Open(kind);
  takes_shortcuts_ = seekable_ != nullptr && kind == ArchiveKind::kZip && by == By::kFastest;
}

ArchiveReader::~ArchiveReader() { archive_read_free(archive_); }

bool ArchiveReader::Open(ArchiveKind kind) {
  if (seekable_ != nullptr && seekable_->Seek(0) != 0) seekable_ = nullptr;  // a pipe
  if (!SwitchOnFormats(archive_, kind)) {
    problem_ = "this build cannot unpack that format";
    return false;
  }
  archive_read_set_callback_data(archive_, this);
  archive_read_set_read_callback(archive_, Callbacks::Read);
  if (seekable_ != nullptr) {
    archive_read_set_seek_callback(archive_, Callbacks::Seek);
    archive_read_set_skip_callback(archive_, Callbacks::Skip);
  }
  return archive_read_open1(archive_) >= ARCHIVE_WARN;
}

ArchiveReader::Next ArchiveReader::ReadMember(Member* member) {
  if (!opened_ || ended_) return Next::kFailed;
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(archive_, &entry);
  if (result == ARCHIVE_EOF) return Next::kEnd;
  if (result < ARCHIVE_WARN) return Next::kFailed;
  member->name = NameOfEntry(entry);
  member->encrypted = archive_entry_is_encrypted(entry) != 0;
  member->is_file =
      archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  member->nameless = archive_format(archive_) == ARCHIVE_FORMAT_RAW;
  BeginData(*member, entry, result == ARCHIVE_OK);
  return Next::kMember;
}

// `sound`: libarchive found nothing wrong with its header, as sizes that differ from the
// directory's.
void ArchiveReader::BeginData(const Member& member, archive_entry* entry, bool sound) {
  data_ = Data();
  data_.place = {members_++, archive_filter_bytes(archive_, 0), archive_entry_size(entry)};
  data_.untried = takes_shortcuts_ && sound && member.is_file && !member.encrypted &&
                  archive_entry_size_is_set(entry) != 0;
}

size_t ArchiveReader::ReadData(char* buffer, size_t size, bool* failed) {
  *failed = false;
  if (const std::string_view bytes = DataInPlace(size); data_.by_shortcut) {
    std::copy(bytes.begin(), bytes.end(), buffer);
    return bytes.size();
  }
  la_ssize_t got = ARCHIVE_RETRY;
  while (got == ARCHIVE_RETRY) got = archive_read_data(archive_, buffer, size);
  *failed = got < 0;
  // Going on with a damaged cabinet leads libarchive 3.6 to a null pointer; it reads on in a zip.
  if (got == ARCHIVE_FATAL && kind_ != ArchiveKind::kZip) ended_ = true;
  if (*failed) return 0;
  data_.handed_out += got;
  return static_cast<size_t>(got);
}

std::string_view ArchiveReader::DataInPlace(size_t size) {
  if (data_.untried && data_.handed_out >= ZipShortcut::WorthAfter(data_.place.size)) TryShortcut();
  if (!data_.by_shortcut) return {};
  const std::string_view bytes = data_.unpacked.substr(0, size);
  data_.unpacked.remove_prefix(bytes.size());
  return bytes;
}

// Leaves libarchive where it is, so that it can go on with this member or with the next one.
void ArchiveReader::TryShortcut() {
  data_.untried = false;
  if (data_.handed_out >= data_.place.size) return;
  if (shortcut_ == nullptr) shortcut_ = std::make_unique<ZipShortcut>(*seekable_);
  data_.by_shortcut = shortcut_->Unpack(data_.place);
  if (data_.by_shortcut)
    data_.unpacked = shortcut_->unpacked().substr(static_cast<size_t>(data_.handed_out));
  static_cast<void>(seekable_->Seek(place_));
}

bool ArchiveReader::HasHiddenNames() const {
  return opened_ && archive_read_has_encrypted_entries(archive_) == 1;
}

std::string ArchiveReader::problem() const {
  if (!problem_.empty()) return problem_;
  const char* text = archive_ == nullptr ? nullptr : archive_error_string(archive_);
  return text == nullptr ? "no reason given" : text;
}

}  // namespace exdiag::input
