#include "setuplog/paste_parser.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "setuplog/attempt_builder.h"
#include "setuplog/header_reader.h"
#include "setuplog/line_shape.h"
#include "setuplog/paste.h"
#include "setuplog/phrase.h"
#include "setuplog/shown_checks.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kMostPasted = 400;  // records of a paste that are taken as what went wrong

std::string_view TrimmedLeft(std::string_view text) {
  const size_t at = text.find_first_not_of(" \t");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

// Beginnings of messages that stand on a line of their own even where level and tag are lost.
bool BeginsMessage(std::string_view line) {
  constexpr std::array kBeginnings = {
      std::string_view("Setup will run the task '"),
      std::string_view("Setup launched task '"),
      std::string_view("Processing component '"),
      std::string_view("The following error was generated"),
      std::string_view("Setup is stopping now because"),
      std::string_view("The Exchange Server setup operation"),
      std::string_view("The Exchange Server Setup operation"),
      std::string_view("End of Setup"),
      std::string_view("CurrentResult "),
      std::string_view("Failed [Rule:"),
      std::string_view("Help URL:"),
      std::string_view("For more information, visit"),
      std::string_view("Starting Microsoft Exchange"),
      std::string_view("Setup version: "),
      std::string_view("Logged on user: "),
      std::string_view("Command Line Parameter Name="),
      std::string_view("The installation mode is set to"),
      std::string_view("The locally installed version is"),
      std::string_view("The previous errors were generated"),
      std::string_view("Setup failed previously while"),
      std::string_view("Exchange Server installation failed during"),
      std::string_view("RestoreServer Script Path"),
      std::string_view("Setup will use the "),
      std::string_view("Error:"),
      std::string_view("Warning:"),
      std::string_view("Server Name="),
      std::string_view("[ServiceControl.ps1]"),
      std::string_view("Performing Microsoft Exchange"),
      std::string_view("Click here for help"),
      std::string_view("Local time zone:"),
      std::string_view("The following roles "),
      std::string_view("Setup will continue processing"),
      std::string_view("The call to Microsoft Exchange Active Directory"),
      std::string_view("Loaded component '"),
      std::string_view("Writing informational script"),
      std::string_view("Setup encountered a problem"),
      std::string_view("**************"),
  };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return StartsWith(line, beginning); });
}

