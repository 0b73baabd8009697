#include "input/zip_shortcut.h"

#include <libdeflate.h>

#include <atomic>

namespace exdiag::input {
namespace {

// A usual log fits; for a larger one libarchive, which needs little memory, is fast enough.
constexpr int64_t kMostUnpacked = int64_t{6} << 20;

// As much as all workers together may take of the program's 64 MB. One that comes too late leaves
// its member to libarchive.
constexpr size_t kMostHeld = size_t{8} << 20;
std::atomic<size_t> held = 0;

// Libarchive unpacks 256 KiB when the first byte is asked for. Up to this size, the whole member
// takes about as long by libdeflate.
constexpr int64_t kCheap = int64_t{2} << 20;

// By so much a reader knows whether a file is a log.
constexpr int64_t kTelling = int64_t{64} << 10;

// Logs of about one size fit into the same buffer.
constexpr size_t kGrowth = size_t{256} << 10;

bool Reserve(size_t size) {
  if (held.fetch_add(size) + size <= kMostHeld) return true;
  held.fetch_sub(size);
  return false;
}

}  // namespace

ZipShortcut::ZipShortcut(SeekableSource& zip)
    : zip_(zip), directory_(zip), inflater_(libdeflate_alloc_decompressor()) {}

ZipShortcut::~ZipShortcut() {
  held.fetch_sub(reserved_);
  libdeflate_free_decompressor(inflater_);
}

int64_t ZipShortcut::WorthAfter(int64_t size) { return size <= kCheap ? 0 : kTelling; }

// Where the two libraries do not mean the same member, as in an archive whose directory has another
// order than its members, the place of the data shows it.
bool ZipShortcut::Unpack(const Place& place) {
  if (inflater_ == nullptr || place.size <= 0 || place.size > kMostUnpacked) return false;
  const std::optional<ZipMember> member = directory_.Member(place.number);
  if (!member || !member->plain || member->data_at != place.data_at || member->size != place.size ||
      member->packed_size > kMostUnpacked)
    return false;
  if (!Grow(static_cast<size_t>(member->size + member->packed_size))) return false;
  char* const unpacked = buffer_.data();
  char* const packed = unpacked + member->size;
  unpacked_ = {unpacked, static_cast<size_t>(member->size)};
  return ReadPacked(*member, packed) && Inflate(*member, packed, unpacked);
}

bool ZipShortcut::Grow(size_t size) {
  if (size <= buffer_.size()) return true;
  const size_t grown = (size + kGrowth - 1) / kGrowth * kGrowth;
  if (!Reserve(grown - reserved_)) return false;
  reserved_ = grown;
  buffer_ = std::vector<char>();  // first, so that there are never two
  buffer_.resize(grown);
  return true;
}

bool ZipShortcut::ReadPacked(const ZipMember& member, char* packed) {
  if (zip_.Seek(member.data_at) != member.data_at) return false;
  auto left = static_cast<size_t>(member.packed_size);
  while (left > 0) {
    const size_t got = zip_.Read(packed, left);
    if (got == 0) return false;
    packed += got;
    left -= got;
  }
  return true;
}

bool ZipShortcut::Inflate(const ZipMember& member, const char* packed, char* unpacked) {
  const auto packed_size = static_cast<size_t>(member.packed_size);
  const auto size = static_cast<size_t>(member.size);
  size_t used = 0;
  const libdeflate_result result = libdeflate_deflate_decompress_ex(inflater_, packed, packed_size,
                                                                    unpacked, size, &used, nullptr);
  return result == LIBDEFLATE_SUCCESS && used == packed_size &&
         libdeflate_crc32(0, unpacked, size) == member.crc;
}

}  // namespace exdiag::input
