#ifndef EXDIAG_CLI_TRIAGE_JOURNAL_H_
#define EXDIAG_CLI_TRIAGE_JOURNAL_H_

#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "diagnosis/triage_row.h"

namespace exdiag::cli {

// The lines of a triage that was begun, in an NDJSON file that grows with each log: what is in it
// need not be done again. A line that a power loss has cut is taken away, with those of the same
// archive.
class TriageJournal {
 public:
  using TakeRow = std::function<void(const diagnosis::TriageRow& row)>;

  // Opens the file for more lines, making it if need be, and hands out the rows that it holds.
  // False and `error` filled if it cannot be read or written.
  bool Open(const std::string& path, const TakeRow& take, std::string* error);

  // Whether the log or the archive of that path has its lines.
  bool Has(const std::string& path) const { return done_.contains(path); }

  // Adds lines; they are in the hands of the system on return. False if that failed.
  bool Add(std::string_view lines);

 private:
  std::ofstream file_;
  std::unordered_set<std::string> done_;
};

// Reads the rows of an NDJSON file. False and `error` filled if the file cannot be read or a line
// in it is none of a triage; the last line may be cut.
bool ReadTriageFile(const std::string& path, const TriageJournal::TakeRow& take,
                    std::string* error);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_TRIAGE_JOURNAL_H_
