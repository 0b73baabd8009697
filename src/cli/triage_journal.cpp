#include "cli/triage_journal.h"

#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "platform/folder.h"
#include "platform/output_file.h"
#include "report/triage_report.h"
#include "report/triage_rows.h"

namespace exdiag::cli {
namespace {

using diagnosis::TriageRow;

std::filesystem::path NativePath(const std::string& path) {
  return std::u8string(path.begin(), path.end());
}

// The file in which a log was found: the archive of a member, else the log itself.
std::string FileOf(const std::string& path) {
  for (size_t slash = path.find_first_of("/\\", 1); slash != std::string::npos;
       slash = path.find_first_of("/\\", slash + 1)) {
    if (platform::KindOf(path.substr(0, slash)) == platform::PathKind::kFile)
      return path.substr(0, slash);
  }
  return path;
}

bool EndsWithinLine(const std::string& path) {
  std::ifstream file(NativePath(path), std::ios::binary | std::ios::ate);
  if (!file || file.tellg() <= 0) return false;
  file.seekg(-1, std::ios::end);
  return file.get() != '\n';
}

// Takes the line away at which a power loss has cut the file, with those of the same archive.
bool DropCutLine(const std::string& path, std::string* error) {
  std::vector<TriageRow> rows;
  if (!ReadTriageFile(
          path, [&](const TriageRow& row) { rows.push_back(row); }, error))
    return false;
  const std::string last = rows.empty() ? std::string() : FileOf(rows.back().path);
  while (!rows.empty() && rows.back().path != last && FileOf(rows.back().path) == last)
    rows.pop_back();
  std::string lines;
  for (const TriageRow& row : rows) lines += report::RenderTriageNdjson(row);
  return platform::WriteWholeFile(path, lines, error);
}

}  // namespace

bool ReadTriageFile(const std::string& path, const TriageJournal::TakeRow& take,
                    std::string* error) {
  std::ifstream file(NativePath(path), std::ios::binary);
  if (!file) {
    *error = path + ": cannot be opened";
    return false;
  }
  std::string line;
  for (int64_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line == "\r") continue;
    const auto row = report::ReadTriageNdjson(line);
    if (row && !file.eof()) {
      take(*row);
    } else if (!row && !file.eof()) {
      *error =
          fmt::format("{}:{}: this is no line of `exdiag triage --format ndjson`", path, number);
      return false;
    }
  }
  return true;
}

bool TriageJournal::Open(const std::string& path, const TakeRow& take, std::string* error) {
  const bool exists = platform::KindOf(path) == platform::PathKind::kFile;
  if (exists && EndsWithinLine(path) && !DropCutLine(path, error)) return false;
  // Nothing is taken of a file that is wrong further down.
  if (exists && !ReadTriageFile(
                    path, [](const TriageRow&) {}, error))
    return false;
  file_.open(NativePath(path), std::ios::binary | std::ios::app);
  if (!file_) {
    *error = path + ": cannot be opened for writing";
    return false;
  }
  return !exists || ReadTriageFile(
                        path,
                        [&](const TriageRow& row) {
                          done_.insert(FileOf(row.path));
                          take(row);
                        },
                        error);
}

bool TriageJournal::Add(std::string_view lines) {
  file_.write(lines.data(), static_cast<std::streamsize>(lines.size()));
  file_.flush();
  return file_.good();
}

}  // namespace exdiag::cli
