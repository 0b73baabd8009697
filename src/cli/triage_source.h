#ifndef EXDIAG_CLI_TRIAGE_SOURCE_H_
#define EXDIAG_CLI_TRIAGE_SOURCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/read_file.h"
#include "input/byte_source.h"
#include "platform/folder.h"

namespace exdiag::cli {

// What is read by itself: a setup log with the companion logs of its folder, or an archive.
struct TriageUnit {
  std::string path;                 // of the log or the archive; for companions alone, of the first
  std::vector<std::string> paths;   // all of them, `path` first
  std::vector<std::string> beside;  // other setup logs of the folder, by their names
  int64_t files_seen = 0;           // files passed on the way here, this one included
};

// Walks paths one unit after the other, in the order of names, keeping no more than the folders on
// the way: an archive of a million logs is not listed beforehand.
class TriageSource {
 public:
  TriageSource(std::vector<std::string> paths, ReadOptions reading, Shard shard);

  // The next unit of this shard; false at the end.
  bool Next(TriageUnit* unit);

  const std::vector<input::InputError>& errors() const { return errors_; }

 private:
  // A folder on the way with what is left of it.
  struct Level {
    std::string path;
    std::vector<platform::FolderEntry> entries;
    size_t next = 0;
    bool any_log = false;  // as far as files were looked into
    std::optional<std::vector<std::string>> companions;
  };

  void Enter(const std::string& path);
  bool NextOf(Level* level, TriageUnit* unit);
  bool CompanionsAlone(Level* level, TriageUnit* unit);
  const std::vector<std::string>& CompanionsOf(Level* level);
  static std::vector<std::string> OthersOf(const Level& level, const std::string& path);
  bool NextArgument(TriageUnit* unit);
  bool IsMine(std::string_view path) const;

  std::vector<std::string> paths_;
  ReadOptions reading_;
  Shard shard_;
  size_t next_path_ = 0;
  std::vector<Level> levels_;
  int64_t files_seen_ = 0;
  std::vector<input::InputError> errors_;
};

// A number that depends on the path alone, the same on every machine; separators count as '/'.
uint64_t StableHash(std::string_view path);

// How many files there are below the paths. Counts by listing folders; opens nothing.
int64_t CountFiles(const std::vector<std::string>& paths);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_TRIAGE_SOURCE_H_
