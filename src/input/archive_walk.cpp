#include "input/archive_walk.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "input/member_name.h"
#include "platform/utf8_locale.h"

namespace exdiag::input {
namespace {

// An archive that wants seeking and comes as a stream is held in memory up to this size.
constexpr size_t kMostHeld = size_t{256} << 20;

class HeldSource : public SeekableSource {
 public:
  explicit HeldSource(std::string bytes) : bytes_(std::move(bytes)) {}

  size_t Read(char* buffer, size_t size) override {
    const size_t count = std::min(size, bytes_.size() - place_);
    std::memcpy(buffer, bytes_.data() + place_, count);
    place_ += count;
    return count;
  }

  int64_t Seek(int64_t offset) override {
    place_ = offset < 0 ? bytes_.size() : std::min(static_cast<size_t>(offset), bytes_.size());
    return static_cast<int64_t>(place_);
  }

 private:
  std::string bytes_;
  size_t place_ = 0;
};

// False if there is more than may be held.
bool Hold(ByteSource& source, std::string* bytes) {
  std::array<char, 64 << 10> block;
  while (const size_t got = source.Read(block.data(), block.size())) {
    if (bytes->size() + got > kMostHeld) return false;
    bytes->append(block.data(), got);
  }
  return true;
}

// The file that a member is to the user. The file in "ldif.err.gz" is known by the path of that.
FoundFile FoundMember(const FoundFile& archive, const ArchiveReader::Member& member) {
  if (member.nameless) return {archive.path, UnpackedName(archive.name), archive.container, true};
  FoundFile found;
  found.path = archive.path + "/" + DisplayName(member.name);
  const size_t slash = found.path.rfind('/');
  found.container = found.path.substr(0, slash);
  found.name = found.path.substr(slash + 1);
  found.packed = true;
  return found;
}

}  // namespace

// The bytes of a member, as long as the limits hold.
class ArchiveWalk::MemberSource : public ByteSource {
 public:
  MemberSource(ArchiveReader& reader, const ArchiveReader& outermost, ArchiveBudget& budget,
               std::string path)
      : reader_(reader), outermost_(outermost), budget_(budget), path_(std::move(path)) {}

  size_t Read(char* buffer, size_t size) override {
    if (error_.kind != InputError::Kind::kNone) return 0;
    bool failed = false;
    const size_t got = reader_.ReadData(buffer, size, &failed);
    if (failed) {
      error_ = {InputError::Kind::kUnreadable, path_,
                fmt::format("it cannot be unpacked further ({}): make a new copy of the archive",
                            reader_.problem())};
    } else if (!IsWithinLimits(got)) {
      return 0;
    }
    return got;
  }

  std::string_view ReadInPlace(size_t size) override {
    if (error_.kind != InputError::Kind::kNone) return {};
    const std::string_view bytes = reader_.DataInPlace(size);
    return bytes.empty() || IsWithinLimits(bytes.size()) ? bytes : std::string_view();
  }

  // Unpacks what the visitor did not want, so that the limits watch over it as well.
  void Drain() {
    std::array<char, 64 << 10> block;
    while (Read(block.data(), block.size()) > 0) continue;
  }

 private:
  bool IsWithinLimits(size_t unpacked) {
    if (budget_.AddUnpacked(static_cast<int64_t>(unpacked), outermost_.packed_bytes())) return true;
    error_ = {InputError::Kind::kLimit, path_, budget_.message()};
    return false;
  }

