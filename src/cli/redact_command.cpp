#include <fmt/format.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/copy_names.h"
#include "cli/diagnose_paths.h"
#include "cli/found_logs.h"
#include "cli/progress.h"
#include "cli/read_file.h"
#include "cli/results.h"
#include "companion/parsers.h"
#include "input/inputs.h"
#include "platform/folder.h"
#include "platform/make_folder.h"
#include "platform/output_file.h"
#include "redact/line_blocks.h"
#include "redact/redactor.h"
#include "redact/repaired_text.h"
#include "report/sanitise.h"
#include "setuplog/paste.h"

namespace exdiag::cli {
namespace {

using input::InputError;

// A paste is repaired as a whole; nobody pastes more than this.
constexpr int64_t kMostPaste = int64_t{16} << 20;

using TakeText = std::function<void(std::string_view)>;

// Hands out a text of a log in pieces that end at ends of lines, a paste with its lines made whole.
void ForEachPiece(OpenedText* text, bool is_companion, const TakeText& take) {
  redact::LineBlocks blocks;
  if (is_companion || setuplog::IsPlainLog(text->head())) {
    text->ForEachBlock([&](std::string_view block) { blocks.Feed(block, take); });
    blocks.Finish(take);
    return;
  }
  std::string paste;
  bool too_long = false;
  text->ForEachBlock([&](std::string_view block) {
    if (!too_long) paste += block;
    if (too_long) blocks.Feed(block, take);
    if (!too_long && static_cast<int64_t>(paste.size()) > kMostPaste) {
      too_long = true;
      blocks.Feed(std::exchange(paste, {}), take);
    }
  });
  if (!too_long) take(redact::RepairedText(paste));
  blocks.Finish(take);
}

class RedactRun {
 public:
  RedactRun(const CommandLine& line, const Console& console)
      : line_(line), console_(console), progress_(console, line.quiet) {}

  ExitStatus Run() {
    for (const std::string& path : line_.arguments) Learn(path);
    if (logs_ == 0) return Finish(StatusWithoutLog());
    const bool single = logs_ == 1 && named_ == 1;
    for (const std::string& path : line_.arguments) {
      if (status_ == ExitStatus::kSucceeded) Write(path, single);
    }
    if (line_.list) WriteList();
    return Finish(status_);
  }

 private:
  ReadOptions Reading() const {
    ReadOptions options;
    options.encoding = line_.encoding;
    return options;
  }

  // Calls take(file, text, is companion) with each log of a path.
  template <typename Take>
  void ForEachLog(const std::string& path, std::vector<InputError>* errors, Take&& take) {
    const ReadOptions options = Reading();
    const auto visit = [&](const input::FoundFile& file, input::ByteSource& bytes) {
      progress_.Reading(file.path);
      OpenedText text(&bytes, options);
      if (bytes.error().kind != InputError::Kind::kNone) errors->push_back(bytes.error());
      if (text.empty() || text.binary()) return true;
      const bool companion = companion::Recognize(file.name, text.head()).has_value();
      if (!companion && file.path != path && !MayBeSetupLog(file.name, text.head())) return true;
      take(file, &text, companion);
      if (bytes.error().kind != InputError::Kind::kNone) errors->push_back(bytes.error());
      return status_ == ExitStatus::kSucceeded;
    };
    input::VisitFiles(path, input::ArchiveLimits(), visit, errors);
  }

  void Learn(const std::string& path) {
    ForEachLog(path, &errors_, [&](const input::FoundFile& file, OpenedText* text, bool companion) {
      ++logs_;
      if (const auto id = platform::IdOf(file.path)) sources_.insert(*id);
      named_ += file.path == path;
      // Standard input comes once only.
      std::string* kept = path == "-" ? &standard_input_[file.path] : nullptr;
      ForEachPiece(text, companion, [&](std::string_view piece) {
        redactor_.Learn(piece);
        if (kept != nullptr) *kept += piece;
      });
    });
  }