bool IsErrorList(std::string_view text) {
  static const RE2 pattern(
      R"re(^(?:The following \d+ error\(s\) occurred|\d+\.\s{1,3}ErrorRecord:))re");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

class PasteReader {
 public:
  SetupLog Read(std::string_view text) {
    for (const PasteLine& line : RepairPaste(text)) ReadLine(line);
    Flush();
    EndAttempt(last_line_);
    log_.lines = std::max<int64_t>(last_line_, std::count(text.begin(), text.end(), '\n'));
    log_.kind = title_seen_ && stamped_ > 0 ? LogKind::kExchangeSetup
                : tagged_ > 0               ? LogKind::kExcerpt
                                            : LogKind::kConsole;
    if (tagged_ == 0 && !SpeaksOfSetup(text)) {
      log_.kind = LogKind::kUnrecognized;
    }
    return std::move(log_);
  }

 private:
  void ReadLine(const PasteLine& line) {
    last_line_ = std::max(last_line_, line.marks.back().line);
    const std::string_view trimmed = TrimmedLeft(line.text);
    ShapedLine shaped = ShapeOf(trimmed, false);
    const bool apart = stands_apart_;
    stands_apart_ = !in_block_ && IsHelpLink(trimmed);
    if (std::string role = FailedRole(line.text); !role.empty()) {
      role_ = std::move(role);
      shaped.shape = LineShape::kOther;
      stands_apart_ = true;
    }
    const bool bare = shaped.shape == LineShape::kContinuation;
    // A script calls cmdlets and holds braces at any indentation: inside an open block only a form
    // of its own ends the message.
    const bool begins = !bare || BeginsMessage(trimmed) || IsErrorList(trimmed) || after_blank_ ||
                        (apart && trimmed.find(' ') != std::string_view::npos);
    after_blank_ = trimmed.empty() && !in_block_;
    if (trimmed.empty()) return;
    if (begins) {
      Begin(line, bare ? ShapedLine{LineShape::kOther, 0, -1, Tag::kNone, trimmed} : shaped);
    } else {
      Continue(line);
    }
  }

  // `shaped` holds views of the line's text.
  void Begin(const PasteLine& line, const ShapedLine& shaped) {
    Flush();
    if (shaped.stamp_length > 0) ++stamped_;
    if (shaped.stamp_length > 0 || shaped.level >= 0 || shaped.tag != Tag::kNone) ++tagged_;
    const size_t cut = static_cast<size_t>(shaped.text.data() - line.text.data());
    record_ = Record();
    stamp_.clear();
    if (const auto stamp = ReadStamp(TrimmedLeft(line.text))) {
      record_.time = stamp->time;
      stamp_ = TrimmedLeft(line.text).substr(0, stamp->length);
    }
    record_.level = shaped.level;
    record_.tag = shaped.tag;
    record_.text = shaped.text;
    record_.wrapped = true;
    AddMarks(line, [&](size_t offset) { return offset > cut ? offset - cut : 0; });
    record_.line = LineAt(record_, 0);  // a stamp may have stood on a line of its own
    shape_ = shaped.shape;
    open_ = true;
    in_block_ = record_.text.find("error.Clear") < 400;
    if (in_block_ && record_.tag == Tag::kNone) record_.tag = Tag::kError;
  }

  template <typename Moved>
  void AddMarks(const PasteLine& line, Moved&& moved) {
    for (const LineMark& mark : line.marks) {
      record_.marks.push_back({moved(mark.offset), mark.line, mark.original});
    }
  }

  void Continue(const PasteLine& line) {
    record_.text += '\n';
    const size_t shift = record_.text.size();
    AddMarks(line, [&](size_t offset) { return offset + shift; });
    record_.text += line.text;
    if (!in_block_ && record_.text.size() < 600 &&
        record_.text.find("error.Clear") != std::string::npos) {
      in_block_ = true;
      record_.tag = Tag::kError;
    }
  }

  void Flush() {
    if (!open_) return;
    open_ = false;
    ++log_.records;
    if (log_.records == 1) first_line_ = record_.line;
    if (IsTitle(record_.text) && log_.records > 1 && title_seen_) {
      // The stars above the title belong to it.
      const int64_t begin = last_star_line_ == record_.line - 1 ? star_line_ : record_.line;
      EndAttempt(begin - 1);
      first_line_ = begin;
    }
    if (IsStarLine(record_.text)) {
      star_line_ = record_.line;
      last_star_line_ = record_.marks.back().line;
    }
    title_seen_ = title_seen_ || IsTitle(record_.text);
    if (record_.time) builder_.ReadTime(*record_.time);
    Dispatch();
  }

  void Dispatch() {
    const std::string_view text = record_.text;
    switch (shape_) {
      case LineShape::kRoutine:
        break;
      case LineShape::kBeginning:
        builder_.ReadBeginning(FirstLine(text), record_.line, stamp_);
        return builder_.KeepTexts();
      case LineShape::kEnding:
        return builder_.ReadEnding(FirstLine(text), record_.line, stamp_);
      case LineShape::kStarted:
        return builder_.ReadStarted(text, record_.line, LineTextAt(record_, 0));
      case LineShape::kEvaluated:
        return builder_.ReadEvaluated(text, record_.line, LineTextAt(record_, 0));
      case LineShape::kParameters:
        return ReadContext([&] { builder_.ReadParameters(text, record_.line, record_.marks); });
      case LineShape::kSession:
        return ReadContext([&] { builder_.ReadSession(text, record_.line, record_.marks); });
      case LineShape::kObject:
        return ReadContext([&] { builder_.ReadObject(text, record_.line, record_.marks); });
      case LineShape::kExecuting:
        return ReadContext([&] { builder_.ReadScript(text); });
      case LineShape::kContinuation:
      case LineShape::kNative:
      case LineShape::kOther:
        builder_.ReadRecord(record_, stamp_);
    }
    pasted_.push_back(std::move(record_));
  }

  // What a person pastes of the surroundings belongs to the picture.
  template <typename Read>
  void ReadContext(Read&& read) {
    read();
    builder_.KeepTexts();
    pasted_.push_back(std::move(record_));
  }

  static std::string_view FirstLine(std::string_view text) {
    return text.substr(0, text.find('\n'));
  }

  void EndAttempt(int64_t last_line) {
    if (log_.records == 0) return;
    // The next one may begin on the same line, where that spells its breaks out.
    Attempt attempt = builder_.Take(first_line_, std::max(first_line_, last_line));
    attempt.number = static_cast<int>(log_.attempts.size()) + 1;
    if (stamped_ == 0 || !title_seen_) TakeAsWhole(&attempt);
    log_.attempts.push_back(std::move(attempt));
    pasted_.clear();
    role_.clear();
  }

  // Without a whole log around it, everything that was pasted speaks of the failure.
  void TakeAsWhole(Attempt* attempt) {
    attempt->did_something = attempt->did_something || !title_seen_;
    if (attempt->ending == Ending::kSuccess) return;
    ErrorReport* report = nullptr;
    for (ErrorReport& known : attempt->errors) {
      if (known.fate == ErrorReport::Fate::kSurvived) known.fate = ErrorReport::Fate::kFatal;
      if (known.fate == ErrorReport::Fate::kFatal && report == nullptr) report = &known;
    }
    for (PrerequisiteCheck& check : ShownChecks(pasted_))
      attempt->prerequisites.push_back(std::move(check));
    const bool blocked = attempt->ending == Ending::kBlocked && report == nullptr;
    if (pasted_.empty() || blocked) return;
    const bool created = report == nullptr;
    if (created) report = &attempt->errors.emplace_back();
    report->role = role_;
    // A whole log that lost its stamps still tells by itself what went wrong.
    if (created || (stamped_ == 0 && !title_seen_)) TakeRecords(attempt, created, report);
    if (attempt->ending == Ending::kOpen || attempt->ending == Ending::kClosed) {
      attempt->ending = Ending::kFailure;
    }
    if (created && report->exceptions.empty() && AnyBlocks(attempt->prerequisites))
      attempt->ending = Ending::kBlocked;
  }

  void TakeRecords(Attempt* attempt, bool created, ErrorReport* report) {
    // Of a long paste the end tells more than the beginning.
    const size_t skipped = pasted_.size() > kMostPasted ? pasted_.size() - kMostPasted : 0;
    const auto begin = pasted_.begin() + static_cast<std::ptrdiff_t>(skipped);
    // A line that spells its breaks out, as JSON does, holds many records, and in their order.
    std::erase_if(report->records, [&](const Record& known) {
      return std::any_of(begin, pasted_.end(), [&](const Record& pasted) {
        return pasted.line == known.line && pasted.text == known.text;
      });
    });
    report->records.insert(report->records.end(), begin, pasted_.end());
    std::stable_sort(report->records.begin(), report->records.end(),
                     [](const Record& a, const Record& b) { return a.line < b.line; });
    attempt->notable = report->records;
    const std::string message = report->message;
    report->exceptions.clear();
    CompleteReport(report);
    if (!created) report->message = message;
    report->line = LineOfMessage(*report);
  }

  static int64_t LineOfMessage(const ErrorReport& report) {
    for (const Record& record : report.records) {
      if (record.tag == Tag::kError) return record.line;
    }
    return report.records.front().line;
  }

  SetupLog log_;
  AttemptBuilder builder_;
  Record record_;
  std::string stamp_;  // of record_
  LineShape shape_ = LineShape::kOther;
  std::vector<Record> pasted_;
  std::string role_;
  bool open_ = false;
  bool in_block_ = false;
  bool after_blank_ = true;
  bool stands_apart_ = false;  // the last line, from what follows
  bool title_seen_ = false;
  int stamped_ = 0;
  int tagged_ = 0;
  int64_t first_line_ = 1;
  int64_t last_line_ = 0;
  int64_t star_line_ = -1;       // where the last line of stars begins
  int64_t last_star_line_ = -1;  // and ends
};

}  // namespace

SetupLog ParsePaste(std::string_view text) { return PasteReader().Read(text); }

}  // namespace exdiag::setuplog
