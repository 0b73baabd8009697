#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "fuzz/invariant.h"
#include "input/archive_kind.h"
#include "input/archive_reader.h"
#include "input/archive_walk.h"

using namespace exdiag;
using fuzz::Require;

namespace {

class TextSource : public input::SeekableSource {
 public:
  explicit TextSource(std::string_view text) : text_(text) {}

  size_t Read(char* buffer, size_t size) override {
    const size_t count = std::min(size, text_.size() - place_);
    std::memcpy(buffer, text_.data() + place_, count);
    place_ += count;
    return count;
  }

  int64_t Seek(int64_t offset) override {
    place_ = offset < 0 ? text_.size() : std::min(static_cast<size_t>(offset), text_.size());
    return static_cast<int64_t>(place_);
  }

 private:
  std::string_view text_;
  size_t place_ = 0;
};

// Small, so that a bomb is over soon; the limits themselves are what is tried.
constexpr input::ArchiveLimits kLimits = {100, 1 << 20, 2000, 3};

bool MaySteer(unsigned char c) { return c < 0x20 || c == 0x7f; }

void Walk(std::string_view bytes, bool seekable) {
  std::vector<input::InputError> errors;
  int64_t files = 0;
  int64_t unpacked = 0;
  const input::FileVisitor visit = [&](const input::FoundFile& file, input::ByteSource& source) {
    ++files;
    Require(file.path.starts_with("a.zip"), "a member's path begins with its archive");
    Require(file.path.find("/../") == std::string::npos, "a name leads out of its archive");
    Require(!file.path.ends_with("/.."), "a name leads out of its archive");
    Require(std::none_of(file.path.begin(), file.path.end(), MaySteer), "a name has no controls");
    char block[4096];
    while (const size_t got = source.Read(block, sizeof block)) {
      unpacked += static_cast<int64_t>(got);
      if (unpacked % 3 == 0) break;  // a visitor that has seen enough
    }
    return true;
  };
  TextSource source(bytes);
  input::ArchiveWalk walk(kLimits, visit, &errors);
  walk.Visit({"a.zip", "a.zip", ""}, source, seekable ? &source : nullptr);
  Require(files <= kLimits.entries + 1, "the number of entries is limited");
  Require(unpacked <= kLimits.total_bytes + (64 << 10) + static_cast<int64_t>(bytes.size()),
          "what is unpacked is limited");
  for (const input::InputError& error : errors) {
    Require(!error.message.empty(), "an error says what is wrong");
  }
}

// Of a member so much that a bomb is over soon.
std::string ContentOf(input::ArchiveReader& reader) {
  std::string content;
  char block[4096];
  bool failed = false;
  while (content.size() < size_t{1} << 20) {
    const size_t got = reader.ReadData(block, sizeof block, &failed);
    if (got == 0) break;
    content.append(block, got);
  }
  return content + (failed ? "\nfailed: " + reader.problem() : "\nwhole");
}

// Names, contents and complaints, one below the other.
std::string ReadAll(std::string_view bytes, input::ArchiveReader::By by) {
  TextSource source(bytes);
  input::ArchiveReader reader(input::ArchiveKind::kZip, source, &source, by);
  input::ArchiveReader::Member member;
  std::string all;
  auto next = input::ArchiveReader::Next::kEnd;
  for (int count = 0; count < 100; ++count) {
    next = reader.ReadMember(&member);
    if (next != input::ArchiveReader::Next::kMember) break;
    all += member.name + "\n";
    if (!member.encrypted && member.is_file) all += ContentOf(reader) + "\n";
  }
  return all + (next == input::ArchiveReader::Next::kFailed ? reader.problem() : "end");
}

void CompareWithLibarchive(std::string_view bytes) {
  if (input::ArchiveKindOf(bytes) != input::ArchiveKind::kZip) return;
  Require(ReadAll(bytes, input::ArchiveReader::By::kFastest) ==
              ReadAll(bytes, input::ArchiveReader::By::kLibarchiveAlone),
          "the shortcut through a zip shows in nothing but the time");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Walk(fuzz::TextOf(data, size), true);
  Walk(fuzz::TextOf(data, size), false);
  CompareWithLibarchive(fuzz::TextOf(data, size));
  return 0;
}
