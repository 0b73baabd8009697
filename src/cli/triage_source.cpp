#include "cli/triage_source.h"

#include <utility>

#include "cli/found_logs.h"
#include "companion/parsers.h"
#include "input/archive_kind.h"

namespace exdiag::cli {
namespace {

using platform::PathKind;

enum class FileRole { kOther, kSetupLog, kCompanion, kArchive };

bool IsArchive(const std::string& path) {
  input::InputError error;
  const auto source = input::OpenFile(path, &error);
  if (source == nullptr) return false;
  char head[input::kArchiveHead];
  size_t size = 0;
  while (size < sizeof head) {
    const size_t read = source->Read(head + size, sizeof head - size);
    if (read == 0) break;
    size += read;
  }
  return input::ArchiveKindOf({head, size}) != input::ArchiveKind::kNone;
}

FileRole RoleOf(const std::string& path, std::string_view name, const ReadOptions& reading) {
  if (IsArchive(path)) return FileRole::kArchive;
  input::InputError error;
  const auto source = input::OpenFile(path, &error);
  if (source == nullptr) return FileRole::kOther;
  const OpenedText text(source.get(), reading);
  if (text.empty() || text.binary()) return FileRole::kOther;
  if (companion::Recognize(name, text.head())) return FileRole::kCompanion;
  return MayBeSetupLog(name, text.head()) ? FileRole::kSetupLog : FileRole::kOther;
}

bool IsFile(const platform::FolderEntry& entry) { return entry.kind == PathKind::kFile; }

}  // namespace

TriageSource::TriageSource(std::vector<std::string> paths, ReadOptions reading, Shard shard)
    : paths_(std::move(paths)), reading_(std::move(reading)), shard_(shard) {}

bool TriageSource::IsMine(std::string_view path) const {
  return StableHash(path) % shard_.count == shard_.number - 1;
}

bool TriageSource::Next(TriageUnit* unit) {
  while (true) {
    if (!levels_.empty()) {
      const size_t depth = levels_.size();
      if (NextOf(&levels_.back(), unit)) return true;
      if (levels_.size() == depth) levels_.pop_back();
    } else if (next_path_ == paths_.size()) {
      return false;
    } else if (NextArgument(unit)) {
      return true;
    }
  }
}

// A named path is read whatever it looks like.
bool TriageSource::NextArgument(TriageUnit* unit) {
  const std::string& path = paths_[next_path_++];
  const PathKind kind = path == "-" ? PathKind::kFile : platform::KindOf(path);
  if (kind == PathKind::kFolder || kind == PathKind::kFolderLink) {
    Enter(path);
    return false;
  }
  ++files_seen_;
  if (!IsMine(path)) return false;
  *unit = {path, {path}, {}, files_seen_};
  return true;
}

void TriageSource::Enter(const std::string& path) {
  Level level;
  level.path = path;
  platform::FileError error;
  if (!platform::ListFolder(path, &level.entries, &error)) {
    errors_.push_back(
        {input::InputError::Kind::kUnreadable, path, "cannot list the folder: " + error.reason});
    return;
  }
  levels_.push_back(std::move(level));
}

// Files of other shards are not even opened.
bool TriageSource::NextOf(Level* level, TriageUnit* unit) {
  while (level->next < level->entries.size()) {
    const platform::FolderEntry entry = level->entries[level->next++];
    const std::string path = platform::JoinPath(level->path, entry.name);
    if (entry.kind == PathKind::kFolder) {
      Enter(path);
      return false;
    }
    if (!IsFile(entry)) continue;
    ++files_seen_;
    if (!IsMine(path)) continue;
    const FileRole role = RoleOf(path, entry.name, reading_);
    if (role != FileRole::kSetupLog && role != FileRole::kArchive) continue;
    *unit = {path, {path}, {}, files_seen_};
    if (role == FileRole::kArchive) return true;
    unit->beside = OthersOf(*level, path);
    level->any_log = true;
    const auto& companions = CompanionsOf(level);
    unit->paths.insert(unit->paths.end(), companions.begin(), companions.end());
    return true;
  }
  return CompanionsAlone(level, unit);
}

// A folder without a setup log belongs to the shard of its own path.
bool TriageSource::CompanionsAlone(Level* level, TriageUnit* unit) {
  if (level->any_log || !IsMine(level->path) || CompanionsOf(level).empty()) return false;
  for (const platform::FolderEntry& entry : level->entries) {
    const std::string path = platform::JoinPath(level->path, entry.name);
    if (IsFile(entry) && RoleOf(path, entry.name, reading_) == FileRole::kSetupLog) return false;
  }
  level->any_log = true;  // its end is reached once more
  *unit = {level->companions->front(), *level->companions, {}, files_seen_};
  return true;
}

std::vector<std::string> TriageSource::OthersOf(const Level& level, const std::string& path) {
  std::vector<std::string> others;
  for (const platform::FolderEntry& entry : level.entries) {
    if (!IsFile(entry) || !MayBeSetupLog(entry.name, "")) continue;
    std::string other = platform::JoinPath(level.path, entry.name);
    if (other != path) others.push_back(std::move(other));
    if (others.size() == kMostLogsOfServer) return {};
  }
  return others;
}

// By their names; in a folder of the usual size by their beginnings too.
const std::vector<std::string>& TriageSource::CompanionsOf(Level* level) {
  constexpr size_t kMostOpened = 200;
  if (level->companions) return *level->companions;
  level->companions.emplace();
  for (const platform::FolderEntry& entry : level->entries) {
    if (!IsFile(entry)) continue;
    const std::string path = platform::JoinPath(level->path, entry.name);
    if (companion::Recognize(entry.name, "") ||
        (level->entries.size() <= kMostOpened &&
         RoleOf(path, entry.name, reading_) == FileRole::kCompanion)) {
      level->companions->push_back(path);
    }
  }
  return *level->companions;
}

// FNV-1a, 64 bits; its low bits are mixed once more because shards are few.
uint64_t StableHash(std::string_view path) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : path) {
    hash ^= static_cast<unsigned char>(c == '\\' ? '/' : c);
    hash *= 1099511628211u;
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

int64_t CountFiles(const std::vector<std::string>& paths) {
  int64_t count = 0;
  std::vector<std::string> folders;
  for (const std::string& path : paths) {
    if (path != "-" && platform::KindOf(path) == PathKind::kFolder)
      folders.push_back(path);
    else
      ++count;
  }
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    std::vector<platform::FolderEntry> entries;
    platform::FileError ignored;
    platform::ListFolder(folder, &entries, &ignored);
    for (const platform::FolderEntry& entry : entries) {
      if (entry.kind == PathKind::kFolder)
        folders.push_back(platform::JoinPath(folder, entry.name));
      count += IsFile(entry);
    }
  }
  return count;
}

}  // namespace exdiag::cli
