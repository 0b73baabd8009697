#ifndef EXDIAG_INPUT_ZIP_SHORTCUT_H_
#define EXDIAG_INPUT_ZIP_SHORTCUT_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "input/seekable_source.h"
#include "input/zip_directory.h"

struct libdeflate_decompressor;

namespace exdiag::input {

// Unpacks plain members of a zip file whole, by libdeflate, in a third of the time that libarchive
// takes. It is only a shortcut beside libarchive, which lists the members, and which unpacks all
// that is left to it here: whatever is large, rare or damaged. So names, order and complaints are
// the same with the shortcut and without.
class ZipShortcut {
 public:
  // `zip` must outlive the shortcut, which moves its place.
  explicit ZipShortcut(SeekableSource& zip);
  ~ZipShortcut();
  ZipShortcut(const ZipShortcut&) = delete;
  ZipShortcut& operator=(const ZipShortcut&) = delete;

  // A member as libarchive sees it.
  struct Place {
    int64_t number = 0;   // from 0, in the order of the archive
    int64_t data_at = 0;  // where its packed bytes begin
    int64_t size = 0;     // of it unpacked
  };

  // How much of a member is better read from libarchive first, in case that no more is wanted.
  static int64_t WorthAfter(int64_t size);

  // Whether the member was unpacked and is what its checksum says. Numbers must rise from call to
  // call.
  bool Unpack(const Place& place);

  // The member that was unpacked last.
  std::string_view unpacked() const { return unpacked_; }

 private:
  bool Grow(size_t size);
  bool ReadPacked(const ZipMember& member, char* packed);
  bool Inflate(const ZipMember& member, const char* packed, char* unpacked);

  SeekableSource& zip_;
  ZipDirectory directory_;
  libdeflate_decompressor* inflater_;
  std::vector<char> buffer_;  // for the unpacked bytes, and behind them the packed ones
  size_t reserved_ = 0;       // for it, of what all shortcuts may hold
  std::string_view unpacked_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ZIP_SHORTCUT_H_
