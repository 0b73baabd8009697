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
    auto row = report::ReadTriageNdjson(line);
    if (row && !file.eof()) {
      take(std::move(*row));
    } else if (!row && !file.eof()) {
      *error =
          fmt::format("{}:{}: this is no line of `exdiag triage --format ndjson`", path, number);
      return false;
    }
  }
  return true;
}

bool TriageJournal::Open(const std::string& path, const TakeRow& take, std::string* error) {
  std::vector<TriageRow> rows;
  const bool exists = platform::KindOf(path) == platform::PathKind::kFile;
  if (exists && !ReadTriageFile(
                    path, [&](TriageRow row) { rows.push_back(std::move(row)); }, error))
    return false;
  std::ifstream old(NativePath(path), std::ios::binary | std::ios::ate);
  bool cut = false;
  if (old && old.tellg() > 0) {
    old.seekg(-1, std::ios::end);
    cut = old.get() != '\n';
  }
  old.close();
  if (cut) {
    const std::string last = rows.empty() ? std::string() : FileOf(rows.back().path);
    while (!rows.empty() && rows.back().path != last && FileOf(rows.back().path) == last)
      rows.pop_back();
    std::string lines;
    for (const TriageRow& row : rows) lines += report::RenderTriageNdjson(row);
    if (!platform::WriteWholeFile(path, lines, error)) return false;
  }
  file_.open(NativePath(path), std::ios::binary | std::ios::app);
  if (!file_) {
    *error = path + ": cannot be opened for writing";
    return false;
  }
  for (TriageRow& row : rows) {
    done_.insert(FileOf(row.path));
    take(std::move(row));
  }
  return true;
}

bool TriageJournal::Add(std::string_view lines) {
  file_.write(lines.data(), static_cast<std::streamsize>(lines.size()));
  file_.flush();
  return file_.good();
}

}  // namespace exdiag::cli
