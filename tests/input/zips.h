#ifndef EXDIAG_TESTS_INPUT_ZIPS_H_
#define EXDIAG_TESTS_INPUT_ZIPS_H_

#include <libdeflate.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "input/bytes.h"

namespace exdiag::input {

inline std::string Deflated(const std::string& content) {
  libdeflate_compressor* packer = libdeflate_alloc_compressor(6);
  std::string packed(libdeflate_deflate_compress_bound(packer, content.size()), '\0');
  packed.resize(libdeflate_deflate_compress(packer, content.data(), content.size(), packed.data(),
                                            packed.size()));
  libdeflate_free_compressor(packer);
  return packed;
}

// A zip file made by hand, as programs write it that no library here is, or as nobody should.
class ZipByHand {
 public:
  // What is said of a member. A header's fields are those of the content, plus these.
  struct Entry {
    std::string name;
    std::string content;
    int method = 8;
    int flags = 0;
    bool sizes_behind = false;  // the header has none; they follow the data
    int system = 0;             // 3: Unix
    uint32_t attributes = 0;
    uint32_t crc_error = 0;        // in the header and in the directory
    uint32_t header_error = 0;     // of the checksum in the header alone
    uint32_t directory_error = 0;  // of the checksum in the directory alone
    uint32_t size_error = 0;       // of the unpacked size in both
    std::string extra = {};        // in both
  };

  ZipByHand& Add(const Entry& entry) {
    const std::string packed = entry.method == 0 ? entry.content : Deflated(entry.content);
    const size_t at = bytes_.str().size();
    PutHeader(entry, packed.size());
    bytes_.Put(packed);
    if (entry.sizes_behind)
      bytes_.Put("PK\x07\x08").Put(Crc(entry), 4).Put(packed.size(), 4).Put(Size(entry), 4);
    directory_.push_back(InDirectory(entry, packed.size(), at));
    return *this;
  }

  ZipByHand& Put(const std::string& junk) {
    bytes_.Put(junk);
    return *this;
  }

  // Says the last member once more, in the directory alone.
  ZipByHand& RepeatLast() {
    directory_.push_back(directory_.back());
    return *this;
  }

  ZipByHand& TurnDirectory() {
    std::reverse(directory_.begin(), directory_.end());
    return *this;
  }

  // `behind`: the file's comment. `before`: what stands before the zip, unknown to it.
  std::string Finish(const std::string& behind = "", const std::string& before = "") const {
    Bytes all;
    std::string directory;
    for (const std::string& entry : directory_) directory += entry;
    all.Put(before).Put(bytes_.str()).Put(directory).Put("PK\x05\x06").Put(0, 4);
    all.Put(directory_.size(), 2).Put(directory_.size(), 2);
    all.Put(directory.size(), 4).Put(bytes_.str().size(), 4).Put(behind.size(), 2).Put(behind);
    return all.str();
  }

 private:
  static uint32_t Crc(const Entry& entry) {
    return libdeflate_crc32(0, entry.content.data(), entry.content.size()) ^ entry.crc_error;
  }
  static size_t Size(const Entry& entry) { return entry.content.size() + entry.size_error; }
  static int Flags(const Entry& entry) { return entry.flags | (entry.sizes_behind ? 8 : 0); }

  void PutHeader(const Entry& entry, size_t packed_size) {
    const bool known = !entry.sizes_behind;
    bytes_.Put("PK\x03\x04").Put(20, 2).Put(static_cast<uint64_t>(Flags(entry)), 2);
    bytes_.Put(static_cast<uint64_t>(entry.method), 2).Put(0x5a210000, 4);
    bytes_.Put(known ? Crc(entry) ^ entry.header_error : 0, 4);
    bytes_.Put(known ? packed_size : 0, 4).Put(known ? Size(entry) : 0, 4);
    bytes_.Put(entry.name.size(), 2).Put(entry.extra.size(), 2).Put(entry.name).Put(entry.extra);
  }

  static std::string InDirectory(const Entry& entry, size_t packed_size, size_t at) {
    Bytes all;
    all.Put("PK\x01\x02").Put(20, 1).Put(static_cast<uint64_t>(entry.system), 1).Put(20, 2);
    all.Put(static_cast<uint64_t>(Flags(entry)), 2).Put(static_cast<uint64_t>(entry.method), 2);
    all.Put(0x5a210000, 4).Put(Crc(entry) ^ entry.directory_error, 4);
    all.Put(packed_size, 4).Put(Size(entry), 4);
    all.Put(entry.name.size(), 2).Put(entry.extra.size(), 2).Put(0, 2).Put(0, 2).Put(0, 2);
    all.Put(entry.attributes, 4).Put(at, 4).Put(entry.name).Put(entry.extra);
    return all.str();
  }

  Bytes bytes_;
  std::vector<std::string> directory_;
};

}  // namespace exdiag::input

#endif  // EXDIAG_TESTS_INPUT_ZIPS_H_