  ArchiveReader& reader_;
  const ArchiveReader& outermost_;
  ArchiveBudget& budget_;
  std::string path_;
};

bool ArchiveWalk::Visit(const FoundFile& found, ByteSource& bytes, SeekableSource* seekable) {
  ArchiveBudget budget(limits_);
  outermost_ = nullptr;
  return VisitBytes(found, bytes, seekable, 0, &budget);
}

bool ArchiveWalk::VisitBytes(const FoundFile& found, ByteSource& bytes, SeekableSource* seekable,
                             int depth, ArchiveBudget* budget) {
  PeekedSource peeked(bytes, kArchiveHead);
  const ArchiveKind kind = ArchiveKindOf(peeked.head());
  const bool go_on = kind == ArchiveKind::kNone
                         ? visit_(found, peeked)
                         : VisitArchive(found, kind, peeked, seekable, depth, budget);
  if (bytes.error().kind != InputError::Kind::kNone) {
    Report(bytes.error().kind, found.path, bytes.error().message);
  }
  return go_on;
}

bool ArchiveWalk::VisitArchive(const FoundFile& found, ArchiveKind kind, PeekedSource& bytes,
                               SeekableSource* seekable, int depth, ArchiveBudget* budget) {
  if (!budget->EnterArchive(depth)) {
    Report(InputError::Kind::kLimit, found.path, budget->message());
    return true;
  }
  const platform::Utf8Locale locale;
  const bool can_seek = seekable != nullptr && seekable->Seek(-1) >= 0;
  if (NeedsSeeking(kind) && !can_seek) return VisitHeldArchive(found, kind, bytes, depth, budget);
  ArchiveReader reader(kind, bytes, can_seek ? seekable : nullptr);
  return VisitMembers(found, reader, bytes, kind == ArchiveKind::kZip, depth, budget);
}

bool ArchiveWalk::VisitHeldArchive(const FoundFile& found, ArchiveKind kind, PeekedSource& bytes,
                                   int depth, ArchiveBudget* budget) {
  std::string held;
  if (!Hold(bytes, &held)) {
    Report(
        InputError::Kind::kLimit, found.path,
        fmt::format(
            "it is a zip or 7z archive of more than {} MB that does not come as a file of its own: "
            "unpack it and give exdiag its folder",
            kMostHeld >> 20));
    return true;
  }
  if (bytes.error().kind != InputError::Kind::kNone) return true;  // reported where it arose
  HeldSource source(std::move(held));
  ArchiveReader reader(kind, source, &source);
  return VisitMembers(found, reader, source, kind == ArchiveKind::kZip, depth, budget);
}

bool ArchiveWalk::VisitMembers(const FoundFile& found, ArchiveReader& reader, ByteSource& packed,
                               bool skips_cheaply, int depth, ArchiveBudget* budget) {
  if (depth == 0) outermost_ = &reader;
  bool encrypted = false;
  bool damaged = false;  // and said so, where the last member was cut
  ArchiveReader::Member member;
  ArchiveReader::Next next = ArchiveReader::Next::kEnd;
  bool go_on = true;
  while (go_on && (next = reader.ReadMember(&member)) == ArchiveReader::Next::kMember) {
    if (!budget->AddEntry()) {
      Report(InputError::Kind::kLimit, found.path, budget->message());
      break;
    }
    encrypted = encrypted || member.encrypted;
    if (member.encrypted || !member.is_file) continue;
    const FoundFile file = FoundMember(found, member);
    MemberSource source(reader, *outermost_, *budget, file.path);
    go_on = VisitBytes(file, source, nullptr, depth + 1, budget);
    if (budget->exhausted()) break;
    damaged = source.error().kind == InputError::Kind::kUnreadable;
    if (go_on && !skips_cheaply) source.Drain();
  }
  if (encrypted || reader.HasHiddenNames()) {
    Report(
        InputError::Kind::kUnreadable, found.path,
        "it is protected by a password, in whole or in part: unpack it and give exdiag its folder");
  } else if (go_on && !damaged && next == ArchiveReader::Next::kFailed &&
             packed.error().kind == InputError::Kind::kNone) {
    Report(InputError::Kind::kUnreadable, found.path,
           fmt::format("the archive cannot be read further ({}): make a new copy of it",
                       reader.problem()));
  }
  return go_on;
}

void ArchiveWalk::Report(InputError::Kind kind, const std::string& path,
                         const std::string& message) {
  errors_->push_back({kind, path, message});
}

}  // namespace exdiag::input
