#ifndef EXDIAG_INPUT_INPUTS_H_
#define EXDIAG_INPUT_INPUTS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "input/byte_source.h"

namespace exdiag::input {

// A file found in a folder, an archive or by itself. `path` is what the user knows it by; an
// archive member is "archive.zip/folder/name".
struct FoundFile {
  std::string path;
  std::string name;  // its last part
  std::string
      container;  // the folder or archive it stands in; files of one container belong together
  bool packed = false;  // read out of an archive, even where `path` is that of the archive
};

// Limits against hostile archives; the defaults suit any honest collection of logs.
struct ArchiveLimits {
  int64_t entries = 100000;
  int64_t total_bytes = int64_t{64} << 30;
  int64_t ratio = 500;  // unpacked to packed bytes, once 64 MiB are unpacked
  int depth = 3;        // archives in archives
};

// Called for each file with its bytes, which must be read before it returns. Returns false to stop.
using FileVisitor = std::function<bool(const FoundFile& file, ByteSource& bytes)>;

// Walks a path: a file, a folder and what is below it, an archive and archives in it, or "-" for
// standard input. Folders in the order of their names; links to folders are not followed. Problems
// go to `errors` and end only what they concern. Nothing is written to disk.
void VisitFiles(const std::string& path, const ArchiveLimits& limits, const FileVisitor& visit,
                std::vector<InputError>* errors);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_INPUTS_H_