  void Write(const std::string& path, bool single) {
    if (path == "-") {
      for (const auto& [name, text] : standard_input_) {
        WriteCopy(single ? std::string() : names_.For(name),
                  [&, &whole = text](const TakeText& take) { take(whole); });
      }
      return;
    }
    std::vector<InputError> told_already;
    ForEachLog(path, &told_already,
               [&](const input::FoundFile& file, OpenedText* text, bool companion) {
                 WriteCopy(single ? std::string() : NameBelow(path, file),
                           [&](const TakeText& take) { ForEachPiece(text, companion, take); });
               });
  }

  // "logs/EX01/ExchangeSetup.log" of the argument "logs" becomes "EX-1/ExchangeSetup.log".
  std::string NameBelow(const std::string& path, const input::FoundFile& file) {
    std::string_view name = file.path;
    if (file.path == path) {
      name = file.name;
    } else if (name.starts_with(path)) {
      name.remove_prefix(path.size());
    }
    while (!name.empty() && (name[0] == '/' || name[0] == '\\')) name.remove_prefix(1);
    return names_.For(redactor_.Redact(name));
  }

  void WriteCopy(const std::string& name,
                 const std::function<void(const TakeText&)>& for_each_piece) {
    if (line_.output.empty()) {
      for_each_piece([&](std::string_view piece) {
        const std::string copy = redactor_.Redact(piece);
        console_.out->Write(console_.out_is_terminal ? report::SafeLines(copy, console_.unicode)
                                                     : copy);
      });
      if (console_.out->state() == Output::State::kFailed)
        Fail("the copy cannot be written to standard output");
      return;
    }
    const std::string path = name.empty() ? line_.output : platform::JoinPath(line_.output, name);
    std::string error;
    if (!name.empty() && !platform::MakeFolders(std::string(platform::FolderOf(path)), &error))
      return Fail(error);
    if (const auto id = platform::IdOf(path); id && sources_.contains(*id))
      return Fail("the copy would replace the log " + path + "; choose another folder with -o");
    platform::OutputFile file;
    if (!file.Open(path)) return Fail(file.error());
    bool written = true;
    for_each_piece(
        [&](std::string_view piece) { written = written && file.Write(redactor_.Redact(piece)); });
    if (!written || !file.Commit()) Fail(file.error());
  }

  void Fail(const std::string& error) {
    progress_.Clear();
    console_.Complain(error);
    status_ = ExitStatus::kWriteError;
  }

  // Where the copy goes to standard output, the list must not stand in it.
  void WriteList() {
    Output* out = line_.output.empty() ? console_.error : console_.out;
    progress_.Clear();
    for (const redact::Replacement& replaced : redactor_.replacements()) {
      if (replaced.count == 0) continue;
      out->Write(fmt::format("{:<14} {} -> {} ({})\n", replaced.kind,
                             report::SafeLine(replaced.original, console_.unicode),
                             replaced.stand_in, replaced.count));
    }
  }

  ExitStatus StatusWithoutLog() {
    if (errors_.empty()) {
      for (const std::string& path : line_.arguments) {
        errors_.push_back({InputError::Kind::kNoLog, path, "there is no Exchange setup log in it"});
      }
    }
    return StatusOf(errors_);
  }

  ExitStatus Finish(ExitStatus status) {
    progress_.Clear();
    ComplainOf(errors_, console_);
    return status;
  }

  const CommandLine& line_;
  const Console& console_;
  Progress progress_;
  redact::Redactor redactor_;
  CopyNames names_;
  std::set<platform::FileId> sources_;
  std::vector<InputError> errors_;
  std::map<std::string, std::string> standard_input_;
  int logs_ = 0;
  int named_ = 0;
  ExitStatus status_ = ExitStatus::kSucceeded;
};

}  // namespace

ExitStatus RunRedact(const CommandLine& line, const Console& console) {
  if (line.output.empty() && line.arguments.size() > 1) {
    console.Complain("several logs need a folder for their copies: add -o FOLDER");
    return ExitStatus::kUsage;
  }
  return RedactRun(line, console).Run();
}

}  // namespace exdiag::cli
