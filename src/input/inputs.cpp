#include "input/inputs.h"

#include "input/archive_walk.h"
#include "input/file_source.h"
#include "platform/folder.h"

namespace exdiag::input {
namespace {

// Deeper than any collection of logs; keeps the recursion off the end of the stack.
constexpr int kDeepestFolder = 200;

class PathWalk {
 public:
  PathWalk(const ArchiveLimits& limits, const FileVisitor& visit, std::vector<InputError>* errors)
      : archives_(limits, visit, errors), errors_(errors) {}

  bool VisitPath(const std::string& path) {
    switch (platform::KindOf(path)) {
      case platform::PathKind::kFolder:
      case platform::PathKind::kFolderLink:  // named by the user, so it is meant
        return VisitFolder(path, 0);
      default:
        return VisitFile(path, std::string(platform::FolderOf(path)));
    }
  }

  bool VisitStandardInput() {
    FileSource source(platform::File::StandardInput(), "-");
    return archives_.Visit({"-", "-", ""}, source, &source);
  }

 private:
  bool VisitFile(const std::string& path, const std::string& container) {
    InputError error;
    const auto source = OpenFileSource(path, &error);
    if (source == nullptr) {
      errors_->push_back(error);
      return true;
    }
    return archives_.Visit({path, std::string(platform::NameOf(path)), container}, *source,
                           source.get());
  }

  // The files first, so that those of one folder follow each other.
  bool VisitFolder(const std::string& path, int depth) {
    std::vector<platform::FolderEntry> entries;
    platform::FileError error;
    if (!platform::ListFolder(path, &entries, &error)) {
      errors_->push_back(OpenErrorOf(path, error));
      return true;
    }
    for (const auto& entry : entries) {
      if (entry.kind != platform::PathKind::kFile) continue;
      if (!VisitFile(platform::JoinPath(path, entry.name), path)) return false;
    }
    for (const auto& entry : entries) {
      if (entry.kind != platform::PathKind::kFolder) continue;
      const std::string folder = platform::JoinPath(path, entry.name);
      if (depth == kDeepestFolder) {
        errors_->push_back({InputError::Kind::kLimit, folder,
                            "folders are nested too deeply: give exdiag this one"});
      } else if (!VisitFolder(folder, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  ArchiveWalk archives_;
  std::vector<InputError>* errors_;
};

}  // namespace

void VisitFiles(const std::string& path, const ArchiveLimits& limits, const FileVisitor& visit,
                std::vector<InputError>* errors) {
  PathWalk walk(limits, visit, errors);
  if (path == "-")
    walk.VisitStandardInput();
  else
    walk.VisitPath(path);
}

}  // namespace exdiag::input
