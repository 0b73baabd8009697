#include "input/zip_directory.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace exdiag::input {
namespace {

constexpr uLong kHarmlessFlags = 1 << 1 | 1 << 2 |  // how hard the packer tried
                                 1 << 3 |           // sizes stand behind the member as well
                                 1 << 11;           // its name is UTF-8

bool IsPlain(const unz_file_info64& info) {
  return info.compression_method == Z_DEFLATED && (info.flag & ~kHarmlessFlags) == 0 &&
         info.disk_num_start == 0;
}

}  // namespace

// The file as minizip reads it, byte by byte, out of blocks that are read at once.
class ZipDirectory::Blocks {
 public:
  explicit Blocks(SeekableSource& source) : source_(source), size_(source.Seek(-1)) {}

  zlib_filefunc64_def Functions() {
    return {Open, ReadFor, nullptr, Tell, SeekFor, Close, Error, this};
  }

 private:
  static Blocks* Self(void* self) { return static_cast<Blocks*>(self); }
  static void* Open(void* self, const void*, int) { return self; }
  static uLong ReadFor(void* self, void*, void* buffer, uLong size) {
    return static_cast<uLong>(Self(self)->Read(static_cast<char*>(buffer), size));
  }
  static ZPOS64_T Tell(void* self, void*) { return static_cast<ZPOS64_T>(Self(self)->place_); }
  static long SeekFor(void* self, void*, ZPOS64_T offset, int origin) {
    return Self(self)->Seek(static_cast<int64_t>(offset), origin) ? 0 : -1;
  }
  static int Close(void*, void*) { return 0; }
  // Asked after a short read only. minizip would take what lies behind the file's end for zeros.
  static int Error(void*, void*) { return 1; }

  size_t Read(char* buffer, size_t size) {
    size_t done = 0;
    while (done < size && (HoldsPlace() || Load())) {
      const auto from = static_cast<size_t>(place_ - begin_);
      const size_t count = std::min(size - done, filled_ - from);
      std::memcpy(buffer + done, block_.data() + from, count);
      place_ += static_cast<int64_t>(count);
      done += count;
    }
    return done;
  }

  bool Seek(int64_t offset, int origin) {
    const int64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? place_
                         : origin == ZLIB_FILEFUNC_SEEK_END ? size_
                                                            : 0;
    if (offset < -base || offset > size_ - base) return false;
    place_ = base + offset;
    return true;
  }

  bool HoldsPlace() const {
    return place_ >= begin_ && place_ < begin_ + static_cast<int64_t>(filled_);
  }

  // Blocks have fixed borders, since minizip looks for the directory from the end backwards.
  bool Load() {
    begin_ = place_ - place_ % static_cast<int64_t>(block_.size());
    filled_ = source_.Seek(begin_) == begin_ ? source_.Read(block_.data(), block_.size()) : 0;
    return HoldsPlace();
  }

  SeekableSource& source_;
  int64_t size_;
  int64_t place_ = 0;
  int64_t begin_ = 0;
  size_t filled_ = 0;
  std::array<char, 16 << 10> block_;
};

ZipDirectory::ZipDirectory(SeekableSource& zip) : blocks_(std::make_unique<Blocks>(zip)) {
  zlib_filefunc64_def functions = blocks_->Functions();
  zip_ = unzOpen2_64(nullptr, &functions);
}

ZipDirectory::~ZipDirectory() { unzClose(zip_); }

std::optional<ZipMember> ZipDirectory::Member(int64_t number) {
  unz_file_info64 info;
  if (!GoTo(number) || unzGetCurrentFileInfo64(zip_, &info, nullptr, 0, nullptr, 0, nullptr, 0))
    return std::nullopt;
  const std::optional<int64_t> data_at = DataOfCurrent();
  if (!data_at) return std::nullopt;
  return ZipMember{*data_at, static_cast<int64_t>(info.compressed_size),
                   static_cast<int64_t>(info.uncompressed_size), static_cast<uint32_t>(info.crc),
                   IsPlain(info)};
}

bool ZipDirectory::GoTo(int64_t number) {
  for (; number_ < number; ++number_) {
    if (unzGoToNextFile(zip_) != UNZ_OK) return false;
  }
  return number_ == number;
}

// minizip opens it only if the header before the data says the same as the directory.
std::optional<int64_t> ZipDirectory::DataOfCurrent() {
  int method = 0;
  if (unzOpenCurrentFile2(zip_, &method, nullptr, 1) != UNZ_OK) return std::nullopt;
  const auto data_at = static_cast<int64_t>(unzGetCurrentFileZStreamPos64(zip_));
  unzCloseCurrentFile(zip_);
  return data_at;
}

}  // namespace exdiag::input
