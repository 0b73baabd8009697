#ifndef EXDIAG_INPUT_ARCHIVE_WALK_H_
#define EXDIAG_INPUT_ARCHIVE_WALK_H_

#include <vector>

#include "input/archive_budget.h"
#include "input/archive_reader.h"
#include "input/inputs.h"
#include "input/peeked_source.h"
#include "input/seekable_source.h"

namespace exdiag::input {

// Visits a file or, if it is an archive, the files in it and in archives in it.
class ArchiveWalk {
 public:
  // All must outlive the walk.
  ArchiveWalk(const ArchiveLimits& limits, const FileVisitor& visit,
              std::vector<InputError>* errors)
      : limits_(limits), visit_(visit), errors_(errors) {}

  // `seekable`: the same source, if it can be read out of order; else null. False if the visitor
  // wants no more files.
  bool Visit(const FoundFile& found, ByteSource& bytes, SeekableSource* seekable);

 private:
  class MemberSource;

  bool VisitBytes(const FoundFile& found, ByteSource& bytes, SeekableSource* seekable, int depth,
                  ArchiveBudget* budget);
  bool VisitArchive(const FoundFile& found, ArchiveKind kind, PeekedSource& bytes,
                    SeekableSource* seekable, int depth, ArchiveBudget* budget);
  bool VisitHeldArchive(const FoundFile& found, ArchiveKind kind, PeekedSource& bytes, int depth,
                        ArchiveBudget* budget);
  bool VisitMembers(const FoundFile& found, ArchiveReader& reader, ByteSource& packed,
                    bool skips_cheaply, int depth, ArchiveBudget* budget);
  void Report(InputError::Kind kind, const std::string& path, const std::string& message);

  const ArchiveLimits& limits_;
  const FileVisitor& visit_;
  std::vector<InputError>* errors_;
  const ArchiveReader* outermost_ = nullptr;  // the archive that is in no other, while it is open
};

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_ARCHIVE_WALK_H_
