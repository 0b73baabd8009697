#ifndef EXDIAG_INPUT_ZIP_DIRECTORY_H_
#define EXDIAG_INPUT_ZIP_DIRECTORY_H_

#include <cstdint>
#include <memory>
#include <optional>

#include "input/seekable_source.h"

namespace exdiag::input {

// What a zip file's directory, and the header before a member, say of that member.
struct ZipMember {
  int64_t data_at = 0;  // where its packed bytes begin
  int64_t packed_size = 0;
  int64_t size = 0;
  uint32_t crc = 0;
  bool plain = false;  // deflated, and nothing more: no password, no patch, no other disk
};

// Reads the directory of a zip file, by minizip.
class ZipDirectory {
 public:
  // `zip` must outlive the directory, which moves its place.
  explicit ZipDirectory(SeekableSource& zip);
  ~ZipDirectory();

  // The member of that number, from 0, in the order of the directory, which is read forwards only:
  // the numbers must rise. Null if there is none, or if its header says otherwise.
  std::optional<ZipMember> Member(int64_t number);

 private:
  class Blocks;

  bool GoTo(int64_t number);
  std::optional<int64_t> DataOfCurrent();

  std::unique_ptr<Blocks> blocks_;
  void* zip_ = nullptr;  // an unzFile; null if minizip can make nothing of the file
  int64_t number_ = 0;
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ZIP_DIRECTORY_H_
